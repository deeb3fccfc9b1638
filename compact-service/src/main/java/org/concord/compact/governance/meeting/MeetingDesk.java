package org.concord.compact.governance.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.governance.meeting.MeetingEvent.MeetingAdjourned;
import org.concord.compact.governance.meeting.MeetingEvent.MeetingCancelled;
import org.concord.compact.governance.meeting.MeetingEvent.MeetingNoticed;
import org.concord.compact.governance.meeting.MeetingEvent.MinutesRecorded;
import org.concord.compact.governance.meeting.MeetingEvent.SessionBegun;
import org.concord.compact.governance.meeting.RecordMinutes.Passage;
import org.concord.compact.governance.seat.SeatRegister;
import org.concord.compact.governance.seat.SeatRegister.HeldSeat;
import org.concord.kit.access.Access;
import org.concord.kit.access.Right;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.concord.kit.time.Zones;
import org.jspecify.annotations.Nullable;

/** Notices, opens, closes and adjourns meetings. Callers bring the transaction; every move takes the meeting's lock. */
@ApplicationScoped
class MeetingDesk {

    private final Meetings meetings;
    private final Minutes minutes;
    private final SeatRegister seats;
    private final AgreementRegister agreements;
    private final MeetingConfig config;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    MeetingDesk(
            Meetings meetings,
            Minutes minutes,
            SeatRegister seats,
            AgreementRegister agreements,
            MeetingConfig config,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.meetings = meetings;
        this.minutes = minutes;
        this.seats = seats;
        this.agreements = agreements;
        this.config = config;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Notices a meeting.
     *
     * @throws ProblemException {@code notice-too-short}
     */
    MeetingView notice(NoticeMeeting command, AgreementFacts agreement) {
        return notice(command, agreement, null);
    }

    /** Notices a meeting that takes up an adjourned one; the database knows only one for each. */
    MeetingView notice(NoticeMeeting command, AgreementFacts agreement, @Nullable UUID continuesId) {
        Instant now = Moments.now(clock);
        NoticeMeeting.Notice notice = command.notice() == null
                ? new NoticeMeeting.Notice(config.noticeDays(), config.noticeCitation())
                : command.notice();
        LocalDate earliest = Zones.dateIn(agreement.lead(), now).plusDays(notice.days());
        LocalDate asked = Zones.dateIn(agreement.lead(), command.convenesAt());
        if (asked.isBefore(earliest) || !command.convenesAt().isAfter(now)) {
            throw new ProblemException(
                    MeetingProblem.NOTICE_TOO_SHORT,
                    notice.days() + " days of notice are due (" + notice.citation() + "): not before " + earliest
                            + ".");
        }
        Meeting meeting = Meeting.notice(ids.next(), command, notice, continuesId, now);
        meetings.persistAndFlush(meeting);
        publish(meeting, new MeetingNoticed(meeting.id(), meeting.agreementId(), MeetingView.open(meeting)));
        return MeetingView.full(meeting);
    }

    /**
     * Begins a session.
     *
     * @throws ProblemException {@code meeting-not-yet}, {@code meeting-not-in-this-state}, {@code ground-not-announced}
     */
    MeetingView begin(UUID id, BeginSession command) {
        Meeting meeting = lock(id);
        Instant now = Moments.now(clock);
        Integer item = command.closedForItem();
        if (item == null) {
            meeting.openSession(now);
        } else {
            meeting.closeSession(item, now);
        }
        meetings.flush();
        publish(meeting, new SessionBegun(id, meeting.agreementId(), item, now));
        return MeetingView.full(meeting);
    }

    /** Adjourns a meeting that sits in the open. */
    MeetingView adjourn(UUID id) {
        Meeting meeting = lock(id);
        Instant now = Moments.now(clock);
        meeting.adjourn(now);
        meetings.flush();
        publish(meeting, new MeetingAdjourned(id, meeting.agreementId(), now));
        return MeetingView.full(meeting);
    }

    /** Cancels a meeting that has not begun. */
    MeetingView cancel(UUID id) {
        Meeting meeting = lock(id);
        Instant now = Moments.now(clock);
        meeting.cancel(now);
        meetings.flush();
        publish(meeting, new MeetingCancelled(id, meeting.agreementId(), now));
        return MeetingView.full(meeting);
    }

    /**
     * Records a seat as present.
     *
     * @throws ProblemException {@code validation-failed} for a seat that is not in force, or of a member without standing;
     *     {@code meeting-not-in-session}, {@code seat-already-present}
     */
    MeetingView arrive(UUID id, RecordAttendance command) {
        Meeting meeting = lock(id);
        Instant now = Moments.now(clock);
        UUID agreement = meeting.agreementId();
        HeldSeat seat = seats.seatsOf(agreement, agreements.keeping(Right.VOTE, agreement, now), now).stream()
                .filter(held -> held.label().equals(command.seat()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        KitProblem.VALIDATION_FAILED,
                        "Nobody can sit there.",
                        List.of(Violation.at("/seat", "no-seat", "no such seat of a member that votes today"))));
        meeting.arrive(seat.label(), seat.member(), command.subject(), now);
        meetings.flush();
        return MeetingView.full(meeting);
    }

    /** Records that a seat has left. */
    MeetingView leave(UUID id, RecordDeparture command) {
        Meeting meeting = lock(id);
        meeting.leave(command.seat(), Moments.now(clock));
        meetings.flush();
        return MeetingView.full(meeting);
    }

    /**
     * Records the minutes of a meeting that is over.
     *
     * @throws ProblemException {@code meeting-not-in-this-state}; {@code validation-failed} for a passage on no item, and
     *     for an open passage on an item that was taken in closed session
     */
    MinutesView record(UUID id, RecordMinutes command, String by) {
        Meeting meeting = lock(id);
        if (meeting.stage() != MeetingState.Stage.ADJOURNED) {
            throw new ProblemException(
                    MeetingProblem.MEETING_NOT_IN_THIS_STATE, "Minutes are recorded once the meeting is adjourned.");
        }
        List<Violation> faults = new ArrayList<>();
        for (int i = 0; i < command.passages().size(); i++) {
            Passage passage = command.passages().get(i);
            if (!meeting.agenda().containsKey(passage.item())) {
                faults.add(Violation.at("/passages/" + i + "/item", "no-item", "the agenda has no such item"));
            } else if (meeting.wasClosedFor(passage.item()) && passage.redactedFor() == null) {
                faults.add(Violation.at(
                        "/passages/" + i + "/redactedFor", "required", "the item was taken in closed session"));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "The minutes have faults.", faults);
        }
        Instant now = Moments.now(clock);
        int edition = minutes.add(id, command, by, now);
        publish(
                meeting,
                new MinutesRecorded(
                        id, meeting.agreementId(), MinutesView.of(id, edition, command.passages(), now, false)));
        return MinutesView.of(id, edition, command.passages(), now, true);
    }

    private Meeting lock(UUID id) {
        return meetings.lock(id).orElseThrow(Access::notFound);
    }

    private void publish(Meeting meeting, MeetingEvent event) {
        outbox.publish(MeetingEvent.TOPIC, meeting.id().toString(), event);
    }
}
