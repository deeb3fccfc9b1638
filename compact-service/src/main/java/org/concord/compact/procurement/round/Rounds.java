package org.concord.compact.procurement.round;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All rounds, newest first. */
@ApplicationScoped
class Rounds implements PanacheRepositoryBase<Round, UUID> {

    /** The round, its row locked until the transaction ends: officials move it one after the other. */
    Optional<Round> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Round> page(Set<UUID> agreements, UUID below, int limit) {
        return agreements.isEmpty()
                ? List.of()
                : find("agreementId in ?1 and id < ?2 order by id desc", agreements, below)
                        .page(0, limit)
                        .list();
    }
}
