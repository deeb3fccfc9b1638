package org.concord.compact.agreement.amendment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.concord.compact.agreement.instrument.TermsChange;
import org.concord.kit.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What an agreement tells of its amendments, on its own topic and keyed by its id. */
public sealed interface AmendmentEvent extends DomainEvent {

    /** The amendment lies before the members' legislatures or officers. */
    record AmendmentProposed(
            UUID agreementId,
            UUID amendmentId,
            String title,
            TermsChange change,
            LocalDate proposedOn,
            Instant recordedAt)
            implements AmendmentEvent {}

    /** The members voted on proposing it and did not. */
    record AmendmentRejected(UUID agreementId, UUID amendmentId, UUID ballotId, Instant recordedAt)
            implements AmendmentEvent {}

    /** Taken back before it came into force. */
    record AmendmentWithdrawn(UUID agreementId, UUID amendmentId, LocalDate withdrawnOn, Instant recordedAt)
            implements AmendmentEvent {}

    /**
     * The day from which the amendment is part of the instrument is another than was told.
     *
     * @param inForceOn it may lie ahead; null when it is not known any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AmendmentForceChanged(
            UUID agreementId, UUID amendmentId, @Nullable LocalDate inForceOn, TermsChange change, Instant recordedAt)
            implements AmendmentEvent {}
}
