package org.concord.compact.procurement.round;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.link.Thing;
import org.concord.compact.link.ThingOwner;

/** Rounds as others name them. */
@ApplicationScoped
class RoundThings implements ThingOwner {

    private final Rounds rounds;

    RoundThings(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public Thing kind() {
        return Thing.ROUND;
    }

    @Override
    public Optional<UUID> agreementOf(UUID id) {
        return rounds.findByIdOptional(id).map(Round::agreementId);
    }
}
