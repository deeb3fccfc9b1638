package org.concord.compact.governance.meeting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as its notice says it, and as it went.
 *
 * @param stage where it stands
 * @param endedAt null while it is not over
 * @param continues the adjourned meeting that this one takes up again; null for one of its own
 * @param attendance every seat that was there; null for the public, who sees how many
 * @param presentSeats how many seats are there now, or were when it ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeetingView(
        UUID id,
        UUID agreementId,
        String title,
        String place,
        Instant convenesAt,
        int noticeDays,
        String noticeCitation,
        Instant noticedAt,
        String stage,
        @Nullable Instant endedAt,
        @Nullable UUID continues,
        List<ItemView> agenda,
        List<SessionView> sessions,
        @Nullable List<AttendanceView> attendance,
        int presentSeats,
        int version) {

    /**
     * An item.
     *
     * @param closedFor null for an open item
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ItemView(
            int number, String title, @Nullable ClosureGround closedFor) {}

    /**
     * A session.
     *
     * @param closedForItem null for a session in the open
     * @param ground null for a session in the open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SessionView(
            int number,
            @Nullable Integer closedForItem,
            @Nullable ClosureGround ground,
            Instant beganAt) {}

    /**
     * A seat that was there.
     *
     * @param leftAt null while it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttendanceView(
            String seat,
            String member,
            String subject,
            Instant arrivedAt,
            @Nullable Instant leftAt) {}

    /** What the members see. */
    static MeetingView full(Meeting meeting) {
        return of(
                meeting,
                meeting.attendance().entrySet().stream()
                        .map(there -> there.getValue().view(there.getKey()))
                        .toList());
    }

    /** What everyone sees. */
    static MeetingView open(Meeting meeting) {
        return of(meeting, null);
    }

    private static MeetingView of(Meeting meeting, @Nullable List<AttendanceView> attendance) {
        return new MeetingView(
                meeting.id(),
                meeting.agreementId(),
                meeting.title(),
                meeting.place(),
                meeting.convenesAt(),
                meeting.noticeDays(),
                meeting.noticeCitation(),
                meeting.noticedAt(),
                meeting.stage().name(),
                meeting.endedAt(),
                meeting.continuesId(),
                meeting.agenda().entrySet().stream()
                        .map(item -> new ItemView(
                                item.getKey(),
                                item.getValue().title(),
                                item.getValue().closedFor()))
                        .toList(),
                meeting.sessions().entrySet().stream()
                        .map(session -> session(meeting, session.getKey(), session.getValue()))
                        .toList(),
                attendance,
                meeting.present().size(),
                meeting.version());
    }

    private static SessionView session(Meeting meeting, int number, Session session) {
        Integer item = session.closedItem();
        AgendaItem closed = item == null ? null : meeting.agenda().get(item);
        return new SessionView(number, item, closed == null ? null : closed.closedFor(), session.beganAt());
    }
}
