package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What came out: every figure as a service gave it.
 *
 * @param json the figures under the keys of a scenario file's {@code expect}
 * @param agreementId the agreement of this run, which is also its book
 * @param latency from the approver's request to the order read as confirmed
 */
public record Outcome(ObjectNode json, String agreementId, Latency latency) {

    private static final String NOT_YET = "not yet";

    static ObjectNode figures(
            Scenario scenario, Procuring.Award award, JsonNode charges, CostShares shares, Ordering.Orders orders) {
        JsonNode evaluation = award.evaluation();
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.set("totalDoses", charges.path("doses"));
        out.set("bidTotals", bidTotals(evaluation));
        out.set("award", awardFigures(award.award(), charges));
        out.set("everyMemberAloneCents", evaluation.path("everyMemberAloneCents"));
        out.set("poolingSavesCents", evaluation.path("poolingSavesCents"));
        out.set("members", members(scenario, charges, orders));
        out.set("sharedPerCapitaCents", shares.perCapita());
        out.set("sharedByVolumeCents", shares.byVolume());
        out.set("totalCents", charges.path("totalCents"));
        if (scenario.later().contains("shipments")) {
            out.put("shipmentGoodsCents", NOT_YET);
            out.put("shipmentDoses", NOT_YET);
        }
        orders.find(scenario.budgetOf())
                .ifPresent(order -> out.set("budget", order.budget().put("invoices", NOT_YET)));
        if (scenario.later().contains("rejects")) {
            out.put("rejects", NOT_YET);
        }
        if (scenario.later().contains("latePayments")) {
            out.put("latePayments", NOT_YET);
        }
        if (scenario.split() != null) {
            out.set("splitAward", splitAward(evaluation.path("split")));
        }
        return out;
    }

    private static ObjectNode bidTotals(JsonNode evaluation) {
        ObjectNode totals = JsonNodeFactory.instance.objectNode();
        evaluation
                .path("bids")
                .forEach(bid -> totals.set(
                        bid.path("supplier").asText(),
                        bid.path("refusal").isTextual() ? bid.path("refusal") : bid.path("totalCents")));
        return totals;
    }

    private static ObjectNode awardFigures(JsonNode award, JsonNode charges) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.set("supplier", award.path("supplier"));
        figures.set("doses", charges.path("doses"));
        figures.set("goodsCents", charges.path("goodsCents"));
        if (award.path("unitCents").isIntegralNumber()) {
            figures.set("unitCents", award.path("unitCents"));
        }
        return figures;
    }

    private static JsonNode members(Scenario scenario, JsonNode charges, Ordering.Orders orders) {
        var members = JsonNodeFactory.instance.arrayNode();
        for (String member : scenario.memberCodes()) {
            ObjectNode figures = JsonNodeFactory.instance.objectNode();
            JsonNode charge = Ledger.ofMember(charges, member);
            figures.put("member", member);
            for (String part : List.of(
                    "doses", "goodsCents", "operationsFeeCents", "capitalFeeCents", "sharedCents", "totalCents")) {
                figures.set(part, charge.path(part));
            }
            JsonNode refusal = orders.of(member).path("refusal");
            if (refusal.isObject()) {
                figures.set("refusal", refusal);
            }
            members.add(figures);
        }
        return members;
    }

    private static JsonNode splitAward(JsonNode split) {
        if (!split.isObject()) {
            return JsonNodeFactory.instance.nullNode();
        }
        return ((ObjectNode) split).deepCopy().retain("suppliers", "totalCents", "resiliencePremiumCents", "refusal");
    }
}
