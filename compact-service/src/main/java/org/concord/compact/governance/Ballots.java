package org.concord.compact.governance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All ballots, newest first. */
@ApplicationScoped
class Ballots implements PanacheRepositoryBase<Ballot, UUID> {

    /** The ballot, its row locked until the transaction ends: votes are counted one after the other. */
    Optional<Ballot> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Ballot> page(UUID agreementId, UUID below, int limit) {
        return find("agreementId = ?1 and id < ?2 order by id desc", agreementId, below)
                .page(0, limit)
                .list();
    }
}
