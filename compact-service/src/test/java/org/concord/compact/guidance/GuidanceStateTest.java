package org.concord.compact.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.concord.compact.guidance.GuidanceState.Effect;
import org.concord.compact.guidance.GuidanceState.InSignature;
import org.concord.compact.guidance.GuidanceState.Issued;
import org.concord.compact.guidance.GuidanceState.Replacement;
import org.concord.compact.guidance.GuidanceState.Superseded;
import org.concord.compact.guidance.GuidanceState.UnderReview;
import org.concord.compact.guidance.GuidanceState.Withdrawn;
import org.concord.kit.problem.Problem;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuidanceStateTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final SortedSet<String> ALL = members("CA", "MD", "WA");

    @Test
    void theLastSignatureNeededIssues() {
        GuidanceState one = open(2).sign("MD", ALL, text(null, null), TODAY);
        GuidanceState two = ((InSignature) one).sign("CA", ALL, text(null, null), TODAY);

        assertThat(one).isInstanceOf(InSignature.class);
        assertThat(two)
                .isInstanceOfSatisfying(
                        Issued.class, issued -> assertThat(issued.effect()).isEqualTo(new Effect(TODAY, null)));
    }

    @Test
    void aMemberSignsOnce() {
        InSignature one = (InSignature) open(2).sign("MD", ALL, text(null, null), TODAY);

        refused(GuidanceProblem.MEMBER_HAS_SIGNED, () -> one.sign("MD", ALL, text(null, null), TODAY));
    }

    @Test
    void theSignatureOfAMemberThatHasLeftNoLongerCounts() {
        InSignature one = (InSignature) open(2).sign("MD", ALL, text(null, null), TODAY);

        assertThat(one.sign("CA", members("CA", "WA"), text(null, null), TODAY)).isInstanceOf(InSignature.class);
    }

    @Test
    void moreSignaturesThanMembersInStandingCannotBeAskedFor() {
        assertThat(new UnderReview().openForSignature(3, 3).required()).isEqualTo(3);
        refused(GuidanceProblem.MORE_SIGNATURES_THAN_MEMBERS, () -> new UnderReview().openForSignature(4, 3));
    }

    @Test
    void nothingTakesEffectBeforeItIsIssued() {
        GuidanceText yesterday = text(TODAY.minusDays(1), null);
        GuidanceText today = text(TODAY, TODAY.plusDays(1));
        GuidanceText over = text(null, TODAY);

        refused(GuidanceProblem.GUIDANCE_DATES_PASSED, () -> open(1).sign("MD", ALL, yesterday, TODAY));
        refused(GuidanceProblem.GUIDANCE_DATES_PASSED, () -> open(1).sign("MD", ALL, over, TODAY));
        assertThat(open(1).sign("MD", ALL, today, TODAY)).isInstanceOf(Issued.class);
    }

    @Test
    void aVersionIsReplacedFromTheDayOnAndNoSooner() {
        Replacement by = new Replacement(new UUID(1, 1), TODAY.plusDays(10));
        Issued issued = issued(2, null).replace(by);

        assertThat(issued.on(TODAY.plusDays(9))).isEqualTo(issued);
        assertThat(issued.on(TODAY.plusDays(10))).isEqualTo(new Superseded(by));
        assertThat(issued.replace(new Replacement(new UUID(2, 2), TODAY))).isEqualTo(issued);
    }

    @Test
    void aSunsetIsTheFirstDayWithoutEffect() {
        Issued issued = issued(2, TODAY.plusDays(5));

        assertThat(issued.on(TODAY.plusDays(4)).stage()).isEqualTo(GuidanceStage.ISSUED);
        assertThat(issued.on(TODAY.plusDays(5)).stage()).isEqualTo(GuidanceStage.SUNSET);
    }

    @Test
    void asManyWithdrawAsIssued() {
        Issued one = (Issued) issued(2, null).signWithdrawal("MD", ALL, TODAY);

        assertThat(one.withdrawing()).containsExactly("MD");
        assertThat(one.signWithdrawal("WA", ALL, TODAY)).isEqualTo(new Withdrawn(TODAY));
        refused(GuidanceProblem.MEMBER_HAS_SIGNED, () -> one.signWithdrawal("MD", ALL, TODAY));
    }

    @Test
    void thoseWhoAreLeftCanStillWithdraw() {
        assertThat(issued(3, null).signWithdrawal("MD", members("MD"), TODAY)).isInstanceOf(Withdrawn.class);
    }

    private static InSignature open(int required) {
        return new InSignature(required, Collections.emptySortedSet());
    }

    private static Issued issued(int required, @Nullable LocalDate sunsetOn) {
        return new Issued(required, new Effect(TODAY, sunsetOn), Collections.emptySortedSet(), null);
    }

    private static GuidanceText text(@Nullable LocalDate effectiveOn, @Nullable LocalDate sunsetOn) {
        return new GuidanceText("title", "topic", List.of(), List.of(), effectiveOn, sunsetOn, 1, null);
    }

    private static SortedSet<String> members(String... members) {
        return new TreeSet<>(Arrays.asList(members));
    }

    private static void refused(Problem problem, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
