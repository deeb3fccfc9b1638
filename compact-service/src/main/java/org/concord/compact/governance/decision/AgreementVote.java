package org.concord.compact.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.agreement.Decisions;
import org.concord.compact.agreement.amendment.AmendmentRegister;
import org.concord.compact.agreement.exit.DefaultRegister;
import org.concord.compact.governance.BallotRegister;
import org.concord.compact.governance.BallotResult;
import org.concord.compact.governance.Matter;
import org.concord.compact.governance.Matter.Proposal;
import org.concord.compact.governance.MatterOwner;
import org.concord.kit.access.Access;
import org.concord.kit.problem.ProblemException;

/** Lays matters of the agreement itself before the members. */
@ApplicationScoped
class AgreementVote implements MatterOwner {

    private static final Set<String> KINDS = Set.of(
            AmendmentRegister.PROPOSING,
            DefaultRegister.SUSPENSION,
            DefaultRegister.TERMINATION,
            Decisions.DISSOLUTION);

    private final AgreementRegister agreements;
    private final AmendmentRegister amendments;
    private final DefaultRegister defaults;
    private final BallotRegister ballots;

    AgreementVote(
            AgreementRegister agreements,
            AmendmentRegister amendments,
            DefaultRegister defaults,
            BallotRegister ballots) {
        this.agreements = agreements;
        this.amendments = amendments;
        this.defaults = defaults;
        this.ballots = ballots;
    }

    @Override
    public boolean owns(Matter matter) {
        return matter instanceof Proposal proposal && KINDS.contains(proposal.kind());
    }

    @Override
    public void takenUp(Matter matter, UUID agreementId, UUID ballotId) {
        Proposal proposal = (Proposal) matter;
        UUID id = proposal.proposalId();
        AgreementFacts agreement = agreements.find(agreementId).orElseThrow(Access::notFound);
        boolean ready = switch (proposal.kind()) {
            case AmendmentRegister.PROPOSING -> amendments.isBeforeTheMembers(agreementId, agreement.lead(), id);
            case Decisions.DISSOLUTION -> id.equals(agreementId);
            default -> defaults.isBeforeTheMembers(agreementId, id);
        };
        if (!ready) {
            throw new ProblemException(
                    DecisionProblem.NOT_BEFORE_THE_MEMBERS,
                    "No " + proposal.kind() + " " + id + " waits for a vote of the members of " + agreement.code()
                            + ".");
        }
    }

    @Override
    public void decided(Matter matter, UUID ballotId, BallotResult result) {
        Proposal proposal = (Proposal) matter;
        if (proposal.kind().equals(AmendmentRegister.PROPOSING) && result != BallotResult.QUORUM_NOT_REACHED) {
            amendments.decided(
                    ballots.agreementOf(ballotId).orElseThrow(), proposal.proposalId(), ballotId, result.carried());
        }
    }
}
