package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Last act: the auditor reads the whole book. */
final class Auditing {

    /** The most that a page may hold. */
    private static final int PAGE = 500;

    /** A run writes some hundred entries; a cursor that leads further than this leads in a circle. */
    private static final int MOST_PAGES = 100;

    private final Stage stage;
    private final Ledger ledger;

    Auditing(Stage stage, Ledger ledger) {
        this.stage = stage;
        this.ledger = ledger;
    }

    void auditorReadsTheLedger() {
        stage.narrator().step("The auditor reads the ledger");
        Official auditor = stage.cast().auditor();
        JsonNode book = auditor.get(ledger.path()).bodyOrFail();
        int entries = read(auditor, "/entries").size();
        stage.narrator()
                .say("book " + book.path("code").asText() + ": " + entries + " entries, head sequence "
                        + book.path("headSeq").asText());
        stage.narrator()
                .say("debits equal credits in " + String.join(" and ", balancedUnits(read(auditor, "/accounts"))));
    }

    /** Every unit of the book, each found to balance over all its accounts. */
    private static Set<String> balancedUnits(List<JsonNode> accounts) {
        Map<String, BigInteger> net = new TreeMap<>();
        for (JsonNode account : accounts) {
            net.merge(
                    account.path("unit").asText(),
                    account.path("debits")
                            .bigIntegerValue()
                            .subtract(account.path("credits").bigIntegerValue()),
                    BigInteger::add);
        }
        net.forEach((unit, difference) -> {
            if (difference.signum() != 0) {
                throw new StepFailed("The book does not balance in " + unit + ", by " + difference);
            }
        });
        return net.keySet();
    }

    private List<JsonNode> read(Official auditor, String what) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode answer = auditor.get(ledger.path() + what + "?limit=" + PAGE + cursor)
                    .bodyOrFail();
            answer.path("items").forEach(items::add);
            if (!answer.path("next").isTextual()) {
                return items;
            }
            cursor = "&cursor=" + answer.path("next").textValue();
        }
        throw new StepFailed("The pages of " + what + " do not end");
    }
}
