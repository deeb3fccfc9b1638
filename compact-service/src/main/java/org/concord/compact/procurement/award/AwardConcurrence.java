package org.concord.compact.procurement.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.concord.compact.governance.BallotResult;
import org.concord.compact.governance.Matter;
import org.concord.compact.governance.Matter.ConcurInAward;
import org.concord.compact.governance.MatterOwner;
import org.concord.compact.procurement.round.RoundDesk;

/** Lays a round's evaluation before the members, and moves the round by what they decide. */
@ApplicationScoped
class AwardConcurrence implements MatterOwner {

    private final RoundDesk rounds;

    AwardConcurrence(RoundDesk rounds) {
        this.rounds = rounds;
    }

    @Override
    public boolean owns(Matter matter) {
        return matter instanceof ConcurInAward;
    }

    @Override
    public void takenUp(Matter matter, UUID agreementId, UUID ballotId) {
        ConcurInAward concur = (ConcurInAward) matter;
        rounds.takeToBallot(concur.roundId(), concur.evaluationId(), agreementId, ballotId);
    }

    @Override
    public void decided(Matter matter, UUID ballotId, BallotResult result) {
        UUID roundId = ((ConcurInAward) matter).roundId();
        switch (result) {
            case CONCURRED -> rounds.concurred(roundId, ballotId);
            case SENT_BACK -> rounds.sentBack(roundId, ballotId);
            case QUORUM_NOT_REACHED -> rounds.withoutQuorum(roundId, ballotId);
            case ADOPTED, REJECTED -> throw new IllegalStateException("an award is concurred in, not adopted");
        }
    }
}
