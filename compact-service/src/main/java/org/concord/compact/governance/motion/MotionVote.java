package org.concord.compact.governance.motion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.concord.compact.governance.BallotResult;
import org.concord.compact.governance.Matter;
import org.concord.compact.governance.MatterOwner;

/** Lays motions before the members, and does what they decide. */
@ApplicationScoped
class MotionVote implements MatterOwner {

    private final MotionDesk motions;

    MotionVote(MotionDesk motions) {
        this.motions = motions;
    }

    @Override
    public boolean owns(Matter matter) {
        return matter instanceof Matter.AdoptMotion;
    }

    @Override
    public void takenUp(Matter matter, UUID agreementId, UUID ballotId) {
        motions.takeToBallot(((Matter.AdoptMotion) matter).motionId(), agreementId, ballotId);
    }

    @Override
    public void decided(Matter matter, UUID ballotId, BallotResult result) {
        motions.decided(((Matter.AdoptMotion) matter).motionId(), ballotId, result);
    }
}
