package org.concord.compact.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.concord.compact.text.TextDiff.Part;
import org.concord.compact.text.TextDiff.Segment;
import org.junit.jupiter.api.Test;

class TextDiffTest {

    @Test
    void oneWordIsShownAsOneWord() {
        assertThat(TextDiff.of("A state shall pay its dues.", "A state may pay its dues."))
                .containsExactly(
                        new Segment(Part.KEPT, "A state "),
                        new Segment(Part.DELETED, "shall"),
                        new Segment(Part.INSERTED, "may"),
                        new Segment(Part.KEPT, " pay its dues."));
    }

    @Test
    void howLinesAreBrokenIsNoDifference() {
        assertThat(TextDiff.ignoringGaps("one two\n  three", " one\ttwo three "))
                .containsExactly(new Segment(Part.KEPT, "one two three"));
    }

    @Test
    void aCommaIsADifference() {
        assertThat(TextDiff.of("states, and territories", "states and territories"))
                .extracting(Segment::part)
                .contains(Part.DELETED);
    }

    @Test
    void theSegmentsGiveBothTextsAgain() {
        Random chance = new Random(11);
        for (int i = 0; i < 200; i++) {
            // Some of them longer than what is compared the plain way.
            int longest = i < 190 ? 40 : 1_500;
            String model = text(chance, longest);
            String enacted = text(chance, longest);

            List<Segment> segments = TextDiff.of(model, enacted);

            assertThat(without(segments, Part.INSERTED)).isEqualTo(model);
            assertThat(without(segments, Part.DELETED)).isEqualTo(enacted);
        }
    }

    private static String text(Random chance, int longest) {
        List<String> words = List.of("two", "doses", " ", ", ", ".\n", "age", "½", "é", "12", "-");
        return chance.ints(chance.nextInt(longest), 0, words.size())
                .mapToObj(words::get)
                .collect(Collectors.joining());
    }

    private static String without(List<Segment> segments, Part part) {
        return segments.stream()
                .filter(segment -> segment.part() != part)
                .map(Segment::text)
                .collect(Collectors.joining());
    }
}
