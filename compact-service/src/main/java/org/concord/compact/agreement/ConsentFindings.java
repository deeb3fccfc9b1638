package org.concord.compact.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All findings on consent. */
@ApplicationScoped
class ConsentFindings implements PanacheRepositoryBase<ConsentFinding, UUID> {

    List<ConsentFinding> page(UUID agreementId, UUID below, int limit) {
        return find("agreementId = ?1 and id < ?2 order by id desc", agreementId, below)
                .page(0, limit)
                .list();
    }
}
