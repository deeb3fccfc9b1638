package org.concord.compact.procurement.round;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.procurement.evaluation.AwardFormula;
import org.concord.compact.procurement.evaluation.Bid;
import org.concord.compact.procurement.evaluation.EvaluateAward;
import org.concord.compact.procurement.evaluation.Evaluation;
import org.concord.compact.procurement.evaluation.Limits;
import org.concord.compact.procurement.round.RoundEvent.DemandConsolidated;
import org.concord.compact.procurement.round.RoundEvent.RoundEvaluated;
import org.concord.compact.procurement.round.RoundEvent.RoundOpened;
import org.concord.compact.procurement.round.RoundEvent.TenderIssued;
import org.concord.compact.surveillance.picture.AlertRegister;
import org.concord.compact.surveillance.picture.LinkAlert;
import org.concord.kit.access.Access;
import org.concord.kit.access.ReadScope;
import org.concord.kit.access.Right;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

/** Moves rounds. Callers bring the transaction; every move takes the round's row lock first. */
@ApplicationScoped
public class RoundDesk {

    private static final Logger LOG = Logger.getLogger(RoundDesk.class);

    private final Rounds rounds;
    private final Bids bids;
    private final Evaluations evaluations;
    private final LateDemands lateDemands;
    private final AgreementRegister agreements;
    private final AlertRegister alerts;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    RoundDesk(
            Rounds rounds,
            Bids bids,
            Evaluations evaluations,
            LateDemands lateDemands,
            AgreementRegister agreements,
            AlertRegister alerts,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.rounds = rounds;
        this.bids = bids;
        this.evaluations = evaluations;
        this.lateDemands = lateDemands;
        this.agreements = agreements;
        this.alerts = alerts;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a round under an agreement that may buy together; its lead leads the round.
     *
     * @throws ProblemException {@code validation-failed}, {@code participant-not-in-standing},
     *     {@code closing-time-not-ahead}
     */
    RoundView open(OpenRound command, AgreementFacts agreement, ReadScope scope, String openedBy) {
        command.requireSound();
        Instant now = Moments.now(clock);
        if (!command.demandDueAt().isAfter(now)) {
            throw new ProblemException(
                    RoundProblem.CLOSING_TIME_NOT_AHEAD, command.demandDueAt() + " has passed; it is " + now + ".");
        }
        requireStanding(command.participants(), agreement, now);
        Round round = Round.open(ids.next(), command, agreement.lead(), now);
        rounds.persistAndFlush(round);
        UUID alert = command.alertId();
        if (alert != null) {
            alerts.opened(alert, LinkAlert.Type.ROUND, round.id(), agreement.id(), "/alertId", openedBy);
        }
        publish(
                round,
                new RoundOpened(
                        round.id(),
                        round.agreementId(),
                        round.title(),
                        round.item(),
                        round.lead(),
                        round.participants(),
                        round.demandDueAt(),
                        round.fees(),
                        round.sharedCostCents(),
                        round.sharedCostFormula(),
                        round.requisition(),
                        round.openedAt()));
        return RoundView.of(round, scope, List.of(), null, answered(round.id()));
    }

    private void requireStanding(List<Participant> participants, AgreementFacts agreement, Instant now) {
        SortedSet<String> buying = agreements.keeping(Right.TAKE_PART_IN_PURCHASES, agreement.id(), now);
        List<Violation> faults = new ArrayList<>();
        for (int i = 0; i < participants.size(); i++) {
            if (!buying.contains(participants.get(i).member())) {
                faults.add(
                        Violation.at("/participants/" + i + "/member", "not-in-standing", "has not the right today"));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    RoundProblem.PARTICIPANT_NOT_IN_STANDING,
                    "Only members of " + agreement.code() + " that have the right to buy today take part.",
                    faults);
        }
    }

    /** Takes a member's new total; what arrives after the line was drawn is kept aside and changes nothing. */
    void takeDemand(UUID eventId, DemandPosted posted) {
        Round round = rounds.lock(posted.roundId())
                .orElseThrow(() -> new IllegalStateException("demand for an unknown round " + posted.roundId()));
        if (!round.takeDemand(posted.member(), posted.totalDoses())) {
            LOG.warnf("demand of %s for round %s came after consolidation", posted.member(), posted.roundId());
            lateDemands.persist(new LateDemand(eventId, posted));
        }
    }

    /**
     * Draws the line under the demand.
     *
     * @throws ProblemException {@code round-not-in-this-state}, {@code demand-incomplete}, {@code demand-empty}
     */
    ConsolidationView consolidate(UUID roundId) {
        Round round = locked(roundId);
        round.consolidate(Moments.now(clock));
        publish(round, new DemandConsolidated(round.id(), round.agreementId(), round.demandedSoFar(), round.demands()));
        return new ConsolidationView(round.id(), round.demandedSoFar(), round.demands());
    }

    /**
     * Asks for sealed bids.
     *
     * @throws ProblemException {@code round-not-in-this-state}, {@code closing-time-not-ahead}
     */
    IssuedTenderView tender(UUID roundId, IssueTender command) {
        Round round = locked(roundId);
        round.tender(command.bidsDueAt(), Moments.now(clock));
        publish(round, new TenderIssued(round.id(), round.agreementId(), round.demandedSoFar(), command.bidsDueAt()));
        return new IssuedTenderView(round.id(), round.demandedSoFar(), command.bidsDueAt());
    }

    /**
     * Records an opened bid.
     *
     * @throws ProblemException {@code bids-still-sealed} before the closing time, {@code round-not-in-this-state},
     *     {@code validation-failed}, {@code bid-already-recorded}, {@code too-many-bids}
     */
    BidView recordBid(UUID roundId, Bid bid, String recordedBy) {
        AwardFormula.requireSound(bid);
        Round round = locked(roundId);
        Instant now = Moments.now(clock);
        round.requireBidsOpen(now);
        if (bids.count("roundId", roundId) >= Limits.BIDS) {
            throw new ProblemException(RoundProblem.TOO_MANY_BIDS, "A round takes at most " + Limits.BIDS + " bids.");
        }
        UUID id = ids.next();
        try {
            bids.persistAndFlush(new RecordedBid(id, roundId, bid, recordedBy, now));
        } catch (ConstraintViolationException violated) {
            if ("bid_once_per_supplier_uk".equals(violated.getConstraintName())) {
                throw new ProblemException(
                        RoundProblem.BID_ALREADY_RECORDED, "The bid of " + bid.supplier() + " stands as recorded.");
            }
            throw violated;
        }
        return new BidView(id, roundId, bid, now);
    }

    /**
     * Applies the published formula to the recorded bids and keeps inputs and result for ever.
     *
     * @throws ProblemException {@code round-not-in-this-state}, {@code no-bids-recorded}, {@code bids-still-sealed}, or
     *     the formula's own refusals
     */
    EvaluationView evaluate(UUID roundId, String evaluatedBy) {
        Round round = locked(roundId);
        Instant now = Moments.now(clock);
        UUID id = ids.next();
        round.evaluate(id, now);
        List<Bid> opened = bids.of(roundId);
        if (opened.isEmpty()) {
            throw new ProblemException(RoundProblem.NO_BIDS_RECORDED, "Record the opened bids first.");
        }
        EvaluateAward inputs = new EvaluateAward(round.item().packageDoses(), round.demands(), opened, round.split());
        Evaluation result = AwardFormula.evaluate(inputs);
        EvaluationView view = evaluations.store(id, roundId, inputs, result, evaluatedBy, now);
        publish(
                round,
                new RoundEvaluated(
                        round.id(),
                        round.agreementId(),
                        id,
                        result.formulaVersion(),
                        result.totalDoses(),
                        result.bids(),
                        result.recommended(),
                        result.everyMemberAloneCents(),
                        result.poolingSavesCents(),
                        now));
        return view;
    }

    /** The round with its bids and its current evaluation. */
    Optional<RoundView> show(UUID roundId, ReadScope scope) {
        return rounds.findByIdOptional(roundId).map(round -> {
            UUID evaluation = round.evaluationId();
            return RoundView.of(
                    round,
                    scope,
                    bids.of(roundId),
                    evaluation == null
                            ? null
                            : evaluations.find(roundId, evaluation).orElseThrow(),
                    answered(roundId));
        });
    }

    private List<UUID> answered(UUID roundId) {
        return alerts.thatOpened(LinkAlert.Type.ROUND, roundId);
    }

    // ---- for the ballot and the award
    // --------------------------------------------------------------------------------

    /**
     * Lays an evaluation before the members of the round's agreement.
     *
     * @throws ProblemException {@code not-found}, {@code matter-of-another-agreement}, {@code round-not-in-this-state},
     *     {@code not-the-current-evaluation}, {@code nothing-to-award}
     */
    public void takeToBallot(UUID roundId, UUID evaluationId, UUID agreementId, UUID ballotId) {
        Round round = locked(roundId);
        if (!round.agreementId().equals(agreementId)) {
            throw new ProblemException(
                    RoundProblem.MATTER_OF_ANOTHER_AGREEMENT, "Its own members concur in a round's award.");
        }
        round.takeToBallot(evaluationId, ballotId);
        EvaluationView view = evaluations.find(roundId, evaluationId).orElseThrow();
        if (view.evaluation().recommended() == null) {
            throw new ProblemException(
                    RoundProblem.NOTHING_TO_AWARD, "No single supplier can serve the whole demand; there is no award.");
        }
    }

    /** The members have concurred: the lead may award. */
    public void concurred(UUID roundId, UUID ballotId) {
        locked(roundId).concurred(ballotId);
    }

    /** The members have sent the evaluation back: the round returns to its tender. */
    public void sentBack(UUID roundId, UUID ballotId) {
        locked(roundId).sentBack(ballotId);
    }

    /** Too few seats voted: the evaluation may go to another ballot. */
    public void withoutQuorum(UUID roundId, UUID ballotId) {
        locked(roundId).withoutQuorum(ballotId);
    }

    /**
     * Ends the round with its award.
     *
     * @throws ProblemException {@code round-not-in-this-state}
     */
    public AwardTerms award(UUID roundId, UUID evaluationId, UUID awardId) {
        Round round = locked(roundId);
        round.award(awardId);
        Evaluation evaluation =
                evaluations.find(roundId, evaluationId).orElseThrow().evaluation();
        Evaluation.Purchase purchase = evaluation.recommended();
        if (purchase == null) {
            throw new IllegalStateException("a ballot concurred in an evaluation without a recommendation");
        }
        return new AwardTerms(
                round.id(),
                round.agreementId(),
                round.lead(),
                round.item(),
                round.participants(),
                round.fees(),
                round.sharedCostCents(),
                round.sharedCostFormula(),
                round.requisition(),
                purchase,
                evaluation.members());
    }

    /** The agreement and the lead of a round; empty for an unknown one. */
    public Optional<RoundHome> home(UUID roundId) {
        return rounds.findByIdOptional(roundId).map(round -> new RoundHome(round.agreementId(), round.lead()));
    }

    /** Where a round belongs. */
    public record RoundHome(UUID agreementId, String lead) {}

    private Round locked(UUID roundId) {
        return rounds.lock(roundId).orElseThrow(Access::notFound);
    }

    private void publish(Round round, RoundEvent event) {
        outbox.publish(RoundEvent.TOPIC, round.id().toString(), event);
    }
}
