package org.concord.compact.guidance;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concord.compact.guidance.Difference.Change;
import org.concord.compact.guidance.Difference.Kind;
import org.concord.compact.guidance.Difference.Passage;
import org.jspecify.annotations.Nullable;

/** Compares two texts field by field, and prose word by word. Pure, so that anybody can repeat it. */
final class Differences {

    /** A word, one sign, or the space between: put together again they are the text. */
    private static final Pattern TOKEN = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");

    /** A field's value as it is compared. */
    private record Value(String text, boolean prose) {}

    private Differences() {}

    /** The fields in which they differ, in the order of the earlier text and then of the later. */
    static List<Difference> between(GuidanceText earlier, GuidanceText later) {
        Map<String, Value> before = fields(earlier);
        Map<String, Value> after = fields(later);
        Set<String> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String field : all) {
            Value was = before.get(field);
            Value is = after.get(field);
            if (was == null && is != null) {
                differences.add(new Difference(field, Kind.ADDED, null, is.text(), null));
            } else if (was != null && is == null) {
                differences.add(new Difference(field, Kind.REMOVED, was.text(), null, null));
            } else if (was != null && is != null && !was.text().equals(is.text())) {
                List<Passage> words = is.prose() ? words(was.text(), is.text()) : null;
                differences.add(new Difference(field, Kind.CHANGED, was.text(), is.text(), words));
            }
        }
        return differences;
    }

    private static Map<String, Value> fields(GuidanceText text) {
        Map<String, Value> fields = new LinkedHashMap<>();
        prose(fields, "/title", text.title());
        plain(fields, "/topic", text.topic());
        plain(fields, "/effectiveOn", text.effectiveOn());
        plain(fields, "/sunsetOn", text.sunsetOn());
        plain(fields, "/requiredSignatures", text.requiredSignatures());
        text.superseded().forEach(id -> plain(fields, "/supersedes/" + id, id));
        for (Recommendation one : text.recommendations()) {
            String at = "/recommendations/" + one.key();
            plain(fields, at + "/population/fromMonths", one.population().fromMonths());
            plain(fields, at + "/population/toMonths", one.population().toMonths());
            plain(fields, at + "/population/riskGroup", one.population().riskGroup());
            prose(fields, at + "/statement", one.statement());
            plain(fields, at + "/strength", one.strength());
        }
        for (Evidence one : text.evidence()) {
            String at = "/evidence/" + one.url().replace("~", "~0").replace("/", "~1");
            prose(fields, at + "/title", one.title());
            plain(fields, at + "/publisher", one.publisher());
            plain(fields, at + "/publishedOn", one.publishedOn());
        }
        return fields;
    }

    private static void plain(Map<String, Value> fields, String at, @Nullable Object value) {
        if (value != null) {
            fields.put(at, new Value(value.toString(), false));
        }
    }

    private static void prose(Map<String, Value> fields, String at, String value) {
        fields.put(at, new Value(value, true));
    }

    /** The passages that lead from one text to the other. */
    static List<Passage> words(String before, String after) {
        List<String> was = tokens(before);
        List<String> is = tokens(after);
        List<Passage> passages = new ArrayList<>();
        int kept = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(was, is).getDeltas()) {
            add(passages, Change.KEPT, was.subList(kept, delta.getSource().getPosition()));
            add(passages, Change.DELETED, delta.getSource().getLines());
            add(passages, Change.INSERTED, delta.getTarget().getLines());
            kept = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(passages, Change.KEPT, was.subList(kept, was.size()));
        return passages;
    }

    private static void add(List<Passage> passages, Change change, List<String> tokens) {
        if (!tokens.isEmpty()) {
            passages.add(new Passage(change, String.join("", tokens)));
        }
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }
}
