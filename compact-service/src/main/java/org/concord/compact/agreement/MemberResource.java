package org.concord.compact.agreement;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Who stood in an agreement, on two axes: on which day, and as known at the end of which day. The history is append-only,
 * so the answer to a question with both dates never changes once they are past.
 */
@Path("/api/v1/agreements/{id}/members")
@Tag(name = "Memberships")
public class MemberResource {

    private final StandingRevisions revisions;
    private final AgreementRegister agreements;
    private final LegalDates dates;
    private final Access access;

    MemberResource(StandingRevisions revisions, AgreementRegister agreements, LegalDates dates, Access access) {
        this.revisions = revisions;
        this.agreements = agreements;
        this.dates = dates;
        this.access = access;
    }

    /** An agreement's members on a day, as known at the end of another; both in the lead's zone, today unless said. */
    @GET
    @Operation(
            summary = "Who stood in the agreement on a day, as it was known on another",
            description = "Dates as 2026-03-01; both default to today.")
    public Page<StandingView> members(
            @PathParam("id") UUID id,
            @QueryParam("on") @Nullable String on,
            @QueryParam("knownAt") @Nullable String knownAt) {
        AgreementFacts agreement = agreements.seenBy(access.reads(CompactOperation.READ_AGREEMENTS), id);
        LocalDate today = dates.today(agreement.lead());
        LocalDate day = LegalDates.parse("on", on, today);
        Instant known = LegalDates.endOf(LegalDates.parse("knownAt", knownAt, today), agreement.lead());
        // At most one for each of 56 jurisdictions: one page.
        return new Page<>(
                revisions.ofAgreement(id, known).stream()
                        .map(revision -> revision.on(day))
                        .flatMap(Optional::stream)
                        .toList(),
                null);
    }
}
