package org.concord.compact.backstop;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All lapses. A pool has at most one that is not over. */
@ApplicationScoped
class Lapses implements PanacheRepositoryBase<Lapse, UUID> {

    /** Lapses shown with a pool: more than a century of them. */
    private static final int MOST = 100;

    Optional<Lapse> open(UUID poolId) {
        return find("poolId = ?1 and restoredOn is null", poolId).firstResultOptional();
    }

    /** The last one that began. */
    Optional<Lapse> last(UUID poolId) {
        return find("poolId = ?1 order by lapsedOn desc, id desc", poolId)
                .page(0, 1)
                .firstResultOptional();
    }

    List<PoolView.LapseView> of(UUID poolId) {
        return find("poolId = ?1 order by lapsedOn desc, id desc", poolId).page(0, MOST).stream()
                .map(Lapse::view)
                .toList();
    }
}
