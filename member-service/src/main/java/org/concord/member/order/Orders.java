package org.concord.member.order;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Orders. */
@ApplicationScoped
class Orders implements PanacheRepositoryBase<Order, UUID> {

    /** The order, locked until the transaction ends: its moves happen one after another. */
    Optional<Order> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Doses of a share that orders hold: all but the refused ones. Exact while the share's row is locked. */
    long dosesHeld(UUID awardId, String member) {
        Long held = find(
                        "select sum(doses) from PurchaseOrder where awardId = ?1 and member = ?2 and state <> ?3",
                        awardId,
                        member,
                        OrderState.Name.REFUSED)
                .project(Long.class)
                .firstResult();
        return held == null ? 0 : held;
    }

    /** Whether another order of the member bears the number. Exact while the number is locked. */
    boolean anotherBears(Order order, String purchaseOrderNumber) {
        return count(
                        "member = ?1 and purchaseOrderNumber = ?2 and id <> ?3",
                        order.member,
                        purchaseOrderNumber,
                        order.id)
                > 0;
    }

    /** Two submissions under one number happen one after another, so that the second is refused by name. */
    void lockNumber(String member, String purchaseOrderNumber) {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:number, 1))")
                .setParameter("number", member + "/" + purchaseOrderNumber)
                .getSingleResult();
    }
}
