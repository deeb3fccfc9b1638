package org.concord.compact.governance;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.concord.compact.governance.rule.RollSeat;
import org.concord.compact.governance.seat.SeatRegister.HeldSeat;
import org.jspecify.annotations.Nullable;

/** A seat as it was at opening. Written once; the table refuses any change. */
@Embeddable
class SeatOnRoll {

    @Column(name = "member", nullable = false, updatable = false)
    private String member;

    @Column(name = "weight", nullable = false, updatable = false)
    private long weight;

    @Column(name = "delegate", updatable = false)
    private @Nullable String delegate;

    /** Subjects, which hold no blank, between blanks: they are kept to be shown and never searched. */
    @Column(name = "alternates", updatable = false)
    private @Nullable String alternates;

    @Column(name = "recused_for", updatable = false)
    private @Nullable String recusedFor;

    protected SeatOnRoll() {}

    SeatOnRoll(HeldSeat seat, long weight, @Nullable String recusedFor) {
        this.member = seat.member();
        this.weight = weight;
        this.delegate = seat.delegate();
        this.alternates = seat.alternates().isEmpty() ? null : String.join(" ", seat.alternates());
        this.recusedFor = recusedFor;
    }

    RollSeat counted(String label, boolean recused) {
        return new RollSeat(label, member, weight, recused);
    }

    String member() {
        return member;
    }

    long weight() {
        return weight;
    }

    @Nullable
    String delegate() {
        return delegate;
    }

    List<String> alternates() {
        return alternates == null
                ? List.of()
                : Arrays.stream(alternates.split(" ", -1)).toList();
    }

    @Nullable
    String recusedFor() {
        return recusedFor;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SeatOnRoll that
                && member.equals(that.member)
                && weight == that.weight
                && Objects.equals(delegate, that.delegate)
                && Objects.equals(alternates, that.alternates)
                && Objects.equals(recusedFor, that.recusedFor);
    }

    @Override
    public int hashCode() {
        return Objects.hash(member, weight);
    }
}
