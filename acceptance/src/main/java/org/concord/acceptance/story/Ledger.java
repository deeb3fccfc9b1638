package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The questions this play puts to one book. */
record Ledger(String bookId) {

    static JsonNode ofMember(JsonNode answer, String member) {
        for (JsonNode each : answer.path("members")) {
            if (each.path("member").asText().equals(member)) {
                return each;
            }
        }
        return MissingNode.getInstance();
    }

    String path() {
        return "/api/v1/books/" + bookId;
    }

    /** The member's budget without the sequence it was read at; empty when nothing was ever appropriated. */
    Optional<ObjectNode> budget(Official reader, String member, int year) {
        Answer answer = reader.get(path() + "/budgets/" + member + "?fund=" + Stage.FUND + "&year=" + year);
        if (answer.status() == 404) {
            return Optional.empty();
        }
        ObjectNode budget = answer.bodyOrFail().deepCopy();
        budget.remove("asOfSeq");
        return Optional.of(budget);
    }

    JsonNode goods(Official reader, String awardId, String member) {
        return ofMember(reader.get(path() + "/goods?award=" + awardId).bodyOrFail(), member);
    }

    /** What the award costs each member, once the ledger has computed it. */
    JsonNode charges(Official reader, String awardId) {
        return Stage.onceKnown(() -> reader.get(path() + "/charges?award=" + awardId))
                .bodyOrFail();
    }
}
