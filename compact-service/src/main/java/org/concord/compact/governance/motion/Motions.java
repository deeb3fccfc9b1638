package org.concord.compact.governance.motion;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.governance.motion.MotionState.Stage;
import org.jspecify.annotations.Nullable;

/** All motions, newest first. */
@ApplicationScoped
class Motions implements PanacheRepositoryBase<Motion, UUID> {

    private static final String SUMMARY = "select m.id, m.agreementId, m.meetingId, m.title, m.movedBy, m.secondedBy,"
            + " m.stage, m.ballotId, m.movedAt, m.decidedAt from Motion m"
            + " where m.agreementId = :agreement and m.parentId is null and m.id < :below";

    /** Where a motion stands, read without loading it, so that a lock taken afterwards sees the row as it then is. */
    Optional<MotionPlace> placeOf(UUID id) {
        return getEntityManager()
                .createQuery("select m.agreementId, m.rootId, m.ballotId from Motion m where m.id = :id", Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .map(row -> new MotionPlace(row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, UUID.class)))
                .findFirst();
    }

    /** The whole tree, its main motion locked first: what belongs together is changed one after the other. */
    AmendmentTree lock(UUID rootId) {
        findById(rootId, LockModeType.PESSIMISTIC_WRITE);
        return tree(rootId);
    }

    /** The whole tree in one statement. */
    AmendmentTree tree(UUID rootId) {
        return new AmendmentTree(list("rootId = ?1 order by id", rootId));
    }

    /** Main motions without their texts: a page of them is small, whatever they say. */
    List<MotionSummary> page(UUID agreementId, @Nullable Stage stage, UUID below, int limit) {
        String order = " order by m.id desc";
        TypedQuery<Tuple> query = stage == null
                ? getEntityManager().createQuery(SUMMARY + order, Tuple.class)
                : getEntityManager()
                        .createQuery(SUMMARY + " and m.stage = :stage" + order, Tuple.class)
                        .setParameter("stage", stage);
        return query.setParameter("agreement", agreementId)
                .setParameter("below", below)
                .setMaxResults(limit)
                .getResultStream()
                .map(Motions::summary)
                .toList();
    }

    private static MotionSummary summary(Tuple row) {
        return new MotionSummary(
                row.get(0, UUID.class),
                row.get(1, UUID.class),
                row.get(2, UUID.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, Stage.class).name(),
                row.get(7, UUID.class),
                row.get(8, Instant.class),
                row.get(9, Instant.class));
    }
}
