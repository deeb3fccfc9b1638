package org.concord.verifier.formula;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each member owes under one award: its goods, the two fees on its own goods, and its share of the common cost.
 *
 * @param operations the commission's operations fee, half-up on the member's goods
 * @param capital the contribution to the revolving capital fund, half-up on the member's goods
 * @param sharedCostCents the common cost, in US cents
 * @param sharedCostFormula by which shares the members carry it
 */
public record PooledCharges(Percent operations, Percent capital, long sharedCostCents, CostShare sharedCostFormula) {

    /** Stable id of this formula, stored with the inputs of a run. */
    public static final String FORMULA = "pooled-charges/1";

    /** Stable id of {@link #requisition}. */
    public static final String REQUISITION_FORMULA = "requisition-at-ceiling/1";

    public PooledCharges {
        Exact.nonNegative("shared cost", sharedCostCents);
    }

    /** A member's part in the award: people, doses, and the goods amount in cents that fell to its doses. */
    public record Share(long population, long doses, long goodsCents) {
        public Share {
            Exact.nonNegative("population", population);
            Exact.nonNegative("doses", doses);
            Exact.nonNegative("goods", goodsCents);
        }
    }

    /** One member's whole charge in US cents; the total is the sum of the four parts. */
    public record Charge(
            long doses,
            long goodsCents,
            long operationsFeeCents,
            long capitalFeeCents,
            long sharedCents,
            long totalCents) {}

    /**
     * The charge of every member, in code order. Goods come in as the award set them (see {@link Goods}); the
     * shared cost is split over all members of the award at once.
     *
     * @throws IllegalArgumentException for negative figures, or a shared cost that nobody can carry
     */
    public SortedMap<String, Charge> compute(SortedMap<String, Share> members) {
        SortedMap<String, Long> shared = sharedCostFormula.split(sharedCostCents, bases(members));
        TreeMap<String, Charge> charges = new TreeMap<>();
        members.forEach((member, share) -> charges.put(member, charge(share, shared.getOrDefault(member, 0L))));
        return charges;
    }

    /** The same from an award's total: goods shared out by doses first. */
    public SortedMap<String, Charge> compute(long goodsCents, SortedMap<String, CostShare.Basis> members) {
        TreeMap<String, Long> doses = new TreeMap<>();
        members.forEach((member, basis) -> doses.put(member, basis.doses()));
        SortedMap<String, Long> goods = Goods.share(goodsCents, doses);
        TreeMap<String, Share> shares = new TreeMap<>();
        members.forEach((member, basis) ->
                shares.put(member, new Share(basis.population(), basis.doses(), goods.getOrDefault(member, 0L))));
        return compute(shares);
    }

    private Charge charge(Share share, long sharedCents) {
        long operationsFee = operations.of(share.goodsCents());
        long capitalFee = capital.of(share.goodsCents());
        long total = Exact.add(Exact.add(share.goodsCents(), operationsFee), Exact.add(capitalFee, sharedCents));
        return new Charge(share.doses(), share.goodsCents(), operationsFee, capitalFee, sharedCents, total);
    }

    /**
     * What a requisition sets aside before the final price is known, in cents: doses at the ceiling price, plus both
     * fees as one percentage (half-up, rounded once), plus the shared cost that the requisition carries.
     *
     * @param sharedCents the member's share by the requisition's own formula, or 0 when an earlier one carries it
     */
    public long requisition(long doses, long ceilingUnitCents, long sharedCents) {
        Exact.nonNegative("doses", doses);
        Exact.nonNegative("ceiling price", ceilingUnitCents);
        Exact.nonNegative("shared cost", sharedCents);
        long atCeiling = Exact.multiply(doses, ceilingUnitCents);
        return Exact.add(Exact.add(atCeiling, operations.plus(capital).of(atCeiling)), sharedCents);
    }

    /** The shared cost per member by another formula than the final one: what requisitions go by. */
    public SortedMap<String, Long> sharedBy(CostShare formula, SortedMap<String, Share> members) {
        return formula.split(sharedCostCents, bases(members));
    }

    private static SortedMap<String, CostShare.Basis> bases(SortedMap<String, Share> members) {
        TreeMap<String, CostShare.Basis> bases = new TreeMap<>();
        for (Map.Entry<String, Share> member : members.entrySet()) {
            bases.put(
                    member.getKey(),
                    new CostShare.Basis(
                            member.getValue().population(), member.getValue().doses()));
        }
        return bases;
    }
}
