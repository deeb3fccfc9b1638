package org.concord.compact.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All things of one kind that an agreement has, such as its proceedings; their ids sort by the time at which they were recorded. */
public interface Proceedings<P> extends PanacheRepositoryBase<P, UUID> {

    /** One of this agreement's; that of another is as absent as an unknown one. */
    default Optional<P> inAgreement(UUID agreementId, UUID id) {
        return find("agreementId = ?1 and id = ?2", agreementId, id).firstResultOptional();
    }

    /** A page of an agreement's, newest first. */
    default List<P> page(UUID agreementId, UUID below, int limit) {
        return find("agreementId = ?1 and id < ?2 order by id desc", agreementId, below)
                .page(0, limit)
                .list();
    }
}
