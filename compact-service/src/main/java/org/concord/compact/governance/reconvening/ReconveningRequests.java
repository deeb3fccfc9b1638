package org.concord.compact.governance.reconvening;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The members' written requests. */
@ApplicationScoped
class ReconveningRequests implements PanacheRepositoryBase<ReconveningRequest, UUID> {

    /** By USPS code; at most one of each member. */
    List<ReconveningRequest> of(UUID meetingId) {
        return list("meetingId = ?1 order by member", meetingId);
    }
}
