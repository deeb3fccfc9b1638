package org.concord.compact.agreement;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.concord.compact.agreement.instrument.TermsHistory;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** An agreement's terms over HTTP, on the two axes of {@link MemberResource}. */
@Path("/api/v1/agreements/{id}/terms")
@Tag(name = "Agreements")
public class TermsResource {

    private final Agreements agreements;
    private final TermsRevisions revisions;
    private final LegalDates dates;
    private final Access access;

    TermsResource(Agreements agreements, TermsRevisions revisions, LegalDates dates, Access access) {
        this.agreements = agreements;
        this.revisions = revisions;
        this.dates = dates;
        this.access = access;
    }

    /** The terms in force on a day, as known at the end of another; both in the lead's zone, today unless said. */
    @GET
    @Operation(
            summary = "The terms in force on a day, as they were known on another",
            description = "With the amendments that made them. Dates as 2026-03-01; both default to today.")
    public TermsView terms(
            @PathParam("id") UUID id,
            @QueryParam("on") @Nullable String on,
            @QueryParam("knownAt") @Nullable String knownAt) {
        Agreement agreement = agreements
                .seenBy(access.reads(CompactOperation.READ_AGREEMENTS), id)
                .orElseThrow(Access::notFound);
        LocalDate today = dates.today(agreement.lead());
        LocalDate day = LegalDates.parse("on", on, today);
        Instant known = LegalDates.endOf(LegalDates.parse("knownAt", knownAt, today), agreement.lead());
        TermsHistory history = new TermsHistory(agreement.history().founding(), revisions.known(id, known));
        return new TermsView(id, day, history.on(day), history.amendmentsOn(day));
    }
}
