package org.concord.compact.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Objects;
import org.concord.kit.access.Standing;
import org.concord.kit.access.StandingSpan;
import org.jspecify.annotations.Nullable;

/** A stretch of a member's standing: from the first day on, up to but not including the day on which it ended. */
@Embeddable
class Membership {

    @Column(name = "member", nullable = false, updatable = false)
    private String member;

    @Column(name = "effective_on", nullable = false, updatable = false)
    private LocalDate effectiveOn;

    @Column(name = "ended_on", updatable = false)
    private @Nullable LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "standing", nullable = false, updatable = false)
    private Standing standing;

    /** Rights by name, separated by spaces. */
    @Column(name = "withheld", nullable = false, updatable = false)
    private String withheld;

    protected Membership() {}

    Membership(String member, StandingSpan span) {
        this.member = member;
        this.effectiveOn = span.fromOn();
        this.endedOn = span.untilOn();
        this.standing = span.standing();
        this.withheld = Rights.words(span.withheld());
    }

    String member() {
        return member;
    }

    boolean isFull() {
        return standing == Standing.FULL;
    }

    StandingSpan span() {
        return new StandingSpan(standing, effectiveOn, endedOn, Rights.read(withheld));
    }

    AgreementRegister.Term term() {
        return new AgreementRegister.Term(member, effectiveOn, endedOn);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Membership that
                && member.equals(that.member)
                && effectiveOn.equals(that.effectiveOn)
                && Objects.equals(endedOn, that.endedOn)
                && standing == that.standing
                && withheld.equals(that.withheld);
    }

    @Override
    public int hashCode() {
        return Objects.hash(member, effectiveOn);
    }
}
