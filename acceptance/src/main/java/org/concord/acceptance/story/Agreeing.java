package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** First act: the members have an agreement that may buy, and each one's treasurer certifies money for it. */
final class Agreeing {

    private final Stage stage;

    Agreeing(Stage stage) {
        this.stage = stage;
    }

    /** Every run opens its own agreement, and so its own book: kept data of earlier runs cannot reach into it. */
    String staffOpensAnAgreement() {
        Scenario scenario = stage.scenario();
        stage.narrator().step("Commission staff opens a cooperative contract led by " + scenario.lead());
        ObjectNode agreement = Stage.object()
                .put("code", stage.run())
                .put("title", scenario.title())
                .put("type", "COOPERATIVE_CONTRACT")
                .put("lead", scenario.lead());
        var members = agreement.putArray("members");
        scenario.memberCodes()
                .forEach(member -> members.addObject()
                        .put("member", member)
                        .put("effectiveOn", stage.yesterday().toString()));
        var opened = stage.cast().staff().post("/api/v1/agreements", agreement).bodyOrFail();
        stage.narrator()
                .say(opened.path("code").asText() + " with "
                        + scenario.members().size() + " members; agreement and book "
                        + opened.path("id").asText());
        return opened.path("id").asText();
    }

    void treasurersRecordAppropriations(Ledger ledger) {
        stage.narrator().step("Treasurers record what their legislatures appropriated, and allot it");
        Crowd.each(stage.scenario().members(), member -> recordAppropriation(ledger, member));
    }

    private String recordAppropriation(Ledger ledger, Scenario.Member member) {
        if (member.appropriationCents() == 0) {
            stage.narrator().say(member.member() + "  nothing appropriated");
            return member.member();
        }
        Official treasurer = stage.cast().treasurer(member.member());
        ObjectNode money = Stage.object()
                .put("fund", Stage.FUND)
                .put("appropriationYear", stage.year())
                .put("amountCents", member.appropriationCents());
        Stage.onceKnown(() -> treasurer.get(ledger.path())).bodyOrFail();
        Stage.onceKnown(() -> treasurer.post(ledger.path() + "/appropriations", document(money, member, "APPR")))
                .bodyOrFail();
        treasurer
                .post(ledger.path() + "/allotments", document(money, member, "ALLOT"))
                .bodyOrFail();
        var budget = ledger.budget(treasurer, member.member(), stage.year())
                .orElseThrow(() -> new StepFailed("The ledger knows no budget of " + member.member()));
        stage.narrator()
                .say(member.member() + "  appropriated " + Figures.dollars(budget.path("authorityCents"))
                        + ", free to spend " + Figures.dollars(budget.path("availableCents")));
        return member.member();
    }

    private ObjectNode document(ObjectNode money, Scenario.Member member, String kind) {
        return money.deepCopy().put("erpDocument", member.member() + "-" + kind + "-" + stage.run());
    }
}
