package org.concord.compact.guidance.adoption;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.NewestFirst;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.agreement.AgreementRegister.Term;
import org.concord.compact.guidance.GuidanceRegister;
import org.concord.compact.guidance.GuidanceRegister.GuidanceFacts;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Who follows what of all guidance of an agreement that is in force, on any day, as it was known at any instant: page by
 * page, as JSON or as CSV of the same lines. Open to everyone.
 */
@Path("/api/v1/adoption-matrix")
@Tag(name = "Adoptions of guidance")
public class AgreementMatrixResource {

    /** Guidances that are read at once: a page of fifty lines rarely needs more than one of them. */
    private static final int AT_ONCE = 20;

    private static final String CSV = "text/csv";

    private final GuidanceRegister guidance;
    private final AgreementRegister agreements;
    private final AdoptionActs acts;
    private final Access access;
    private final Clock clock;

    AgreementMatrixResource(
            GuidanceRegister guidance, AgreementRegister agreements, AdoptionActs acts, Access access, Clock clock) {
        this.guidance = guidance;
        this.agreements = agreements;
        this.acts = acts;
        this.access = access;
        this.clock = clock;
    }

    /** The matrix over all guidance. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            summary = "Who follows what of all guidance in force, since when, with what difference",
            description =
                    "Everyone, no sign-in. Newest guidance first, by member and legal effect. A cursor keeps the day and the"
                            + " instant of its first page. format=csv gives exactly the lines of the page.")
    @Transactional
    public Response list(
            @QueryParam("agreement") @NotNull UUID agreement,
            @QueryParam("on") @Nullable String on,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("member") @Nullable @Pattern(regexp = "[A-Z]{2}") String member,
            @QueryParam("legalEffect") @Nullable LegalEffect legalEffect,
            @QueryParam("following") @Nullable Following following,
            @QueryParam("format") @Nullable @Pattern(regexp = "json|csv") String format,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        access.reads(CompactOperation.READ_ADOPTIONS);
        int size = Pages.limit(limit);
        MatrixPage from = cursor == null ? null : MatrixPage.of(cursor);
        // An unknown agreement is answered like one that has issued nothing.
        List<MatrixLine> found = agreements
                .find(agreement)
                .map(facts -> {
                    MatrixFilter filter = MatrixFilter.asked(
                            facts.lead(),
                            Moments.now(clock),
                            from == null ? on : from.on().toString(),
                            from == null ? knownAt : from.knownAt().toString(),
                            member,
                            legalEffect,
                            following);
                    return lines(facts, filter, from, size + 1);
                })
                .orElse(List.of());
        Page<MatrixLine> page = Page.of(found, size, MatrixPage::after);
        return "csv".equals(format) ? csv(page, uri) : Pages.respond(uri, page);
    }

    /** So many lines from the page's beginning on, in four statements for each twenty guidances that are looked at. */
    private List<MatrixLine> lines(
            AgreementFacts agreement, MatrixFilter filter, @Nullable MatrixPage from, int limit) {
        List<Term> terms = agreements.termsAsKnown(agreement.id(), filter.knownAt());
        List<MatrixLine> lines = new ArrayList<>();
        UUID next = from == null ? NewestFirst.below(null) : from.guidanceId();
        while (next != null && lines.size() < limit) {
            List<GuidanceFacts> read = guidance.issuedUnder(agreement.id(), next, AT_ONCE + 1);
            List<GuidanceFacts> batch = read.subList(0, Math.min(AT_ONCE, read.size()));
            next = read.size() > AT_ONCE ? read.getLast().id() : null;
            List<GuidanceFacts> inForce = batch.stream()
                    .filter(facts -> facts.inForce(filter.on(), filter.knownAt()))
                    .toList();
            Map<UUID, List<AdoptionView>> known =
                    acts.asKnown(inForce.stream().map(GuidanceFacts::id).toList(), filter.knownAt());
            for (GuidanceFacts facts : inForce) {
                AdoptionMatrix.rows(facts, terms, known.getOrDefault(facts.id(), List.of()), filter).stream()
                        .map(row -> new MatrixLine(filter.on(), filter.knownAt(), facts.id(), facts.code(), row))
                        .filter(line -> from == null || from.isBefore(line))
                        .limit(Math.max(0, limit - lines.size()))
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    private static Response csv(Page<MatrixLine> page, UriInfo uri) {
        return Response.fromResponse(Pages.respond(uri, page))
                .entity(MatrixCsv.of(page.items()))
                .type(CSV + ";charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"adoption-matrix.csv\"")
                .build();
    }
}
