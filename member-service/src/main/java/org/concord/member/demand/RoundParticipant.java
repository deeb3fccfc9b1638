package org.concord.member.demand;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.concord.kit.money.Amounts;
import org.jspecify.annotations.Nullable;

/** One member in one round, with its running total. Its row is locked while the member posts. */
@Entity
@Table(name = "round_participant")
class RoundParticipant {
    @EmbeddedId
    Key key;

    @Column(name = "population")
    long population;

    @Column(name = "total_doses")
    long totalDoses;

    @Nullable
    @Column(name = "consolidated_doses")
    Long consolidatedDoses;

    RoundParticipant() {}

    RoundParticipant(Key key, long population) {
        this.key = key;
        this.population = population;
    }

    String member() {
        return key.member;
    }

    /** Adds a line's doses; returns the new total. */
    long add(long doses) {
        totalDoses = Amounts.add(totalDoses, doses);
        return totalDoses;
    }

    /** A member in a round. */
    @Embeddable
    static class Key implements Serializable {
        @Column(name = "round_id")
        UUID roundId;

        @Column(name = "member")
        String member;

        Key() {}

        Key(UUID roundId, String member) {
            this.roundId = roundId;
            this.member = member;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && roundId.equals(that.roundId) && member.equals(that.member);
        }

        @Override
        public int hashCode() {
            return Objects.hash(roundId, member);
        }

        @Override
        public String toString() {
            return roundId + "/" + member;
        }
    }
}
