package org.concord.compact.governance;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A seat's vote as it was cast. Written once; the table refuses a second one and any change. */
@Embeddable
class Vote {

    @Enumerated(EnumType.STRING)
    @Column(name = "choice", nullable = false, updatable = false)
    private Choice choice;

    @Column(name = "reasons", updatable = false)
    private @Nullable String reasons;

    @Column(name = "cast_by", nullable = false, updatable = false)
    private String castBy;

    @Column(name = "cast_at", nullable = false, updatable = false)
    private Instant castAt;

    protected Vote() {}

    Vote(CastVote command, String castBy, Instant castAt) {
        this.choice = command.choice();
        this.reasons = command.choice() == Choice.SEND_BACK ? command.reasons() : null;
        this.castBy = castBy;
        this.castAt = castAt;
    }

    Choice choice() {
        return choice;
    }

    @Nullable
    String reasons() {
        return reasons;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Vote that
                && choice == that.choice
                && Objects.equals(reasons, that.reasons)
                && castBy.equals(that.castBy)
                && castAt.equals(that.castAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(choice, castBy, castAt);
    }
}
