package org.concord.ledger.charge;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.concord.ledger.book.Command;
import org.concord.ledger.book.CommandKey;
import org.concord.ledger.book.Holdings;
import org.concord.ledger.book.Proposal;
import org.concord.ledger.book.Unit;
import org.concord.verifier.formula.CallOff;
import org.concord.verifier.formula.CostShare;
import org.concord.verifier.formula.HalfUp;
import org.concord.verifier.formula.LargestRemainder;
import org.concord.verifier.formula.Percent;
import org.concord.verifier.formula.PooledCharges;
import org.concord.verifier.json.Json;

/**
 * One run of the charge formulas for an award. As a command it asks the book to note the run with its inputs; it posts
 * nothing, since nothing is owed before an order.
 *
 * @param members by USPS code
 */
public record ChargeRun(
        UUID award,
        UUID book,
        UUID round,
        String lead,
        String cvx,
        String supplier,
        long doses,
        long goodsCents,
        PooledCharges formula,
        long ceilingUnitCents,
        CostShare requisitionFormula,
        SortedMap<String, Member> members)
        implements Command {

    /** The rule under which the book notes a run. */
    private static final String RULE = "CHARGES";

    /** A member's charge and what its requisitions reserve of the shared cost. */
    public record Member(long population, PooledCharges.Charge charge, long requisitionSharedCents) {}

    /**
     * Computes what the award costs each member.
     *
     * @throws IllegalArgumentException when the award contradicts itself: members twice, sums that do not add up, a
     *     formula that nobody knows
     */
    public static ChargeRun of(AwardMade award) {
        PooledCharges formula = new PooledCharges(
                Percent.parse(award.fees().operations()),
                Percent.parse(award.fees().capital()),
                award.sharedCostCents(),
                CostShare.named(award.sharedCostFormula()));
        CostShare requisitionFormula = CostShare.named(award.requisition().sharedCostFormula());
        TreeMap<String, PooledCharges.Share> shares = new TreeMap<>();
        long doses = 0;
        long goods = 0;
        for (AwardMade.Member member : award.members()) {
            if (shares.put(
                            member.member(),
                            new PooledCharges.Share(member.population(), member.doses(), member.goodsCents()))
                    != null) {
                throw new IllegalArgumentException("award " + award.awardId() + " names " + member.member() + " twice");
            }
            doses = Math.addExact(doses, member.doses());
            goods = Math.addExact(goods, member.goodsCents());
        }
        if (doses != award.doses() || goods != award.goodsCents()) {
            throw new IllegalArgumentException("the members' parts of award " + award.awardId() + " are not its whole");
        }
        SortedMap<String, Long> reserved = formula.sharedBy(requisitionFormula, shares);
        SortedMap<String, PooledCharges.Charge> charges = formula.compute(shares);
        TreeMap<String, Member> members = new TreeMap<>();
        for (AwardMade.Member member : award.members()) {
            members.put(
                    member.member(),
                    new Member(
                            member.population(),
                            requireNonNull(charges.get(member.member())),
                            requireNonNull(reserved.get(member.member()))));
        }
        return new ChargeRun(
                award.awardId(),
                award.agreementId(),
                award.roundId(),
                award.lead(),
                award.item().cvx(),
                award.supplier(),
                award.doses(),
                award.goodsCents(),
                formula,
                award.requisition().ceilingUnitCents(),
                requisitionFormula,
                members);
    }

    /** The goods that the award is about. */
    public Unit item() {
        return Unit.doses(cvx);
    }

    /** What the award gives a member, where it gives anything. */
    public Optional<MemberShare> share(String member) {
        return Optional.ofNullable(members.get(member))
                .map(found -> new MemberShare(
                        award,
                        member,
                        item(),
                        supplier,
                        formula,
                        found.charge(),
                        ceilingUnitCents,
                        found.requisitionSharedCents()));
    }

    /** The stable ids of all formulas that take part. */
    public List<String> formulas() {
        Set<String> ids = new LinkedHashSet<>(List.of(
                PooledCharges.FORMULA,
                PooledCharges.REQUISITION_FORMULA,
                CallOff.FORMULA,
                HalfUp.FORMULA,
                LargestRemainder.FORMULA,
                formula.sharedCostFormula().formula(),
                requisitionFormula.formula()));
        return List.copyOf(ids);
    }

    @Override
    public CommandKey key() {
        return new CommandKey("AWARD", award.toString(), RULE);
    }

    @Override
    public Json content() {
        return inputs();
    }

    @Override
    public Proposal propose(Holdings book) {
        return new Proposal.FormulaRun(formulas(), inputs(), result());
    }

    /** Everything that decides the result. */
    Json inputs() {
        return Json.object()
                .put("award", award.toString())
                .put("round", round.toString())
                .put("operationsFee", formula.operations().toString())
                .put("capitalFee", formula.capital().toString())
                .put("sharedCostCents", formula.sharedCostCents())
                .put("sharedCostFormula", formula.sharedCostFormula().name())
                .put("requisitionCeilingUnitCents", ceilingUnitCents)
                .put("requisitionSharedCostFormula", requisitionFormula.name())
                .put(
                        "members",
                        Json.array(members.entrySet().stream()
                                .map(member -> Json.object()
                                        .put("member", member.getKey())
                                        .put("population", member.getValue().population())
                                        .put("doses", member.getValue().charge().doses())
                                        .put(
                                                "goodsCents",
                                                member.getValue().charge().goodsCents())
                                        .build())
                                .toList()))
                .build();
    }

    private Json result() {
        return Json.array(members.entrySet().stream()
                .map(member -> Json.object()
                        .put("member", member.getKey())
                        .put("operationsFeeCents", member.getValue().charge().operationsFeeCents())
                        .put("capitalFeeCents", member.getValue().charge().capitalFeeCents())
                        .put("sharedCents", member.getValue().charge().sharedCents())
                        .put("totalCents", member.getValue().charge().totalCents())
                        .put("requisitionSharedCents", member.getValue().requisitionSharedCents())
                        .build())
                .toList());
    }
}
