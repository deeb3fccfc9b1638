package org.concord.compact.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.concord.compact.agreement.Standings.Force;
import org.concord.compact.agreement.instrument.Terms;
import org.concord.compact.agreement.instrument.Terms.AmendmentRule;
import org.concord.compact.agreement.instrument.Terms.ConsentNeed;
import org.concord.compact.agreement.instrument.Terms.Dissolution;
import org.concord.compact.agreement.instrument.Terms.Exit;
import org.concord.compact.agreement.instrument.Terms.JoinedBy;
import org.concord.compact.agreement.instrument.Terms.LeftBy;
import org.concord.compact.agreement.instrument.Terms.OnDefault;
import org.concord.compact.agreement.instrument.TermsHistory;
import org.concord.kit.access.Right;
import org.concord.kit.access.Standing;
import org.concord.kit.access.StandingSpan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingsTest {

    private static final Force ALWAYS = new Force(day(1, 1), null, null);

    @Test
    void anAgreementIsInForceAtTheNthActInEffectInWhateverOrderTheActsAreRecorded() {
        List<Joined> acts = new ArrayList<>();
        for (int month = 1; month <= 9; month++) {
            acts.add(joined("M" + month, day(month, 10), null));
        }
        Random order = new Random(7);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(acts, order);
            assertThat(Standings.activation(terms(7, true, null), acts)).contains(day(7, 10));
        }
        assertThat(Standings.activation(terms(10, true, null), acts)).isEmpty();
    }

    @Test
    void anActThatEndedBeforeTheNthDoesNotCount() {
        List<Joined> acts = List.of(
                joined("AA", day(1, 1), day(2, 1)), joined("BB", day(3, 1), null), joined("CC", day(4, 1), null));

        assertThat(Standings.activation(terms(2, true, null), acts)).contains(day(4, 1));
    }

    @Test
    void aMemberThatJoinedTwiceCountsOnce() {
        List<Joined> acts = List.of(joined("AA", day(1, 1), null), joined("AA", day(2, 1), null));

        assertThat(Standings.activation(terms(2, true, null), acts)).isEmpty();
    }

    @Test
    void withoutAThresholdTheFirstActBringsItIntoForce() {
        assertThat(Standings.activation(
                        terms(null, true, null), List.of(joined("AA", day(5, 1), null), joined("BB", day(4, 1), null))))
                .contains(day(4, 1));
    }

    @Test
    void itDissolvesWhenTooFewRemainAsItsTermsSay() {
        List<Joined> acts = List.of(
                joined("AA", day(1, 1), day(5, 1)), joined("BB", day(1, 1), day(6, 1)), joined("CC", day(1, 1), null));

        assertThat(Standings.fall(history(3, true, null), acts, day(1, 1))).isEmpty();
        assertThat(Standings.fall(history(3, false, null), acts, day(1, 1))).contains(day(5, 1));
        assertThat(Standings.fall(history(3, true, 1), acts, day(1, 1))).contains(day(6, 1));
        assertThat(Standings.fall(history(3, true, 2), acts, day(1, 1))).contains(day(5, 1));
    }

    @Test
    void itDissolvesWhenNobodyRemains() {
        assertThat(Standings.fall(history(null, true, null), List.of(joined("AA", day(1, 1), day(5, 1))), day(1, 1)))
                .isEqualTo(Optional.of(day(5, 1)));
    }

    @Test
    void standingBeginsAtTheLaterOfTheMembersOwnDateAndTheAgreements() {
        Joined act = new Joined("AA", day(1, 15), day(3, 1), null, null);

        assertThat(spans(List.of(act), new Force(day(2, 1), null, null)))
                .containsExactly(span(Standing.NOT_YET_EFFECTIVE, 1, 15, 3, 1), full(3, 1));
        assertThat(spans(List.of(act), new Force(day(4, 1), null, null)))
                .containsExactly(span(Standing.NOT_YET_EFFECTIVE, 1, 15, 4, 1), full(4, 1));
        assertThat(spans(List.of(act), new Force(null, null, null)))
                .containsExactly(new StandingSpan(Standing.NOT_YET_EFFECTIVE, day(1, 15), null));
    }

    @Test
    void whoLeavesWindsDownUntilAllIsSettled() {
        Joined act = new Joined("AA", day(1, 1), day(1, 1), day(6, 1), null);
        Joined settled = new Joined("AA", day(1, 1), day(1, 1), day(6, 1), day(9, 1));

        assertThat(spans(List.of(act), ALWAYS))
                .containsExactly(
                        span(Standing.FULL, 1, 1, 6, 1), new StandingSpan(Standing.WINDING_DOWN, day(6, 1), null));
        assertThat(spans(List.of(settled), ALWAYS))
                .containsExactly(
                        span(Standing.FULL, 1, 1, 6, 1),
                        span(Standing.WINDING_DOWN, 6, 1, 9, 1),
                        new StandingSpan(Standing.ENDED, day(9, 1), null));
    }

    @Test
    void whoNeverStoodHasNothingToWindDown() {
        Joined act = new Joined("AA", day(1, 1), day(1, 1), day(6, 1), null);

        assertThat(spans(List.of(act), new Force(null, null, null)))
                .containsExactly(
                        span(Standing.NOT_YET_EFFECTIVE, 1, 1, 6, 1),
                        new StandingSpan(Standing.ENDED, day(6, 1), null));
    }

    @Test
    void whoComesBackStandsByItsNewActAndStillSettlesWhileItWaits() {
        Joined old = new Joined("AA", day(1, 1), day(1, 1), day(6, 1), null);
        Joined anew = new Joined("AA", day(7, 1), day(8, 1), null, null);

        assertThat(spans(List.of(old, anew), ALWAYS))
                .containsExactly(span(Standing.FULL, 1, 1, 6, 1), span(Standing.WINDING_DOWN, 6, 1, 8, 1), full(8, 1));
    }

    @Test
    void aSuspensionLiesBetweenTwoStretchesOfFullStanding() {
        List<Suspension> suspended = List.of(new Suspension(day(3, 1), day(5, 1), Set.of(Right.VOTE)));

        assertThat(Standings.of(List.of(joined("AA", day(1, 1), null)), suspended, ALWAYS))
                .containsExactly(
                        span(Standing.FULL, 1, 1, 3, 1),
                        new StandingSpan(Standing.SUSPENDED, day(3, 1), day(5, 1), Set.of(Right.VOTE)),
                        full(5, 1));
    }

    @Test
    void dissolutionWindsDownEverybodyAndWindingUpEndsIt() {
        Force over = new Force(day(1, 1), day(6, 1), day(9, 1));

        assertThat(spans(List.of(joined("AA", day(1, 1), null)), over))
                .containsExactly(
                        span(Standing.FULL, 1, 1, 6, 1),
                        span(Standing.WINDING_DOWN, 6, 1, 9, 1),
                        new StandingSpan(Standing.ENDED, day(9, 1), null));
        assertThat(spans(List.of(joined("BB", day(8, 1), null)), over).getLast().standing())
                .isEqualTo(Standing.ENDED);
    }

    private static List<StandingSpan> spans(List<Joined> acts, Force force) {
        return Standings.of(acts, List.of(), force);
    }

    private static Joined joined(String member, LocalDate on, @Nullable LocalDate ended) {
        return new Joined(member, on, on, ended, null);
    }

    private static StandingSpan full(int month, int day) {
        return new StandingSpan(Standing.FULL, day(month, day), null);
    }

    private static StandingSpan span(Standing standing, int month, int day, int untilMonth, int untilDay) {
        return new StandingSpan(standing, day(month, day), day(untilMonth, untilDay));
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2025, month, day);
    }

    private static Terms terms(@Nullable Integer threshold, boolean stays, @Nullable Integer floor) {
        return new Terms(
                JoinedBy.LEGISLATION,
                threshold,
                stays,
                floor,
                1,
                new ConsentNeed(false, Set.of()),
                new Exit(LeftBy.REPEAL, Period.ofMonths(6), true, 0, 60),
                new OnDefault(60, Standing.SUSPENDED.lost()),
                Dissolution.BY_FALLING_MEMBERSHIP,
                AmendmentRule.UNANIMOUS,
                false);
    }

    private static TermsHistory history(@Nullable Integer threshold, boolean stays, @Nullable Integer floor) {
        return TermsHistory.of(terms(threshold, stays, floor));
    }
}
