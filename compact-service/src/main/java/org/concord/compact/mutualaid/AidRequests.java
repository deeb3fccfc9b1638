package org.concord.compact.mutualaid;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All requests, newest first. */
@ApplicationScoped
class AidRequests implements PanacheRepositoryBase<AidRequest, UUID> {

    List<AidRequest> page(UUID eventId, UUID below, int limit) {
        return find("eventId = ?1 and id < ?2 order by id desc", eventId, below)
                .page(0, limit)
                .list();
    }
}
