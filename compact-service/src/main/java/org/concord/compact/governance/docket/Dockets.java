package org.concord.compact.governance.docket;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All dockets, newest first. */
@ApplicationScoped
class Dockets implements PanacheRepositoryBase<Docket, UUID> {

    /** The docket, its row locked until the transaction ends. */
    Optional<Docket> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The ballot on the rule, read without loading the docket. */
    Optional<UUID> ballotOf(UUID id) {
        return find("select ballotId from Docket where id = ?1 and ballotId is not null", id)
                .project(UUID.class)
                .firstResultOptional();
    }

    /** Those that the public has notice of. */
    List<Docket> page(UUID agreementId, UUID below, int limit) {
        return find("agreementId = ?1 and id < ?2 and noticedAt is not null order by id desc", agreementId, below)
                .page(0, limit)
                .list();
    }
}
