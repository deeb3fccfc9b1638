package org.concord.compact.governance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
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

    /** Whose ballot it is. It loads nothing, so that a lock taken afterwards sees the row as it then is. */
    Optional<UUID> agreementOf(UUID id) {
        return find("select agreementId from Ballot where id = ?1", id)
                .project(UUID.class)
                .firstResultOptional();
    }

    /** Ballots of a page whose hour has come and which nobody has looked at since. */
    List<UUID> due(UUID agreementId, UUID below, Instant now, int limit) {
        return find(
                        "select id from Ballot where agreementId = ?1 and id < ?2 and closedAt is null and closesAt <= ?3"
                                + " order by id desc",
                        agreementId,
                        below,
                        now)
                .page(0, limit)
                .project(UUID.class)
                .list();
    }

    List<Ballot> page(UUID agreementId, UUID below, int limit) {
        return find("agreementId = ?1 and id < ?2 order by id desc", agreementId, below)
                .page(0, limit)
                .list();
    }
}
