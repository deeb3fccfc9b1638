package org.concord.member.demand;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Members in rounds. */
@ApplicationScoped
class RoundParticipants implements PanacheRepositoryBase<RoundParticipant, RoundParticipant.Key> {

    /** The member's row, locked until the transaction ends. */
    Optional<RoundParticipant> locked(UUID roundId, String member) {
        return findByIdOptional(new RoundParticipant.Key(roundId, member), LockModeType.PESSIMISTIC_WRITE);
    }

    List<RoundParticipant> ofRound(UUID roundId) {
        return list("key.roundId", roundId);
    }
}
