package org.concord.compact.governance.meeting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.concord.compact.governance.meeting.MeetingState.Stage;
import org.concord.kit.problem.ProblemException;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** One meeting, from its notice to its end. */
@Entity
@Table(name = "meeting")
class Meeting {

    private static final int PAGE = 500;

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "title", nullable = false, updatable = false)
    private String title;

    @Column(name = "place", nullable = false, updatable = false)
    private String place;

    @Column(name = "convenes_at", nullable = false, updatable = false)
    private Instant convenesAt;

    @Column(name = "notice_days", nullable = false, updatable = false)
    private int noticeDays;

    @Column(name = "notice_citation", nullable = false, updatable = false)
    private String noticeCitation;

    @Column(name = "noticed_at", nullable = false, updatable = false)
    private Instant noticedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "stage", nullable = false)
    private Stage stage;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    /** The meeting that it takes up again; null for one of its own. */
    @Column(name = "continues_id", updatable = false)
    private @Nullable UUID continuesId;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @ElementCollection
    @BatchSize(size = PAGE)
    @CollectionTable(name = "meeting_item", joinColumns = @JoinColumn(name = "meeting_id"))
    @MapKeyColumn(name = "number")
    private Map<Integer, AgendaItem> agenda = new HashMap<>();

    @ElementCollection
    @BatchSize(size = PAGE)
    @CollectionTable(name = "meeting_session", joinColumns = @JoinColumn(name = "meeting_id"))
    @MapKeyColumn(name = "number")
    private Map<Integer, Session> sessions = new HashMap<>();

    @ElementCollection
    @BatchSize(size = PAGE)
    @CollectionTable(name = "meeting_attendance", joinColumns = @JoinColumn(name = "meeting_id"))
    @MapKeyColumn(name = "seat")
    private Map<String, Attendance> attendance = new HashMap<>();

    protected Meeting() {}

    static Meeting notice(
            UUID id, NoticeMeeting command, NoticeMeeting.Notice notice, @Nullable UUID continuesId, Instant now) {
        Meeting meeting = new Meeting();
        meeting.id = id;
        meeting.agreementId = command.agreementId();
        meeting.continuesId = continuesId;
        meeting.title = command.title();
        meeting.place = command.place();
        meeting.convenesAt = command.convenesAt();
        meeting.noticeDays = notice.days();
        meeting.noticeCitation = notice.citation();
        meeting.noticedAt = now;
        meeting.stage = Stage.NOTICED;
        command.agenda().forEach(item -> meeting.agenda.put(meeting.agenda.size() + 1, new AgendaItem(item)));
        return meeting;
    }

    /** Begins a session in the open: convenes the meeting, or comes back from a closed one. */
    void openSession(Instant now) {
        stage = switch (state()) {
            case MeetingState.Noticed noticed -> noticed.convene(now).stage();
            case MeetingState.InClosedSession closed -> closed.reopen().stage();
            case MeetingState.InOpenSession _ -> throw notNow();
            case MeetingState.Adjourned _ -> throw notNow();
            case MeetingState.Cancelled _ -> throw notNow();
        };
        sessions.put(sessions.size() + 1, new Session(null, now));
    }

    /** Sends the public out for one item, on the ground that its agenda announced. */
    void closeSession(int item, Instant now) {
        if (!(state() instanceof MeetingState.InOpenSession sits)) {
            throw notNow();
        }
        AgendaItem announced = agenda.get(item);
        if (announced == null || announced.closedFor() == null) {
            throw new ProblemException(
                    MeetingProblem.GROUND_NOT_ANNOUNCED, "Item " + item + " was noticed to be taken in the open.");
        }
        stage = sits.close().stage();
        sessions.put(sessions.size() + 1, new Session(item, now));
    }

    void adjourn(Instant now) {
        if (!(state() instanceof MeetingState.InOpenSession sits)) {
            throw notNow();
        }
        stage = sits.adjourn().stage();
        endedAt = now;
    }

    void cancel(Instant now) {
        if (!(state() instanceof MeetingState.Noticed noticed)) {
            throw notNow();
        }
        stage = noticed.cancel().stage();
        endedAt = now;
    }

    /** Records a seat as present while the meeting sits. */
    void arrive(String seat, String member, String subject, Instant now) {
        requireSitting();
        Attendance earlier = attendance.get(seat);
        if (earlier != null && earlier.isPresent()) {
            throw new ProblemException(MeetingProblem.SEAT_ALREADY_PRESENT, "The seat " + seat + " is there.");
        }
        attendance.put(seat, new Attendance(member, subject, now, null));
    }

    void leave(String seat, Instant now) {
        requireSitting();
        Attendance there = attendance.get(seat);
        if (there == null || !there.isPresent()) {
            throw new ProblemException(MeetingProblem.SEAT_NOT_PRESENT, "The seat " + seat + " is not there.");
        }
        attendance.put(seat, there.left(now));
    }

    /** Refuses unless votes may be taken. */
    void requireInOpenSession() {
        switch (state()) {
            case MeetingState.InOpenSession _ -> {}
            case MeetingState.InClosedSession _ ->
                throw new ProblemException(
                        MeetingProblem.NO_FINAL_VOTE_IN_CLOSED_SESSION, "Come back into the open to vote.");
            case MeetingState.Noticed _ -> throw notInSession();
            case MeetingState.Adjourned _ -> throw notInSession();
            case MeetingState.Cancelled _ -> throw notInSession();
        }
    }

    /** Whether the item was taken in closed session. */
    boolean wasClosedFor(int item) {
        return sessions.values().stream()
                .anyMatch(session -> Integer.valueOf(item).equals(session.closedItem()));
    }

    MeetingState state() {
        return switch (stage) {
            case NOTICED -> new MeetingState.Noticed(convenesAt);
            case IN_OPEN_SESSION -> new MeetingState.InOpenSession();
            case IN_CLOSED_SESSION -> new MeetingState.InClosedSession();
            case ADJOURNED -> new MeetingState.Adjourned();
            case CANCELLED -> new MeetingState.Cancelled();
        };
    }

    Set<String> present() {
        Set<String> present = new TreeSet<>();
        attendance.forEach((seat, there) -> {
            if (there.isPresent()) {
                present.add(seat);
            }
        });
        return present;
    }

    UUID id() {
        return id;
    }

    UUID agreementId() {
        return agreementId;
    }

    String title() {
        return title;
    }

    String place() {
        return place;
    }

    Instant convenesAt() {
        return convenesAt;
    }

    int noticeDays() {
        return noticeDays;
    }

    String noticeCitation() {
        return noticeCitation;
    }

    Instant noticedAt() {
        return noticedAt;
    }

    Stage stage() {
        return stage;
    }

    @Nullable
    UUID continuesId() {
        return continuesId;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    int version() {
        return version;
    }

    SortedMap<Integer, AgendaItem> agenda() {
        return new TreeMap<>(agenda);
    }

    SortedMap<Integer, Session> sessions() {
        return new TreeMap<>(sessions);
    }

    SortedMap<String, Attendance> attendance() {
        return new TreeMap<>(attendance);
    }

    private void requireSitting() {
        if (stage != Stage.IN_OPEN_SESSION && stage != Stage.IN_CLOSED_SESSION) {
            throw notInSession();
        }
    }

    private ProblemException notNow() {
        return new ProblemException(MeetingProblem.MEETING_NOT_IN_THIS_STATE, "The meeting is " + stage + ".");
    }

    private ProblemException notInSession() {
        return new ProblemException(MeetingProblem.MEETING_NOT_IN_SESSION, "The meeting is " + stage + ".");
    }
}
