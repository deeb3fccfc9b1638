package org.concord.compact.procurement.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the formula says of a set of bids. All amounts are US cents, all quantities doses.
 *
 * @param formulaVersion which formula computed this
 * @param totalDoses the members' demand in all
 * @param bids each bid's price for the whole, or why it cannot serve it; by supplier code
 * @param recommended the cheapest single supplier; null when none can serve the whole
 * @param runnerUp the next single supplier; null when there is none
 * @param everyMemberAloneCents the sum of each member's cheapest purchase on its own; null when some member could not
 *     buy on its own
 * @param poolingSavesCents by how much the recommended award is cheaper than that; null where either is missing
 * @param split the cheapest split under the published cap; null where none was published
 * @param members the recommended award shared out by doses; empty without one
 * @param flips which supplier wins from which quantity on, up to twice the quantity asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evaluation(
        String formulaVersion,
        long totalDoses,
        List<BidOutcome> bids,
        @Nullable Purchase recommended,
        @Nullable Purchase runnerUp,
        @Nullable Long everyMemberAloneCents,
        @Nullable Long poolingSavesCents,
        @Nullable Split split,
        List<MemberShare> members,
        List<Flip> flips) {

    /**
     * One bid, priced for the whole quantity.
     *
     * @param totalCents null when refused
     * @param refusal null when priced
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BidOutcome(
            String supplier,
            @Nullable Long totalCents,
            @Nullable String refusal) {}

    /**
     * The whole quantity from one supplier.
     *
     * @param unitCents the one price per dose; null when the tiers are incremental
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Purchase(
            String supplier,
            long doses,
            long goodsCents,
            @Nullable Long unitCents) {}

    /**
     * The cheapest split under the cap.
     *
     * @param suppliers what each supplier of the plan delivers; empty when no plan reaches the quantity
     * @param totalCents null when no plan reaches the quantity
     * @param resiliencePremiumCents what the split costs more than the single award; null where either is missing
     * @param runnerUp the best plan with another set of suppliers
     * @param refusal why there is no split; null when there is one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Split(
            SortedMap<String, Lot> suppliers,
            @Nullable Long totalCents,
            @Nullable Long resiliencePremiumCents,
            @Nullable SplitPlan runnerUp,
            @Nullable String refusal) {}

    /** Another way to split. */
    public record SplitPlan(SortedMap<String, Lot> suppliers, long totalCents) {}

    /** One supplier's part of a split. */
    public record Lot(long doses, long cents) {}

    /** One member's goods out of the recommended award. */
    public record MemberShare(String member, long doses, long goodsCents) {}

    /**
     * From this quantity on this supplier is the cheapest.
     *
     * @param fromDoses whole packages, in doses
     * @param supplier null where nobody can serve the quantity
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Flip(long fromDoses, @Nullable String supplier) {}
}
