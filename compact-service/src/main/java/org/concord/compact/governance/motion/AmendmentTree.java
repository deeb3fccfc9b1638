package org.concord.compact.governance.motion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.concord.compact.governance.motion.MotionState.Stage;
import org.concord.kit.problem.ProblemException;

/** A main motion and all its amendments: the order in which they are voted on, and what an adoption does. */
final class AmendmentTree {

    private final List<Motion> motions;

    /** All motions of one tree, oldest first; the main motion is among them. */
    AmendmentTree(List<Motion> motions) {
        this.motions = motions;
    }

    Motion find(UUID id) {
        return motions.stream()
                .filter(motion -> motion.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no motion of this tree"));
    }

    List<Motion> amendmentsOf(Motion parent) {
        return motions.stream()
                .filter(motion -> parent.id().equals(motion.parentId()))
                .toList();
    }

    int size() {
        return motions.size();
    }

    /**
     * What is still to be voted on, in order: below each motion first its amendments as they were moved, each after its
     * own. What nobody has seconded, and what is tabled, does not hold up the vote.
     */
    List<UUID> votingOrder() {
        List<UUID> order = new ArrayList<>();
        motions.stream().filter(motion -> motion.parentId() == null).forEach(root -> visit(root, order));
        return order;
    }

    private void visit(Motion motion, List<UUID> order) {
        if (motion.stage() != Stage.PENDING && motion.stage() != Stage.IN_BALLOT) {
            return;
        }
        amendmentsOf(motion).forEach(amendment -> visit(amendment, order));
        order.add(motion.id());
    }

    /**
     * Refuses a vote out of order.
     *
     * @throws ProblemException {@code not-next-in-order}
     */
    void requireNext(Motion motion) {
        List<UUID> order = votingOrder();
        if (!order.isEmpty() && !order.getFirst().equals(motion.id())) {
            throw new ProblemException(
                            MotionProblem.NOT_NEXT_IN_ORDER, "The next vote is on the motion " + order.getFirst() + ".")
                    .with("next", order.getFirst());
        }
    }

    /** Adopts a motion: an amendment changes its parent's text, and what no longer fits falls. */
    List<Motion> adopt(Motion motion, Instant now) {
        motion.adopt(now);
        List<Motion> fallen = new ArrayList<>(fellBelow(motion, now));
        if (motion.parentId() != null) {
            Motion parent = find(Objects.requireNonNull(motion.parentId()));
            parent.take(motion);
            for (Motion sibling : amendmentsOf(parent)) {
                if (!sibling.fits(parent.text()) && sibling.fall(now)) {
                    fallen.add(sibling);
                    fallen.addAll(fellBelow(sibling, now));
                }
            }
        }
        return fallen;
    }

    /** Lets all fall that would amend a motion which is over. */
    List<Motion> fellBelow(Motion over, Instant now) {
        List<Motion> fallen = new ArrayList<>();
        for (Motion amendment : amendmentsOf(over)) {
            if (amendment.fall(now)) {
                fallen.add(amendment);
            }
            fallen.addAll(fellBelow(amendment, now));
        }
        return fallen;
    }
}
