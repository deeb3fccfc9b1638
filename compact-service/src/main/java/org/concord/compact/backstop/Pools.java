package org.concord.compact.backstop;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All pools, newest first. */
@ApplicationScoped
class Pools implements PanacheRepositoryBase<BackstopPool, UUID> {

    /** The pool, its row locked until the transaction ends: its caps are used by one after the other. */
    Optional<BackstopPool> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<PoolLine> page(UUID agreementId, UUID below, int limit) {
        return find("agreementId = ?1 and id < ?2 order by id desc", agreementId, below).page(0, limit).stream()
                .map(BackstopPool::line)
                .toList();
    }
}
