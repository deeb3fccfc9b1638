package org.concord.compact.procurement.round;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.concord.compact.procurement.evaluation.DemandLine;
import org.concord.compact.procurement.evaluation.SplitRule;
import org.concord.compact.procurement.round.RoundState.Awarded;
import org.concord.compact.procurement.round.RoundState.CollectingDemand;
import org.concord.compact.procurement.round.RoundState.Concurred;
import org.concord.compact.procurement.round.RoundState.Consolidated;
import org.concord.compact.procurement.round.RoundState.Evaluated;
import org.concord.compact.procurement.round.RoundState.InBallot;
import org.concord.compact.procurement.round.RoundState.Stage;
import org.concord.compact.procurement.round.RoundState.Tendered;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One pooled purchase: its published terms, the members' demand, and how far it has come. */
@Entity
@Table(name = "round")
class Round {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "title", nullable = false, updatable = false)
    private String title;

    @Column(name = "item_cvx", nullable = false, updatable = false)
    private String itemCvx;

    @Column(name = "item_name", nullable = false, updatable = false)
    private String itemName;

    @Column(name = "package_doses", nullable = false, updatable = false)
    private long packageDoses;

    @Column(name = "lead", nullable = false, updatable = false)
    private String lead;

    @Column(name = "operations_fee", nullable = false, updatable = false)
    private String operationsFee;

    @Column(name = "capital_fee", nullable = false, updatable = false)
    private String capitalFee;

    @Column(name = "shared_cost_cents", nullable = false, updatable = false)
    private long sharedCostCents;

    @Column(name = "shared_cost_formula", nullable = false, updatable = false)
    private String sharedCostFormula;

    @Column(name = "ceiling_unit_cents", nullable = false, updatable = false)
    private long ceilingUnitCents;

    @Column(name = "requisition_formula", nullable = false, updatable = false)
    private String requisitionFormula;

    @Column(name = "split_suppliers", updatable = false)
    private @Nullable Integer splitSuppliers;

    @Column(name = "split_max_share_percent", updatable = false)
    private @Nullable Integer splitMaxSharePercent;

    @Column(name = "demand_due_at", nullable = false, updatable = false)
    private Instant demandDueAt;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "stage", nullable = false)
    private Stage stage;

    @Column(name = "total_doses")
    private @Nullable Long totalDoses;

    @Column(name = "bids_due_at")
    private @Nullable Instant bidsDueAt;

    @Column(name = "evaluation_id")
    private @Nullable UUID evaluationId;

    @Column(name = "ballot_id")
    private @Nullable UUID ballotId;

    @Column(name = "award_id")
    private @Nullable UUID awardId;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @ElementCollection
    @CollectionTable(name = "participant", joinColumns = @JoinColumn(name = "round_id"))
    @MapKeyColumn(name = "member")
    @Column(name = "population", nullable = false)
    private Map<String, Long> populations = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "demand", joinColumns = @JoinColumn(name = "round_id"))
    @MapKeyColumn(name = "member")
    @Column(name = "doses", nullable = false)
    private Map<String, Long> demands = new HashMap<>();

    protected Round() {}

    static Round open(UUID id, OpenRound command, String lead, Instant now) {
        Round round = new Round();
        round.id = id;
        round.agreementId = command.agreementId();
        round.title = command.title();
        round.itemCvx = command.item().cvx();
        round.itemName = command.item().name();
        round.packageDoses = command.item().packageDoses();
        round.lead = lead;
        round.operationsFee = command.fees().operations();
        round.capitalFee = command.fees().capital();
        round.sharedCostCents = command.sharedCostCents();
        round.sharedCostFormula = command.sharedCostFormula();
        round.ceilingUnitCents = command.requisition().ceilingUnitCents();
        round.requisitionFormula = command.requisition().sharedCostFormula();
        SplitRule split = command.split();
        round.splitSuppliers = split == null ? null : split.suppliers();
        round.splitMaxSharePercent = split == null ? null : split.maxSharePercent();
        round.demandDueAt = command.demandDueAt();
        round.openedAt = now;
        round.stage = Stage.COLLECTING_DEMAND;
        command.participants()
                .forEach(participant -> round.populations.put(participant.member(), participant.population()));
        return round;
    }

    // ---- moves
    // -------------------------------------------------------------------------------------------------------

    /**
     * Takes a member's new total.
     *
     * @return false when the line under the demand has been drawn already
     * @throws IllegalStateException for a member that does not take part or a part package: member-service would have
     *     refused both
     */
    boolean takeDemand(String member, long doses) {
        if (!populations.containsKey(member)) {
            throw new IllegalStateException(member + " takes no part in round " + id);
        }
        if (doses < 0 || doses % packageDoses != 0) {
            throw new IllegalStateException(doses + " doses are no whole packages of " + packageDoses);
        }
        if (!(state() instanceof CollectingDemand)) {
            return false;
        }
        demands.put(member, doses);
        return true;
    }

    void consolidate(Instant now) {
        if (!(state() instanceof CollectingDemand collecting)) {
            throw notNow("consolidate the demand");
        }
        boolean everyone = demands.keySet().containsAll(populations.keySet());
        become(collecting.consolidate(everyone, demandedSoFar(), now));
    }

    void tender(Instant due, Instant now) {
        if (!(state() instanceof Consolidated consolidated)) {
            throw notNow("issue a tender");
        }
        become(consolidated.tender(due, now));
    }

    void requireBidsOpen(Instant now) {
        if (!(state() instanceof Tendered tendered)) {
            throw notNow("record a bid");
        }
        tendered.requireOpened(now);
    }

    void evaluate(UUID evaluation, Instant now) {
        if (!(state() instanceof Tendered tendered)) {
            throw notNow("evaluate bids");
        }
        become(tendered.evaluate(evaluation, now));
    }

    void takeToBallot(UUID evaluation, UUID ballot) {
        if (!(state() instanceof Evaluated evaluated)) {
            throw notNow("go to a ballot");
        }
        become(evaluated.takeToBallot(evaluation, ballot));
    }

    void concurred(UUID ballot) {
        become(inBallot(ballot).concur());
    }

    void sentBack(UUID ballot) {
        become(inBallot(ballot).sendBack());
    }

    void withoutQuorum(UUID ballot) {
        become(inBallot(ballot).withoutQuorum());
    }

    void award(UUID award) {
        if (!(state() instanceof Concurred concurred)) {
            throw notNow("be awarded");
        }
        become(concurred.award(award));
    }

    private InBallot inBallot(UUID ballot) {
        if (state() instanceof InBallot inBallot && inBallot.ballotId().equals(ballot)) {
            return inBallot;
        }
        throw new IllegalStateException("round " + id + " is not in ballot " + ballot);
    }

    private ProblemException notNow(String what) {
        return new ProblemException(
                        RoundProblem.ROUND_NOT_IN_THIS_STATE,
                        "The round cannot " + what + " while it is " + shown() + ".")
                .with("state", shown().name());
    }

    // ---- state and columns
    // -------------------------------------------------------------------------------------------

    RoundState state() {
        return switch (stage) {
            case COLLECTING_DEMAND -> new CollectingDemand(demandDueAt);
            case CONSOLIDATED -> new Consolidated(known(totalDoses));
            case TENDERED -> new Tendered(known(totalDoses), known(bidsDueAt));
            case EVALUATED -> new Evaluated(known(totalDoses), known(bidsDueAt), known(evaluationId));
            case IN_BALLOT -> new InBallot(known(totalDoses), known(bidsDueAt), known(evaluationId), known(ballotId));
            case CONCURRED -> new Concurred(known(totalDoses), known(bidsDueAt), known(evaluationId), known(ballotId));
            case AWARDED ->
                new Awarded(known(totalDoses), known(bidsDueAt), known(evaluationId), known(ballotId), known(awardId));
        };
    }

    private void become(RoundState next) {
        stage = next.stage();
        switch (next) {
            case CollectingDemand collecting -> settle(null, null, null, null, null);
            case Consolidated to -> settle(to.totalDoses(), null, null, null, null);
            case Tendered to -> settle(to.totalDoses(), to.bidsDueAt(), null, null, null);
            case Evaluated to -> settle(to.totalDoses(), to.bidsDueAt(), to.evaluationId(), null, null);
            case InBallot to -> settle(to.totalDoses(), to.bidsDueAt(), to.evaluationId(), to.ballotId(), null);
            case Concurred to -> settle(to.totalDoses(), to.bidsDueAt(), to.evaluationId(), to.ballotId(), null);
            case Awarded to -> settle(to.totalDoses(), to.bidsDueAt(), to.evaluationId(), to.ballotId(), to.awardId());
        }
    }

    private void settle(
            @Nullable Long total,
            @Nullable Instant bidsDue,
            @Nullable UUID evaluation,
            @Nullable UUID ballot,
            @Nullable UUID award) {
        totalDoses = total;
        bidsDueAt = bidsDue;
        evaluationId = evaluation;
        ballotId = ballot;
        awardId = award;
    }

    private static <T> T known(@Nullable T settled) {
        if (settled == null) {
            throw new IllegalStateException("the round's stage and its columns contradict each other");
        }
        return settled;
    }

    // ---- what it tells
    // -----------------------------------------------------------------------------------------------

    UUID id() {
        return id;
    }

    UUID agreementId() {
        return agreementId;
    }

    String title() {
        return title;
    }

    Item item() {
        return new Item(itemCvx, itemName, packageDoses);
    }

    String lead() {
        return lead;
    }

    RoundFees fees() {
        return new RoundFees(operationsFee, capitalFee);
    }

    long sharedCostCents() {
        return sharedCostCents;
    }

    String sharedCostFormula() {
        return sharedCostFormula;
    }

    RequisitionTerms requisition() {
        return new RequisitionTerms(ceilingUnitCents, requisitionFormula);
    }

    @Nullable
    SplitRule split() {
        return splitSuppliers == null || splitMaxSharePercent == null
                ? null
                : new SplitRule(splitSuppliers, splitMaxSharePercent);
    }

    Instant demandDueAt() {
        return demandDueAt;
    }

    Instant openedAt() {
        return openedAt;
    }

    Stage shown() {
        return stage.shown();
    }

    boolean showsAllDemand() {
        return stage != Stage.COLLECTING_DEMAND;
    }

    long demandedSoFar() {
        return demands.values().stream().mapToLong(Long::longValue).sum();
    }

    List<Participant> participants() {
        return new TreeMap<>(populations)
                .entrySet().stream()
                        .map(entry -> new Participant(entry.getKey(), entry.getValue()))
                        .toList();
    }

    List<DemandLine> demands() {
        return new TreeMap<>(demands)
                .entrySet().stream()
                        .map(entry -> new DemandLine(entry.getKey(), entry.getValue()))
                        .toList();
    }

    @Nullable
    Instant bidsDueAt() {
        return bidsDueAt;
    }

    @Nullable
    UUID evaluationId() {
        return evaluationId;
    }

    @Nullable
    UUID ballotId() {
        return ballotId;
    }

    @Nullable
    UUID awardId() {
        return awardId;
    }

    int version() {
        return version;
    }
}
