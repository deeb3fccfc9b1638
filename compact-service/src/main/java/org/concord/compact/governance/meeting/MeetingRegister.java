package org.concord.compact.governance.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Set;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.problem.ProblemException;

/** What ballots and motions ask about meetings. */
@ApplicationScoped
public class MeetingRegister {

    private final Meetings meetings;

    MeetingRegister(Meetings meetings) {
        this.meetings = meetings;
    }

    /**
     * Refuses unless this meeting of this agreement sits in the open, and keeps it so until the transaction ends: a session
     * is not closed between the check and the vote, and voters do not wait for one another here.
     *
     * @throws ProblemException {@code not-found} for a meeting of others; {@code meeting-not-in-session},
     *     {@code no-final-vote-in-closed-session}
     */
    public void requireInOpenSession(UUID meetingId, UUID agreementId) {
        meetings.findByIdOptional(meetingId, LockModeType.PESSIMISTIC_READ)
                .filter(meeting -> meeting.agreementId().equals(agreementId))
                .orElseThrow(Access::notFound)
                .requireInOpenSession();
    }

    /** Whether there is such a meeting of this agreement. */
    public boolean isOf(UUID meetingId, UUID agreementId) {
        return meetings.findByIdOptional(meetingId)
                .filter(meeting -> meeting.agreementId().equals(agreementId))
                .isPresent();
    }

    /** The labels of the seats that are recorded as present. */
    public Set<String> presentSeats(UUID meetingId) {
        return meetings.findByIdOptional(meetingId).orElseThrow().present();
    }
}
