package org.concord.compact.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.agreement.AgreementProblem;
import org.concord.compact.agreement.Decision;
import org.concord.compact.agreement.Decisions;
import org.concord.compact.governance.BallotRegister;
import org.concord.compact.governance.BallotRegister.Decided;
import org.concord.compact.governance.Matter;
import org.concord.compact.governance.Matter.AdoptMotion;
import org.concord.compact.governance.Matter.Proposal;
import org.concord.compact.governance.admission.Admission;
import org.concord.compact.governance.motion.MotionRegister;
import org.concord.kit.problem.ProblemException;

/** Tells the agreement what its members have decided. */
@ApplicationScoped
class MemberDecisions implements Decisions {

    private final BallotRegister ballots;
    private final MotionRegister motions;
    private final Admission admission;

    MemberDecisions(BallotRegister ballots, MotionRegister motions, Admission admission) {
        this.ballots = ballots;
        this.motions = motions;
        this.admission = admission;
    }

    @Override
    public void requireCarried(UUID agreementId, Decision decision, String matter, UUID subjectId) {
        switch (decision.kind()) {
            case BALLOT ->
                requireCarried(decision, ballots.decided(agreementId, decision.id()), new Proposal(matter, subjectId));
            // What a motion says is in its words: that it is this matter's is for whoever records the act to certify.
            case MOTION -> {
                if (!motions.isOf(decision.id(), agreementId)) {
                    throw unknown(decision);
                }
                UUID ballot = motions.lastBallot(decision.id()).orElseThrow(() -> notCarried(decision));
                requireCarried(decision, ballots.decided(agreementId, ballot), new AdoptMotion(decision.id()));
            }
        }
    }

    private static void requireCarried(Decision decision, Optional<Decided> found, Matter matter) {
        Decided decided = found.orElseThrow(() -> unknown(decision));
        if (!decided.matter().equals(matter)) {
            throw new ProblemException(
                    AgreementProblem.DECISION_ON_ANOTHER_MATTER, decision.words() + " was not on this matter.");
        }
        if (!decided.carried()) {
            throw notCarried(decision);
        }
    }

    @Override
    public boolean isAdmitted(UUID agreementId, String member) {
        return admission.admitted(agreementId, member);
    }

    private static ProblemException unknown(Decision decision) {
        return new ProblemException(
                AgreementProblem.DECISION_UNKNOWN, "This agreement's members have no " + decision.words() + ".");
    }

    private static ProblemException notCarried(Decision decision) {
        return new ProblemException(
                AgreementProblem.DECISION_NOT_CARRIED, decision.words() + " was not carried, or is still open.");
    }
}
