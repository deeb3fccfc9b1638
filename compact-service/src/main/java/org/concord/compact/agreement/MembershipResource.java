package org.concord.compact.agreement;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.NewestFirst;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.ReadScope;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Zones;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Where a member stood, over HTTP, on the two axes of {@link MemberResource}. */
@Path("/api/v1/memberships")
@Tag(name = "Memberships")
public class MembershipResource {

    private final StandingRevisions revisions;
    private final AgreementRegister agreements;
    private final LegalDates dates;
    private final Access access;

    MembershipResource(StandingRevisions revisions, AgreementRegister agreements, LegalDates dates, Access access) {
        this.revisions = revisions;
        this.agreements = agreements;
        this.dates = dates;
        this.access = access;
    }

    /** One member's standing in all agreements that the caller sees, newest agreement first. */
    @GET
    @Operation(
            summary = "Where a member stood on a day, as it was known on another",
            description = "Only agreements that you see. Dates as 2026-03-01, in the member's zone.")
    public Response memberships(
            @QueryParam("member") @NotNull String member,
            @QueryParam("on") @Nullable String on,
            @QueryParam("knownAt") @Nullable String knownAt,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        int size = Pages.limit(limit);
        if (!Zones.isJurisdiction(member)) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "Name a member.",
                    List.of(Violation.at("/member", "unknown-jurisdiction", "no jurisdiction has this USPS code")));
        }
        ReadScope scope = access.reads(CompactOperation.READ_AGREEMENTS);
        LocalDate today = dates.today(member);
        LocalDate day = LegalDates.parse("on", on, today);
        Instant known = LegalDates.endOf(LegalDates.parse("knownAt", knownAt, today), member);
        Set<UUID> seen = agreements.idsSeenBy(scope);
        if (seen.isEmpty()) {
            return Pages.respond(uri, new Page<>(List.of(), null));
        }
        List<StandingRevision> found = revisions.ofMember(member, known, seen, NewestFirst.below(cursor), size + 1);
        Page<StandingRevision> page = Page.of(found, size, NewestFirst.after(StandingRevision::agreementId));
        List<StandingView> shown = page.items().stream()
                .map(revision -> revision.on(day))
                .flatMap(Optional::stream)
                .toList();
        return Pages.respond(uri, new Page<>(shown, page.next()));
    }
}
