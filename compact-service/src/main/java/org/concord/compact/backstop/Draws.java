package org.concord.compact.backstop;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All draws, newest first. */
@ApplicationScoped
class Draws implements PanacheRepositoryBase<Draw, UUID> {

    private static final String OUTSTANDING = "select coalesce(sum(d.amountCents - d.recoveredCents), 0) from Draw d"
            + " where d.poolId = ?1 and d.stage in (org.concord.compact.backstop.DrawStage.DRAWN,"
            + " org.concord.compact.backstop.DrawStage.RECOVERY_DUE)";

    /** What is drawn on a pool and has not gone back. */
    long outstandingCents(UUID poolId) {
        return find(OUTSTANDING, poolId).project(Long.class).singleResult();
    }

    /** The same of one member. */
    long outstandingCents(UUID poolId, String member) {
        return find(OUTSTANDING + " and d.member = ?2", poolId, member)
                .project(Long.class)
                .singleResult();
    }

    /** Whose pool it is, read without loading the draw: what is loaded before the lock may be stale behind it. */
    Optional<UUID> poolOf(UUID drawId) {
        return find("select d.poolId from Draw d where d.id = ?1", drawId)
                .project(UUID.class)
                .firstResultOptional();
    }

    List<DrawLine> page(UUID poolId, UUID below, int limit) {
        return find("poolId = ?1 and id < ?2 order by id desc", poolId, below).page(0, limit).stream()
                .map(Draw::line)
                .toList();
    }
}
