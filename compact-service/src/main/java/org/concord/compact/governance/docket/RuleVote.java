package org.concord.compact.governance.docket;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.concord.compact.governance.BallotResult;
import org.concord.compact.governance.Matter;
import org.concord.compact.governance.MatterOwner;

/** Lays rules before the members, and does what they decide. */
@ApplicationScoped
class RuleVote implements MatterOwner {

    private final DocketDesk dockets;

    RuleVote(DocketDesk dockets) {
        this.dockets = dockets;
    }

    @Override
    public boolean owns(Matter matter) {
        return matter instanceof Matter.AdoptRule;
    }

    @Override
    public void takenUp(Matter matter, UUID agreementId, UUID ballotId) {
        dockets.takeToBallot(((Matter.AdoptRule) matter).docketId(), agreementId, ballotId);
    }

    @Override
    public void decided(Matter matter, UUID ballotId, BallotResult result) {
        dockets.decided(((Matter.AdoptRule) matter).docketId(), ballotId, result);
    }
}
