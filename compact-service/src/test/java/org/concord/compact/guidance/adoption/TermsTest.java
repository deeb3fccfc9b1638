package org.concord.compact.guidance.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.concord.compact.guidance.GuidanceText;
import org.concord.compact.guidance.Population;
import org.concord.compact.guidance.Recommendation;
import org.concord.compact.guidance.Strength;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.Problem;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-12-01");

    /** Recommendation R1 is for everyone from one to under six years, R2 for asthmatics of any age. */
    private static final GuidanceText TEXT = new GuidanceText(
            "title",
            "topic",
            List.of(
                    new Recommendation("R1", new Population(12, 72, null), "Two doses.", Strength.STRONG_FOR),
                    new Recommendation("R2", new Population(0, null, "ASTHMA"), "One dose.", Strength.STRONG_FOR)),
            List.of(),
            null,
            null,
            1,
            null);

    @ParameterizedTest(name = "{0} from {1} to {2}, {3}: inside is {4}")
    @CsvSource({
        "R1, 12, 72,, true",
        "R1, 24, 36,, true",
        "R1, 24, 36, ASTHMA, true",
        "R1, 11, 72,, false",
        "R1, 12, 73,, false",
        "R1, 12,,, false",
        "R2, 12,, ASTHMA, true",
        "R2, 12, 24,, false",
        "R2, 12, 24, PREGNANT, false",
        "R9, 12, 24,, false"
    })
    void aDeviationStaysWithinItsRecommendation(
            String key, int from, @Nullable Integer to, @Nullable String group, boolean inside) {
        Terms terms = terms(
                Decision.ADOPT_WITH_DEVIATIONS,
                DAY,
                null,
                new Deviation(key, new Population(from, to, group), "Not here."));

        if (inside) {
            terms.requireSound(TEXT);
        } else {
            refused(AdoptionProblem.DEVIATION_OUTSIDE_POPULATION, () -> terms.requireSound(TEXT));
        }
    }

    @Test
    void deviationsAreNamedWhenAndOnlyWhenAdoptedWithDeviations() {
        Deviation some = new Deviation("R1", new Population(12, 24, null), "Not here.");

        refused(
                KitProblem.VALIDATION_FAILED,
                () -> terms(Decision.ADOPT_WITH_DEVIATIONS, DAY, null).requireSound(TEXT));
        refused(
                KitProblem.VALIDATION_FAILED,
                () -> terms(Decision.DECLINE, DAY, null, some).requireSound(TEXT));
        terms(Decision.DECLINE, DAY, null).requireSound(TEXT);
    }

    @Test
    void anActEndsAfterItBegins() {
        refused(
                KitProblem.VALIDATION_FAILED,
                () -> terms(Decision.ADOPT, DAY, DAY).requireSound(TEXT));
        terms(Decision.ADOPT, DAY, DAY.plusDays(1)).requireSound(TEXT);
    }

    @Test
    void theDayOnWhichOneEndsBelongsToTheNext() {
        Terms first = terms(Decision.ADOPT, DAY, DAY.plusDays(10));

        assertThat(first.overlaps(terms(Decision.ADOPT, DAY.plusDays(10), null)))
                .isFalse();
        assertThat(first.overlaps(terms(Decision.ADOPT, DAY.plusDays(9), null))).isTrue();
        assertThat(terms(Decision.ADOPT, DAY.plusDays(9), null).overlaps(first)).isTrue();
        assertThat(first.covers(DAY.plusDays(9))).isTrue();
        assertThat(first.covers(DAY.plusDays(10))).isFalse();
        assertThat(first.covers(DAY.minusDays(1))).isFalse();
    }

    private static Terms terms(
            Decision decision, LocalDate effectiveOn, @Nullable LocalDate endsOn, Deviation... deviations) {
        return new Terms(
                decision,
                "Sample Code § 1",
                Instrument.HEALTH_OFFICER_ORDER,
                "Order 2026-1",
                effectiveOn,
                endsOn,
                List.of(deviations));
    }

    private static void refused(Problem problem, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
