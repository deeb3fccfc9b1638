package org.concord.compact.governance.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.kit.access.Access;
import org.concord.kit.problem.ProblemException;

/** What ballots and motions ask about meetings, and how one is adjourned and taken up again. */
@ApplicationScoped
public class MeetingRegister {

    private final Meetings meetings;
    private final MeetingDesk desk;

    MeetingRegister(Meetings meetings, MeetingDesk desk) {
        this.meetings = meetings;
        this.desk = desk;
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

    /**
     * Adjourns a meeting that sits in the open, in the caller's transaction.
     *
     * @throws ProblemException {@code not-found}, {@code meeting-not-in-this-state}
     */
    public MeetingView adjourn(UUID meetingId) {
        return desk.adjourn(meetingId);
    }

    /**
     * Notices the meeting that takes up an adjourned one, in the caller's transaction.
     *
     * @throws ProblemException {@code notice-too-short}
     */
    public MeetingView takeUpAgain(UUID meetingId, NoticeMeeting command, AgreementFacts agreement) {
        return desk.notice(command, agreement, meetingId);
    }

    /** The labels of the seats that are recorded as present. */
    public Set<String> presentSeats(UUID meetingId) {
        return meetings.findByIdOptional(meetingId).orElseThrow().present();
    }
}
