package org.concord.compact.governance.meeting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All meetings, newest first. */
@ApplicationScoped
class Meetings implements PanacheRepositoryBase<Meeting, UUID> {

    /** The meeting, its row locked until the transaction ends. */
    Optional<Meeting> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Meeting> page(UUID agreementId, UUID below, int limit) {
        return find("agreementId = ?1 and id < ?2 order by id desc", agreementId, below)
                .page(0, limit)
                .list();
    }
}
