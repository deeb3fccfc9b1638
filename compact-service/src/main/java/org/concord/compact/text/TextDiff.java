package org.concord.compact.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MeyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Two wordings, word by word (E. W. Myers, An O(ND) Difference Algorithm, 1986). Pure, so that anybody can repeat it. */
public final class TextDiff {

    /** A word, one sign, or the space between: put together again they are the text. */
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]|\\s+");

    private static final Pattern GAP = Pattern.compile("\\s+");

    /** Words, signs and gaps of both texts; the plain variant's memory grows with the square of their differences. */
    private static final int SHORT = 1_000;

    /** What a stretch of text is. */
    public enum Part {
        KEPT,
        /** In the earlier text only. */
        DELETED,
        /** In the later text only. */
        INSERTED
    }

    /** A stretch of text. The kept and deleted ones in order are the earlier text, the kept and inserted ones the later. */
    public record Segment(Part part, String text) {}

    private TextDiff() {}

    /** The stretches that make up both texts to the letter, in order. */
    public static List<Segment> of(String earlier, String later) {
        return between(words(earlier), words(later));
    }

    /** As {@link #of}, where it is no difference how lines are broken and how wide the gaps are: each is one space. */
    public static List<Segment> ignoringGaps(String earlier, String later) {
        return of(narrow(earlier), narrow(later));
    }

    private static List<Segment> between(List<String> before, List<String> after) {
        // Two long texts with nothing in common must not fill the memory; of short ones the plain variant reads better.
        Patch<String> patch = before.size() + after.size() <= SHORT
                ? DiffUtils.diff(before, after)
                : DiffUtils.diff(before, after, new MeyersDiffWithLinearSpace<>());
        List<Segment> segments = new ArrayList<>();
        List<String> deleted = new ArrayList<>();
        List<String> inserted = new ArrayList<>();
        int read = 0;
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            int at = delta.getSource().getPosition();
            if (at > read) {
                change(segments, deleted, inserted);
                append(segments, Part.KEPT, before.subList(read, at));
            }
            deleted.addAll(delta.getSource().getLines());
            inserted.addAll(delta.getTarget().getLines());
            read = at + delta.getSource().size();
        }
        change(segments, deleted, inserted);
        append(segments, Part.KEPT, before.subList(read, before.size()));
        return segments;
    }

    /** What changed in one place is shown once: the earlier words, then the later. */
    private static void change(List<Segment> segments, List<String> deleted, List<String> inserted) {
        append(segments, Part.DELETED, deleted);
        append(segments, Part.INSERTED, inserted);
        deleted.clear();
        inserted.clear();
    }

    private static String narrow(String text) {
        return GAP.matcher(text.strip()).replaceAll(" ");
    }

    private static List<String> words(String text) {
        return WORDS.matcher(text).results().map(MatchResult::group).toList();
    }

    private static void append(List<Segment> segments, Part part, List<String> words) {
        if (!words.isEmpty()) {
            segments.add(new Segment(part, String.join("", words)));
        }
    }
}
