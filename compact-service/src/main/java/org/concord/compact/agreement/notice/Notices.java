package org.concord.compact.agreement.notice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All statutory notices. */
@ApplicationScoped
class Notices implements PanacheRepositoryBase<StatutoryNotice, UUID> {

    List<StatutoryNotice> page(UUID agreementId, UUID below, int limit) {
        return find("agreementId = ?1 and id < ?2 order by id desc", agreementId, below)
                .page(0, limit)
                .list();
    }

    /** What is still to be given in a matter: at most one for each member and office. */
    List<StatutoryNotice> due(UUID agreementId, UUID matterId) {
        return list("agreementId = ?1 and matterId = ?2 and givenOn is null order by id", agreementId, matterId);
    }
}
