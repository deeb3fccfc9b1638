package org.concord.member.order;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Members' shares of awards. */
@ApplicationScoped
class AwardShares implements PanacheRepositoryBase<AwardShare, AwardShare.Key> {

    /** The member's share, locked until the transaction ends. */
    Optional<AwardShare> locked(UUID awardId, String member) {
        return findByIdOptional(new AwardShare.Key(awardId, member), LockModeType.PESSIMISTIC_WRITE);
    }
}
