package org.concord.compact.agreement;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MeyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Two wordings, word by word. How lines are broken and how wide the gaps are is no difference. */
final class TextDiff {

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]|\\s+");
    private static final Pattern GAP = Pattern.compile("\\s+");

    /** What a stretch of text is. */
    public enum Part {
        SAME,
        /** In the model only. */
        DELETED,
        /** In the enacted text only. */
        INSERTED
    }

    /** A stretch of text. */
    public record Segment(Part part, String text) {}

    private TextDiff() {}

    /** The stretches that make up both texts, in order. */
    static List<Segment> of(String model, String enacted) {
        List<String> before = words(model);
        List<String> after = words(enacted);
        // The linear-space variant: two long texts with nothing in common must not fill the memory.
        Patch<String> patch = DiffUtils.diff(before, after, new MeyersDiffWithLinearSpace<>());
        List<Segment> segments = new ArrayList<>();
        List<String> deleted = new ArrayList<>();
        List<String> inserted = new ArrayList<>();
        int read = 0;
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            int at = delta.getSource().getPosition();
            if (at > read) {
                change(segments, deleted, inserted);
                append(segments, Part.SAME, before.subList(read, at));
            }
            deleted.addAll(delta.getSource().getLines());
            inserted.addAll(delta.getTarget().getLines());
            read = at + delta.getSource().size();
        }
        change(segments, deleted, inserted);
        append(segments, Part.SAME, before.subList(read, before.size()));
        return segments;
    }

    /** What changed in one place is shown once: the model's words, then the member's. */
    private static void change(List<Segment> segments, List<String> deleted, List<String> inserted) {
        append(segments, Part.DELETED, deleted);
        append(segments, Part.INSERTED, inserted);
        deleted.clear();
        inserted.clear();
    }

    private static List<String> words(String text) {
        return WORDS.matcher(text.strip())
                .results()
                .map(found -> GAP.matcher(found.group()).replaceAll(" "))
                .toList();
    }

    private static void append(List<Segment> segments, Part part, List<String> words) {
        if (!words.isEmpty()) {
            segments.add(new Segment(part, String.join("", words)));
        }
    }
}
