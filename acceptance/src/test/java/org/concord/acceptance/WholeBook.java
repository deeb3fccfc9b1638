package org.concord.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concord.acceptance.story.Answer;
import org.concord.acceptance.story.Official;

/** One book as an auditor read it: every entry, in order. */
record WholeBook(JsonNode head, List<JsonNode> entries) {

    private static final int MOST_PAGES = 100;

    static WholeBook read(Official auditor, String bookId) {
        List<JsonNode> entries = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode answer = ok(auditor.get("/api/v1/books/" + bookId + "/entries?limit=500" + cursor));
            answer.path("items").forEach(entries::add);
            if (!answer.path("next").isTextual()) {
                return new WholeBook(ok(auditor.get("/api/v1/books/" + bookId)), entries);
            }
            cursor = "&cursor=" + answer.path("next").textValue();
        }
        throw new AssertionError("the pages do not end");
    }

    /** How many entries each business object has caused by each rule. */
    Map<String, Integer> countsBySource() {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode entry : entries) {
            counts.merge(
                    entry.path("rule").asText() + " "
                            + entry.path("source").path("id").asText(),
                    1,
                    Integer::sum);
        }
        return counts;
    }

    /** Law 4: per holder, fund, year, basis and unit, every entry adds up to nothing. */
    void assertEveryEntryBalances() {
        assertThat(entries).isNotEmpty();
        for (JsonNode entry : entries) {
            Map<String, Long> sums = new TreeMap<>();
            for (JsonNode line : entry.path("lines")) {
                String group = List.of("holder", "fund", "appropriationYear", "basis", "unit").stream()
                        .map(part -> line.path(part).asText("-"))
                        .reduce("", (all, one) -> all + "/" + one);
                long sign = line.path("side").asText().startsWith("D") ? 1 : -1;
                assertThat(line.path("amount").asLong()).as(line.toString()).isPositive();
                sums.merge(group, sign * line.path("amount").asLong(), Long::sum);
            }
            assertThat(sums)
                    .as(entry.toString())
                    .isNotEmpty()
                    .allSatisfy((group, sum) -> assertThat(sum).isZero());
        }
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }
}
