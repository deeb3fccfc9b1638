package org.concord.compact.procurement.award;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All awards, newest first. */
@ApplicationScoped
class Awards implements PanacheRepositoryBase<Award, UUID> {

    List<Award> page(Set<UUID> agreements, UUID below, int limit) {
        return agreements.isEmpty()
                ? List.of()
                : find("agreementId in ?1 and id < ?2 order by id desc", agreements, below)
                        .page(0, limit)
                        .list();
    }
}
