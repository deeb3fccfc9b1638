package org.concord.compact.mutualaid;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One move of a case, by whom. Never changed; the table refuses it. */
@Embeddable
class AidStep {

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Column(name = "move", nullable = false, updatable = false)
    private String move;

    @Column(name = "member", nullable = false, updatable = false)
    private String member;

    /** Empty for none: of rows that may hold null, Hibernate would write all again to add one, which the table refuses. */
    @Column(name = "detail", nullable = false, updatable = false)
    private String detail;

    @Column(name = "taken_by", nullable = false, updatable = false)
    private String takenBy;

    @Column(name = "taken_at", nullable = false, updatable = false)
    private Instant takenAt;

    protected AidStep() {}

    AidStep(int number, String move, String member, @Nullable String detail, String takenBy, Instant takenAt) {
        this.number = number;
        this.move = move;
        this.member = member;
        this.detail = detail == null ? "" : detail;
        this.takenBy = takenBy;
        this.takenAt = takenAt;
    }

    int number() {
        return number;
    }

    AidCaseView.StepView view() {
        return new AidCaseView.StepView(number, move, member, detail.isEmpty() ? null : detail, takenAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AidStep that && number == that.number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
