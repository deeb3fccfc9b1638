package org.concord.compact.governance;

import java.util.UUID;

/**
 * The feature that acts on ballots about one kind of matter. Both calls run in the ballot's transaction, with the ballot
 * already locked: whoever needs both locks takes the ballot's first.
 */
public interface MatterOwner {

    /** Whether ballots about this matter are this owner's. */
    boolean owns(Matter matter);

    /**
     * A ballot opens about the matter; the owner refuses when the matter is not ready, or not this agreement's.
     *
     * @throws org.concord.kit.problem.ProblemException with the owner's own reason
     */
    void takenUp(Matter matter, UUID agreementId, UUID ballotId);

    /** The ballot has closed; the owner acts on the result. */
    void decided(Matter matter, UUID ballotId, BallotResult result);
}
