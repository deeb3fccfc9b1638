package org.concord.compact.procurement.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.compact.procurement.evaluation.Cases.bid;
import static org.concord.compact.procurement.evaluation.Cases.bidOfAtLeast;
import static org.concord.compact.procurement.evaluation.Cases.one;
import static org.concord.compact.procurement.evaluation.Pricing.ALL_UNITS;
import static org.concord.compact.procurement.evaluation.Pricing.INCREMENTAL;

import java.util.List;
import org.concord.compact.procurement.evaluation.Evaluation.BidOutcome;
import org.concord.compact.procurement.evaluation.Evaluation.MemberShare;
import org.concord.compact.procurement.evaluation.Evaluation.Purchase;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.Problem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.junit.jupiter.api.Test;

class AwardFormulaTest {

    @Test
    void allUnitsPricesEveryDoseByTheTierThatTheQuantityReaches() {
        Evaluation evaluation = AwardFormula.evaluate(one(10, 100, bid("A", ALL_UNITS, 1000, 1, 50, 100, 40)));

        assertThat(evaluation.recommended()).isEqualTo(new Purchase("A", 100, 4000, 40L));
    }

    @Test
    void theLastDoseBelowATierStillPaysTheUpperPrice() {
        Evaluation evaluation = AwardFormula.evaluate(one(1, 99, bid("A", ALL_UNITS, 1000, 1, 50, 100, 40)));

        assertThat(evaluation.recommended()).isEqualTo(new Purchase("A", 99, 4950, 50L));
    }

    @Test
    void incrementalPricesEachDoseByItsOwnTierAndHasNoUnitPrice() {
        Evaluation evaluation = AwardFormula.evaluate(one(10, 100, bid("A", INCREMENTAL, 1000, 1, 50, 91, 40)));

        assertThat(evaluation.recommended()).isEqualTo(new Purchase("A", 100, 90 * 50 + 10 * 40, null));
    }

    @Test
    void aBidIsRefusedAboveItsCapacityAndServesExactlyIt() {
        Evaluation evaluation =
                AwardFormula.evaluate(one(1, 100, bid("A", ALL_UNITS, 100, 1, 50), bid("B", ALL_UNITS, 99, 1, 1)));

        assertThat(evaluation.bids())
                .containsExactly(new BidOutcome("A", 5000L, null), new BidOutcome("B", null, "exceeds capacity"));
    }

    @Test
    void aBidIsRefusedBelowItsMinimumAndServesExactlyIt() {
        Evaluation evaluation = AwardFormula.evaluate(one(
                1, 100, bidOfAtLeast(100, "A", ALL_UNITS, 500, 1, 50), bidOfAtLeast(101, "B", ALL_UNITS, 500, 1, 1)));

        assertThat(evaluation.bids())
                .containsExactly(new BidOutcome("A", 5000L, null), new BidOutcome("B", null, "below minimum"));
    }

    @Test
    void equalPricesGoToTheSupplierCodeThatSortsFirst() {
        Evaluation evaluation = AwardFormula.evaluate(one(
                1,
                10,
                bid("ZETA", ALL_UNITS, 100, 1, 5),
                bid("BETA", ALL_UNITS, 100, 1, 5),
                bid("C", ALL_UNITS, 9, 1, 1)));

        assertThat(evaluation.recommended()).isEqualTo(new Purchase("BETA", 10, 50, 5L));
        assertThat(evaluation.runnerUp()).isEqualTo(new Purchase("ZETA", 10, 50, 5L));
    }

    @Test
    void nobodyIsRecommendedWhenNobodyCanServeTheWhole() {
        Evaluation evaluation = AwardFormula.evaluate(one(1, 10, bid("A", ALL_UNITS, 9, 1, 5)));

        assertThat(evaluation.recommended()).isNull();
        assertThat(evaluation.members()).isEmpty();
        assertThat(evaluation.poolingSavesCents()).isNull();
    }

    @Test
    void eachMemberAloneBuysFromWhoeverIsCheapestForItsOwnQuantity() {
        EvaluateAward inputs = new EvaluateAward(
                1,
                List.of(new DemandLine("MD", 10), new DemandLine("CA", 100)),
                List.of(bid("A", ALL_UNITS, 500, 1, 9), bid("B", ALL_UNITS, 500, 1, 20, 50, 5)),
                null);

        Evaluation evaluation = AwardFormula.evaluate(inputs);

        assertThat(evaluation.everyMemberAloneCents()).isEqualTo(10 * 9 + 100 * 5);
        assertThat(evaluation.poolingSavesCents()).isEqualTo(590 - 110 * 5);
    }

    @Test
    void buyingAloneHasNoPriceWhenOneMemberWouldFindNobody() {
        EvaluateAward inputs = new EvaluateAward(
                1,
                List.of(new DemandLine("MD", 1), new DemandLine("CA", 100)),
                List.of(bidOfAtLeast(50, "A", ALL_UNITS, 500, 1, 9)),
                null);

        Evaluation evaluation = AwardFormula.evaluate(inputs);

        assertThat(evaluation.everyMemberAloneCents()).isNull();
        assertThat(evaluation.recommended()).isEqualTo(new Purchase("A", 101, 909, 9L));
    }

    @Test
    void aMemberWithoutDemandCostsNothingAndStandsInTheWay() {
        EvaluateAward inputs = new EvaluateAward(
                1,
                List.of(new DemandLine("MD", 0), new DemandLine("CA", 100)),
                List.of(bidOfAtLeast(50, "A", ALL_UNITS, 500, 1, 9)),
                null);

        Evaluation evaluation = AwardFormula.evaluate(inputs);

        assertThat(evaluation.everyMemberAloneCents()).isEqualTo(900);
        assertThat(evaluation.members()).containsExactly(new MemberShare("CA", 100, 900), new MemberShare("MD", 0, 0));
    }

    @Test
    void theAwardIsSharedToTheCentWithTiesToTheLowerCode() {
        EvaluateAward inputs = new EvaluateAward(
                1,
                List.of(new DemandLine("WA", 1), new DemandLine("MD", 1), new DemandLine("CA", 1)),
                List.of(bid("A", INCREMENTAL, 500, 1, 3, 2, 1)),
                null);

        Evaluation evaluation = AwardFormula.evaluate(inputs);

        // 3 + 1 + 1 cents over three equal members.
        assertThat(evaluation.members())
                .containsExactly(new MemberShare("CA", 1, 2), new MemberShare("MD", 1, 2), new MemberShare("WA", 1, 1));
    }

    @Test
    void theOrderOfTheInputsDoesNotMatter() {
        Bid a = bid("A", ALL_UNITS, 500, 1, 9);
        Bid b = bid("B", INCREMENTAL, 500, 1, 20, 50, 5);
        List<DemandLine> demands = List.of(new DemandLine("MD", 10), new DemandLine("CA", 100));

        assertThat(AwardFormula.evaluate(new EvaluateAward(1, demands, List.of(a, b), new SplitRule(2, 80))))
                .isEqualTo(AwardFormula.evaluate(
                        new EvaluateAward(1, demands.reversed(), List.of(b, a), new SplitRule(2, 80))));
    }

    @Test
    void partPackagesAreRefusedWithAPointer() {
        refuses(one(10, 95, bid("A", ALL_UNITS, 1000, 1, 50)), KitProblem.VALIDATION_FAILED, "/demands/0/doses");
    }

    @Test
    void aSupplierBidsOnce() {
        refuses(
                one(1, 9, bid("A", ALL_UNITS, 10, 1, 5), bid("A", ALL_UNITS, 10, 1, 4)),
                KitProblem.VALIDATION_FAILED,
                "/bids/1/supplier");
    }

    @Test
    void tiersAscendFromDoseOne() {
        refuses(one(1, 9, bid("A", ALL_UNITS, 10, 2, 5)), KitProblem.VALIDATION_FAILED, "/bids/0/tiers/0/from");
        refuses(
                one(1, 9, bid("A", ALL_UNITS, 10, 1, 5, 4, 4, 4, 3)),
                KitProblem.VALIDATION_FAILED,
                "/bids/0/tiers/2/from");
    }

    @Test
    void aMinimumIsNotAboveTheCapacity() {
        refuses(one(1, 9, bidOfAtLeast(11, "A", ALL_UNITS, 10, 1, 5)), KitProblem.VALIDATION_FAILED, "/bids/0/minimum");
    }

    @Test
    void noDemandIsNoRound() {
        refuses(one(1, 0, bid("A", ALL_UNITS, 10, 1, 5)), EvaluationProblem.NOTHING_DEMANDED);
    }

    @Test
    void amountsBeyondExactJsonIntegersAreRefused() {
        refuses(
                one(1, Limits.DOSES, bid("A", ALL_UNITS, Limits.DOSES, 1, Limits.UNIT_CENTS)),
                EvaluationProblem.AMOUNT_OUT_OF_RANGE);
    }

    private static void refuses(EvaluateAward inputs, Problem problem, String... pointers) {
        assertThatThrownBy(() -> AwardFormula.evaluate(inputs))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo(problem);
                    assertThat(refusal.errors()).extracting(Violation::pointer).containsExactly(pointers);
                });
    }
}
