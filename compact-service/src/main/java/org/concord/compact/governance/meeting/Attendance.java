package org.concord.compact.governance.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who sat in a seat, from when, and until when. */
@Embeddable
class Attendance {

    @Column(name = "member", nullable = false, updatable = false)
    private String member;

    @Column(name = "subject", nullable = false)
    private String subject;

    @Column(name = "arrived_at", nullable = false)
    private Instant arrivedAt;

    @Column(name = "left_at")
    private @Nullable Instant leftAt;

    protected Attendance() {}

    Attendance(String member, String subject, Instant arrivedAt, @Nullable Instant leftAt) {
        this.member = member;
        this.subject = subject;
        this.arrivedAt = arrivedAt;
        this.leftAt = leftAt;
    }

    boolean isPresent() {
        return leftAt == null;
    }

    Attendance left(Instant now) {
        return new Attendance(member, subject, arrivedAt, now);
    }

    MeetingView.AttendanceView view(String seat) {
        return new MeetingView.AttendanceView(seat, member, subject, arrivedAt, leftAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attendance that
                && member.equals(that.member)
                && subject.equals(that.subject)
                && arrivedAt.equals(that.arrivedAt)
                && Objects.equals(leftAt, that.leftAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(member, subject, arrivedAt);
    }
}
