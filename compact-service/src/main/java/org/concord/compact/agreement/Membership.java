package org.concord.compact.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A member's dated standing: from the first day on, up to but not including the day on which it ended. */
@Embeddable
class Membership {

    @Column(name = "member", nullable = false, updatable = false)
    private String member;

    @Column(name = "effective_on", nullable = false, updatable = false)
    private LocalDate effectiveOn;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    protected Membership() {}

    Membership(String member, LocalDate effectiveOn) {
        this.member = member;
        this.effectiveOn = effectiveOn;
    }

    AgreementRegister.Term term() {
        return new AgreementRegister.Term(member, effectiveOn, endedOn);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Membership that
                && member.equals(that.member)
                && effectiveOn.equals(that.effectiveOn)
                && Objects.equals(endedOn, that.endedOn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(member, effectiveOn);
    }
}
