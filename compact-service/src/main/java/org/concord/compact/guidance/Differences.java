package org.concord.compact.guidance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concord.compact.guidance.Difference.Kind;
import org.concord.compact.text.TextDiff;
import org.concord.compact.text.TextDiff.Segment;
import org.jspecify.annotations.Nullable;

/** Compares two texts field by field, and prose word by word. Pure, so that anybody can repeat it. */
final class Differences {

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
                List<Segment> words = is.prose() ? TextDiff.of(was.text(), is.text()) : null;
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
}
