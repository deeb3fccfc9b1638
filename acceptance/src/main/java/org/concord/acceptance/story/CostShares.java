package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The shared cost as it would fall under two other formulas, asked of the ledger's open what-if. */
record CostShares(JsonNode perCapita, JsonNode byVolume) {

    static CostShares ask(Stage stage, Official asker, JsonNode charges) {
        return new CostShares(
                plan(stage.scenario(), asker, charges, "PER_CAPITA"),
                plan(stage.scenario(), asker, charges, "BY_VOLUME"));
    }

    private static JsonNode plan(Scenario scenario, Official asker, JsonNode charges, String formula) {
        ObjectNode request =
                Stage.object().put("totalCents", scenario.sharedCostCents()).put("formula", formula);
        var members = request.putArray("members");
        for (Scenario.Member member : scenario.members()) {
            members.addObject()
                    .put("member", member.member())
                    .put("population", member.population())
                    .set("doses", Ledger.ofMember(charges, member.member()).path("doses"));
        }
        JsonNode plan = asker.post("/api/v1/cost-share-plans", request).bodyOrFail();
        ObjectNode shares = JsonNodeFactory.instance.objectNode();
        for (String member : scenario.memberCodes()) {
            shares.set(member, Ledger.ofMember(plan, member).path("cents"));
        }
        return shares;
    }
}
