package org.concord.compact.guidance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All comments, newest first. */
@ApplicationScoped
class ReviewComments implements PanacheRepositoryBase<ReviewComment, UUID> {

    List<ReviewComment> page(UUID versionId, UUID below, int limit) {
        return find("versionId = ?1 and id < ?2 order by id desc", versionId, below)
                .page(0, limit)
                .list();
    }
}
