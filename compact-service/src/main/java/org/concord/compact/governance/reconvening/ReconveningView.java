package org.concord.compact.governance.reconvening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concord.compact.governance.reconvening.ReconveningState.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The terms of an adjournment, and what came of them.
 *
 * @param stage where they stand now
 * @param holdsFrom the first instant at which a condition can be met
 * @param holdsUntil the first instant at which none can be met any more
 * @param requests what members have asked in writing, by USPS code
 * @param fired who and what had the meeting taken up again; null while nothing has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReconveningView(
        UUID meetingId,
        UUID agreementId,
        Stage stage,
        ReconveningTerms terms,
        Instant holdsFrom,
        Instant holdsUntil,
        List<RequestView> requests,
        @Nullable Fired fired,
        int version) {

    /** A member's written request. */
    public record RequestView(String member, String reasons, String reference, String askedBy, Instant askedAt) {}

    static ReconveningView of(Reconvening reconvening, List<ReconveningRequest> requests, Instant now) {
        return new ReconveningView(
                reconvening.meetingId(),
                reconvening.agreementId(),
                reconvening.state(now).stage(),
                reconvening.terms(),
                reconvening.holdsFrom(),
                reconvening.holdsUntil(),
                requests.stream().map(ReconveningRequest::view).toList(),
                reconvening.fired(),
                reconvening.version());
    }
}
