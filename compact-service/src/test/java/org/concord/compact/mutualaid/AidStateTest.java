package org.concord.compact.mutualaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.concord.compact.mutualaid.AidState.AmendmentOpen;
import org.concord.compact.mutualaid.AidState.Binding;
import org.concord.compact.mutualaid.AidState.Completed;
import org.concord.compact.mutualaid.AidState.Offered;
import org.concord.compact.mutualaid.AidState.OnMission;
import org.concord.compact.mutualaid.AidState.PartlySigned;
import org.concord.compact.mutualaid.AidState.Sides;
import org.concord.kit.problem.Problem;
import org.concord.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;

class AidStateTest {

    private static final Sides SIDES = new Sides("MD", "WA");
    private static final LocalDate DAY = LocalDate.parse("2026-12-01");

    @Test
    void onlyBothSignaturesBindInWhateverOrder() {
        assertThat(new Offered(SIDES).sign("MD").sign("WA")).isEqualTo(new Binding(SIDES));
        assertThat(new Offered(SIDES).sign("WA").sign("MD")).isEqualTo(new Binding(SIDES));
        refused(AidProblem.SIDE_HAS_SIGNED, () -> new PartlySigned(SIDES, "WA").sign("WA"));
        refused(AidProblem.NOT_A_PARTY, () -> new Offered(SIDES).sign("CA"));
        refused(AidProblem.NOT_A_PARTY, () -> new PartlySigned(SIDES, "WA").sign("CA"));
    }

    @Test
    void eachMoveIsItsOwnSides() {
        refused(AidProblem.NOT_THE_ASSISTING_MEMBER, () -> new Offered(SIDES).takeBack("MD"));
        refused(AidProblem.NOT_THE_REQUESTING_MEMBER, () -> new Offered(SIDES).decline("WA"));
        refused(AidProblem.NOT_THE_REQUESTING_MEMBER, () -> new Binding(SIDES).orderMission("WA"));
        refused(AidProblem.NOT_THE_ASSISTING_MEMBER, () -> new OnMission(SIDES).complete("MD", DAY, DAY));
        refused(AidProblem.NOT_THE_ASSISTING_MEMBER, () -> new Completed(SIDES).claim("MD"));
        refused(AidProblem.NOT_A_PARTY, () -> new OnMission(SIDES).proposeAmendment("CA"));
    }

    @Test
    void whoProposesAnAmendmentDoesNotAgreeToIt() {
        AmendmentOpen open = new OnMission(SIDES).proposeAmendment("WA");

        refused(AidProblem.OWN_AMENDMENT, () -> open.agreeToAmendment("WA"));
        assertThat(open.agreeToAmendment("MD")).isEqualTo(new OnMission(SIDES));
        assertThat(open.dropAmendment("WA")).isEqualTo(new OnMission(SIDES));
    }

    @Test
    void aMissionThatHasNotBegunIsNotOver() {
        refused(AidProblem.MISSION_NOT_BEGUN, () -> new OnMission(SIDES).complete("WA", DAY, DAY.minusDays(1)));
        assertThat(new OnMission(SIDES).complete("WA", DAY, DAY)).isEqualTo(new Completed(SIDES));
    }

    @Test
    void expensesArisenWithinTheMissionAreClaimedAndNeverWorkersCompensation() {
        AidTerms terms = new AidTerms("Vaccinate", DAY, DAY.plusDays(3), List.of());

        claim(CostCategory.TRAVEL, DAY).requireWithin(terms);
        claim(CostCategory.TRAVEL, DAY.plusDays(2)).requireWithin(terms);
        refused(
                AidProblem.EXPENSE_OUTSIDE_MISSION,
                () -> claim(CostCategory.TRAVEL, DAY.plusDays(3)).requireWithin(terms));
        refused(
                AidProblem.EXPENSE_OUTSIDE_MISSION,
                () -> claim(CostCategory.TRAVEL, DAY.minusDays(1)).requireWithin(terms));
        refused(
                AidProblem.WORKERS_COMPENSATION_EXCLUDED,
                () -> claim(CostCategory.WORKERS_COMPENSATION, DAY).requireWithin(terms));
        refused(
                AidProblem.WORKERS_COMPENSATION_EXCLUDED,
                () -> new AidTerms(
                                "Vaccinate",
                                DAY,
                                DAY.plusDays(3),
                                List.of(new CostLine(CostCategory.WORKERS_COMPENSATION, 1)))
                        .requireSound());
    }

    private static ClaimCosts claim(CostCategory category, LocalDate on) {
        return new ClaimCosts(List.of(new ClaimLine(category, 100, on, "receipt 1")));
    }

    private static void refused(Problem problem, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
