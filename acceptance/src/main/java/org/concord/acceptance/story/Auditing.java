package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;

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
        stage.narrator()
                .say("book " + book.path("code").asText() + ": " + entries(auditor) + " entries, head sequence "
                        + book.path("headSeq").asText());
    }

    private int entries(Official auditor) {
        int entries = 0;
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode answer = auditor.get(ledger.path() + "/entries?limit=" + PAGE + cursor)
                    .bodyOrFail();
            entries += answer.path("items").size();
            if (!answer.path("next").isTextual()) {
                return entries;
            }
            cursor = "&cursor=" + answer.path("next").textValue();
        }
        throw new StepFailed("The book's pages do not end");
    }
}
