package org.concord.compact.governance.reconvening;

import java.time.Instant;
import java.util.UUID;
import org.concord.compact.governance.meeting.MeetingEvent;
import org.concord.kit.event.DomainEvent;

/** What becomes of an adjourned meeting, on {@value MeetingEvent#TOPIC} with its other events, keyed by its id. */
public sealed interface ReconveningEvent extends DomainEvent {

    /** The meeting was adjourned subject to being taken up again, on these terms. */
    record ReconveningReserved(UUID meetingId, UUID agreementId, ReconveningTerms terms, Instant adjournedAt)
            implements ReconveningEvent {}

    /** A member has asked in writing. */
    record ReconveningRequested(UUID meetingId, UUID agreementId, String member, Instant askedAt)
            implements ReconveningEvent {}

    /** A condition was met; the meeting that follows is noticed by an event of its own. */
    record MeetingReconvened(UUID meetingId, UUID agreementId, Fired fired) implements ReconveningEvent {}
}
