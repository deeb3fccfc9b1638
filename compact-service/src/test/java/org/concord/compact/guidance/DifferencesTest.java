package org.concord.compact.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.concord.compact.guidance.Difference.Change;
import org.concord.compact.guidance.Difference.Kind;
import org.concord.compact.guidance.Difference.Passage;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static final Recommendation CHILDREN =
            new Recommendation("R1", new Population(12, 72, null), "Two doses, four weeks apart.", Strength.STRONG_FOR);
    private static final Recommendation ADULTS =
            new Recommendation("R2", new Population(216, null, null), "One dose.", Strength.CONDITIONAL_FOR);
    private static final Evidence REVIEW =
            new Evidence("Review", "https://example.org/a~b", "Academy", LocalDate.parse("2026-01-01"));

    @Test
    void equalTextsDifferInNothingAndOrderIsNoDifference() {
        assertThat(Differences.between(text(CHILDREN, ADULTS), text(ADULTS, CHILDREN)))
                .isEmpty();
    }

    @Test
    void aChangedStatementIsShownWordByWord() {
        Recommendation changed = new Recommendation(
                "R1", new Population(12, 72, null), "Two doses, at least four weeks apart.", Strength.STRONG_FOR);

        List<Difference> differences = Differences.between(text(CHILDREN), text(changed));

        assertThat(differences).hasSize(1);
        assertThat(differences.getFirst().field()).isEqualTo("/recommendations/R1/statement");
        assertThat(differences.getFirst().words())
                .containsExactly(
                        new Passage(Change.KEPT, "Two doses, "),
                        new Passage(Change.INSERTED, "at least "),
                        new Passage(Change.KEPT, "four weeks apart."));
    }

    @Test
    void eachFieldOfAPopulationIsCompared() {
        Recommendation narrower = new Recommendation(
                "R1", new Population(12, 60, "ASTHMA"), "Two doses, four weeks apart.", Strength.SHARED_DECISION);

        assertThat(Differences.between(text(CHILDREN), text(narrower)))
                .extracting(Difference::field, Difference::kind, Difference::before, Difference::after)
                .containsExactly(
                        tuple("/recommendations/R1/population/toMonths", Kind.CHANGED, "72", "60"),
                        tuple("/recommendations/R1/strength", Kind.CHANGED, "STRONG_FOR", "SHARED_DECISION"),
                        tuple("/recommendations/R1/population/riskGroup", Kind.ADDED, null, "ASTHMA"));
    }

    @Test
    void whatCameAndWhatWentIsNamedByKeyAndLink() {
        assertThat(Differences.between(text(CHILDREN), text(ADULTS)))
                .extracting(Difference::field)
                .contains("/recommendations/R1/statement", "/recommendations/R2/statement")
                .doesNotContain("/evidence/https:~1~1example.org~1a~0b/title");
    }

    /** Whatever two texts are: kept and deleted make the earlier one, kept and inserted the later. */
    @Test
    void passagesPutTogetherAreTheTexts() {
        Random chance = new Random(20261122);
        for (int round = 0; round < 300; round++) {
            String before = sentence(chance);
            String after = sentence(chance);

            List<Passage> passages = Differences.words(before, after);

            assertThat(joined(passages, Change.INSERTED)).isEqualTo(before);
            assertThat(joined(passages, Change.DELETED)).isEqualTo(after);
        }
    }

    private static String sentence(Random chance) {
        List<String> words = List.of("two", "doses", " ", ", ", ".\n", "age", "½", "é", "12", "-");
        return IntStream.range(0, chance.nextInt(40))
                .mapToObj(i -> words.get(chance.nextInt(words.size())))
                .collect(Collectors.joining());
    }

    private static String joined(List<Passage> passages, Change leaving) {
        return passages.stream()
                .filter(passage -> passage.change() != leaving)
                .map(Passage::text)
                .collect(Collectors.joining());
    }

    private static GuidanceText text(Recommendation... recommendations) {
        return new GuidanceText("Title", "Topic", List.of(recommendations), List.of(REVIEW), null, null, 2, null);
    }
}
