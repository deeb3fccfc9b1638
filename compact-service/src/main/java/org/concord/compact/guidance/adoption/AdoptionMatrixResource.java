package org.concord.compact.guidance.adoption;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.guidance.Force;
import org.concord.compact.guidance.GuidanceRegister;
import org.concord.compact.guidance.GuidanceRegister.Edition;
import org.concord.compact.guidance.GuidanceRegister.GuidanceFacts;
import org.concord.compact.guidance.adoption.MatrixView.IssuedVersion;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Who follows a guidance, on any day, as it was known at any instant: as JSON, as CSV, and as the data of a map. What was
 * known covers the members' standing too. Open to everyone. It is bounded by itself: 56 jurisdictions and five legal effects.
 */
@Path("/api/v1/guidance/{id}/adoption-matrix")
@Tag(name = "Adoptions of guidance")
public class AdoptionMatrixResource {

    private static final String CSV = "text/csv";

    private final GuidanceRegister guidance;
    private final AgreementRegister agreements;
    private final AdoptionActs acts;
    private final UnreachedPrograms unreached;
    private final Access access;
    private final Clock clock;

    AdoptionMatrixResource(
            GuidanceRegister guidance,
            AgreementRegister agreements,
            AdoptionActs acts,
            UnreachedPrograms unreached,
            Access access,
            Clock clock) {
        this.guidance = guidance;
        this.agreements = agreements;
        this.acts = acts;
        this.unreached = unreached;
        this.access = access;
        this.clock = clock;
    }

    /** The matrix. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            summary = "Who follows a guidance, since when, with what difference",
            description = "Everyone, no sign-in. format=csv gives exactly the rows that the filter shows.")
    @Transactional
    public Response show(
            @PathParam("id") UUID id,
            @QueryParam("on") @Nullable String on,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("member") @Nullable @Pattern(regexp = "[A-Z]{2}") String member,
            @QueryParam("legalEffect") @Nullable LegalEffect legalEffect,
            @QueryParam("following") @Nullable Following following,
            @QueryParam("format") @Nullable @Pattern(regexp = "json|csv") String format) {
        access.reads(CompactOperation.READ_ADOPTIONS);
        GuidanceFacts facts = guidance.find(id).orElseThrow(Access::notFound);
        AgreementFacts agreement = agreements.find(facts.agreementId()).orElseThrow();
        MatrixFilter filter =
                MatrixFilter.asked(agreement.lead(), Moments.now(clock), on, knownAt, member, legalEffect, following);
        MatrixView matrix = new MatrixView(
                facts.id(),
                facts.code(),
                filter.on(),
                filter.knownAt(),
                Force.under(agreement.type()),
                versions(facts, filter),
                rows(facts, agreement, filter),
                unreached.inOrder());
        return "csv".equals(format)
                ? Response.ok(MatrixCsv.of(matrix.lines()), CSV + ";charset=utf-8")
                        .header("Content-Disposition", "attachment; filename=\"adoption-matrix.csv\"")
                        .build()
                : Response.ok(matrix, MediaType.APPLICATION_JSON).build();
    }

    /** The map's data. */
    @GET
    @Path("/map")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The same for one legal effect, as the data of a map",
            description = "Everyone, no sign-in. Categories without order and without colours, by USPS and FIPS code.")
    @Transactional
    public MapView map(
            @PathParam("id") UUID id,
            @QueryParam("legalEffect") @NotNull LegalEffect legalEffect,
            @QueryParam("on") @Nullable String on,
            @QueryParam("knownAt") @Nullable String knownAt) {
        access.reads(CompactOperation.READ_ADOPTIONS);
        GuidanceFacts facts = guidance.find(id).orElseThrow(Access::notFound);
        AgreementFacts agreement = agreements.find(facts.agreementId()).orElseThrow();
        MatrixFilter filter =
                MatrixFilter.asked(agreement.lead(), Moments.now(clock), on, knownAt, null, legalEffect, null);
        return MapView.of(
                facts.id(), filter, legalEffect, Force.under(agreement.type()), rows(facts, agreement, filter));
    }

    private List<MatrixRow> rows(GuidanceFacts facts, AgreementFacts agreement, MatrixFilter filter) {
        return AdoptionMatrix.rows(
                facts,
                agreements.termsAsKnown(agreement.id(), filter.knownAt()),
                acts.asKnown(facts.id(), filter.knownAt()),
                filter);
    }

    private static List<IssuedVersion> versions(GuidanceFacts facts, MatrixFilter filter) {
        List<IssuedVersion> known = new ArrayList<>();
        for (Edition edition : facts.issued()) {
            edition.stage(filter.on(), filter.knownAt())
                    .ifPresent(stage -> known.add(new IssuedVersion(edition.number(), edition.effectiveOn(), stage)));
        }
        return known;
    }
}
