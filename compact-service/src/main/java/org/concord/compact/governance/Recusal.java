package org.concord.compact.governance;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import org.concord.compact.governance.RecuseSeat.Scope;
import org.concord.compact.governance.seat.Capacity;
import org.jspecify.annotations.Nullable;

/** A recusal as it was declared while the ballot was open. Written once; the table refuses a second one and any change. */
@Embeddable
class Recusal {

    @Column(name = "seat", nullable = false, updatable = false)
    private String seat;

    @Column(name = "recused_by", nullable = false, updatable = false)
    private String recusedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "scope", nullable = false, updatable = false)
    private Scope scope;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "recused_as", nullable = false, updatable = false)
    private Capacity recusedAs;

    @Column(name = "recused_at", nullable = false, updatable = false)
    private Instant recusedAt;

    protected Recusal() {}

    Recusal(String seat, RecuseSeat command, String recusedBy, Capacity recusedAs, Instant recusedAt) {
        this.seat = seat;
        this.recusedBy = recusedBy;
        this.scope = command.scope();
        this.reason = command.reason();
        this.recusedAs = recusedAs;
        this.recusedAt = recusedAt;
    }

    boolean isOfSeat(String label) {
        return seat.equals(label) && scope == Scope.SEAT;
    }

    boolean isOfPerson(String label, String subject) {
        return seat.equals(label) && scope == Scope.PERSON && recusedBy.equals(subject);
    }

    String seat() {
        return seat;
    }

    String reason() {
        return reason;
    }

    BallotView.RecusalView view() {
        return new BallotView.RecusalView(scope, recusedBy, recusedAs, reason, recusedAt);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Recusal that
                && seat.equals(that.seat)
                && recusedBy.equals(that.recusedBy)
                && scope == that.scope
                && reason.equals(that.reason)
                && recusedAs == that.recusedAs
                && recusedAt.equals(that.recusedAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(seat, recusedBy, recusedAt);
    }
}
