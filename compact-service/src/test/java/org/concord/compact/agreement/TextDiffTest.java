package org.concord.compact.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.concord.compact.agreement.TextDiff.Part;
import org.concord.compact.agreement.TextDiff.Segment;
import org.junit.jupiter.api.Test;

class TextDiffTest {

    @Test
    void oneWordIsShownAsOneWord() {
        assertThat(TextDiff.of("A state shall pay its dues.", "A state may pay its dues."))
                .containsExactly(
                        new Segment(Part.SAME, "A state "),
                        new Segment(Part.DELETED, "shall"),
                        new Segment(Part.INSERTED, "may"),
                        new Segment(Part.SAME, " pay its dues."));
    }

    @Test
    void howLinesAreBrokenIsNoDifference() {
        assertThat(TextDiff.of("one two\n  three", " one\ttwo three "))
                .containsExactly(new Segment(Part.SAME, "one two three"));
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
            String model = text(chance);
            String enacted = text(chance);

            List<Segment> segments = TextDiff.of(model, enacted);

            assertThat(without(segments, Part.INSERTED)).isEqualTo(model);
            assertThat(without(segments, Part.DELETED)).isEqualTo(enacted);
        }
    }

    private static String text(Random chance) {
        return chance.ints(chance.nextInt(30), 0, 5).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }

    private static String without(List<Segment> segments, Part part) {
        return segments.stream()
                .filter(segment -> segment.part() != part)
                .map(Segment::text)
                .collect(Collectors.joining());
    }
}
