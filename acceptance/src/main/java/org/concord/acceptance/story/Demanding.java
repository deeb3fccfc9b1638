package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How members post demand: over REST, or by a file whose bad rows are named and stop nothing but themselves. */
final class Demanding {

    private static final String HEADER = "reference,cvx,rate_per_10000,doses\n";

    private final Stage stage;
    private final String roundId;

    Demanding(Stage stage, String roundId) {
        this.stage = stage;
        this.roundId = roundId;
    }

    String postByRate(Scenario.Member member) {
        Official buyer = stage.cast().buyer(member.member());
        ObjectNode demand = Stage.object().put("roundId", roundId);
        demand.putArray("lines")
                .addObject()
                .put("reference", reference(member, 1))
                .set("ratePer10000", member.ratePer10000());
        JsonNode posted =
                Stage.onceKnown(() -> buyer.post("/api/v1/demands", demand)).bodyOrFail();
        stage.narrator().say(member.member() + "  " + Figures.doses(posted.path("totalDoses")) + " doses");
        return member.member();
    }

    /** Line 2 of the file is good, line 3 is not: first nothing is stored, then by request the good line alone. */
    void uploadWithABadRow(Scenario.Member member) {
        Official buyer = stage.cast().buyer(member.member());
        String csv = HEADER
                + reference(member, 1) + "," + stage.scenario().item().cvx() + ","
                + member.ratePer10000().asText() + ",\n"
                + reference(member, 2) + "," + stage.scenario().item().cvx() + ",plenty,\n";
        String uploads = "/api/v1/demand-uploads?round=" + roundId;
        Answer refused = Stage.onceKnown(() -> buyer.upload(uploads, csv));
        if (refused.status() != 422) {
            throw new StepFailed("A file with a bad row was not refused: " + refused.problem());
        }
        stage.narrator().say(member.member() + "  file refused: " + refused.problem());
        JsonNode stored = buyer.get("/api/v1/demands?round=" + roundId).bodyOrFail();
        if (!stored.path("items").isEmpty()) {
            throw new StepFailed("A refused file left demand behind: " + stored.path("items"));
        }
        stage.narrator().say(member.member() + "  nothing of it was stored");
        JsonNode committed = buyer.upload(uploads + "&commit=valid", csv).bodyOrFail();
        stage.narrator()
                .say(member.member() + "  asked again with commit=valid: "
                        + committed.path("stored").asText() + " line stored, "
                        + committed.path("errors").size() + " left out, "
                        + Figures.doses(committed.path("totalDoses")) + " doses");
    }

    private String reference(Scenario.Member member, int line) {
        return member.member() + "-" + line;
    }
}
