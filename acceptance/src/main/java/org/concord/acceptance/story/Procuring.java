package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Second act: the round, from the members' demand to the lead state's award. */
final class Procuring {

    /** Long enough to show that bids stay sealed until the closing time, short enough to wait for. */
    private static final Duration UNTIL_BIDS_ARE_DUE = Duration.ofSeconds(5);

    private final Stage stage;
    private final String agreementId;

    Procuring(Stage stage, String agreementId) {
        this.stage = stage;
        this.agreementId = agreementId;
    }

    record Award(JsonNode evaluation, JsonNode award) {

        String id() {
            return award.path("id").asText();
        }
    }

    Award roundFromDemandToAward() {
        String roundId = staffOpensARound();
        membersPostDemand(roundId);
        staffConsolidates(roundId);
        Instant due = staffOpensATender(roundId);
        staffRecordsTheBids(roundId, due);
        JsonNode evaluation = staffEvaluates(roundId);
        String ballotId = delegatesConcur(roundId, evaluation.path("id").asText());
        return new Award(evaluation, officerAwards(roundId, evaluation, ballotId));
    }

    private String staffOpensARound() {
        Scenario scenario = stage.scenario();
        stage.narrator().step("Staff opens a round for " + scenario.item().name());
        ObjectNode round = Stage.object()
                .put("agreementId", agreementId)
                .put("title", scenario.title())
                .put("sharedCostCents", scenario.sharedCostCents())
                .put("sharedCostFormula", scenario.sharedCostFormula())
                .put(
                        "demandDueAt",
                        stage.clock().instant().plus(Duration.ofHours(1)).toString());
        round.putObject("item")
                .put("cvx", scenario.item().cvx())
                .put("name", scenario.item().name())
                .put("packageDoses", scenario.item().packageDoses());
        var participants = round.putArray("participants");
        scenario.members()
                .forEach(member ->
                        participants.addObject().put("member", member.member()).put("population", member.population()));
        round.putObject("fees")
                .put("operations", scenario.fees().operations())
                .put("capital", scenario.fees().capital());
        round.putObject("requisition")
                .put("ceilingUnitCents", scenario.requisition().ceilingUnitCents())
                .put("sharedCostFormula", scenario.requisition().sharedCostFormula());
        if (scenario.split() != null) {
            round.putObject("split")
                    .put("suppliers", scenario.split().suppliers())
                    .put("maxSharePercent", scenario.split().maxSharePercent());
        }
        String roundId = stage.cast()
                .staff()
                .post("/api/v1/rounds", round)
                .bodyOrFail()
                .path("id")
                .asText();
        stage.narrator()
                .say("round " + roundId + ", in packages of " + scenario.item().packageDoses() + " doses");
        return roundId;
    }

    private void membersPostDemand(String roundId) {
        stage.narrator().step("Members post their demand, the last of them by a CSV file with a bad row");
        Demanding demanding = new Demanding(stage, roundId);
        List<Scenario.Member> members = stage.scenario().members();
        Crowd.each(members.subList(0, members.size() - 1), demanding::postByRate);
        demanding.uploadWithABadRow(members.getLast());
    }

    private void staffConsolidates(String roundId) {
        stage.narrator().step("Staff consolidates the demand");
        JsonNode consolidation = Patience.until(
                        "every member's demand to reach the round",
                        Stage.NEWS,
                        Duration.ofMillis(250),
                        () -> Optional.of(stage.cast()
                                        .staff()
                                        .post("/api/v1/rounds/" + roundId + "/consolidations", Stage.object()))
                                .filter(answer -> !answer.slug().equals("demand-incomplete")))
                .bodyOrFail();
        stage.narrator().say(Figures.doses(consolidation.path("totalDoses")) + " doses in all");
    }

    private Instant staffOpensATender(String roundId) {
        stage.narrator().step("Staff opens the tender; bids stay sealed until they are due");
        Instant due = stage.clock().instant().plus(UNTIL_BIDS_ARE_DUE);
        stage.cast()
                .staff()
                .post("/api/v1/rounds/" + roundId + "/tenders", Stage.object().put("bidsDueAt", due.toString()))
                .bodyOrFail();
        stage.narrator().say("bids are due at " + due);
        return due;
    }

    private void staffRecordsTheBids(String roundId, Instant due) {
        stage.narrator().step("After the closing time staff records the suppliers' bids");
        while (stage.clock().instant().isBefore(due)) {
            Patience.pause(Duration.ofMillis(100));
        }
        for (Scenario.Bid bid : stage.scenario().bids()) {
            stage.cast()
                    .staff()
                    .post("/api/v1/rounds/" + roundId + "/bids", bid.terms())
                    .bodyOrFail();
            stage.narrator().say(bid.supplier() + " recorded");
        }
    }

    private JsonNode staffEvaluates(String roundId) {
        stage.narrator().step("Staff evaluates the bids by the published criteria");
        JsonNode evaluation = stage.cast()
                .staff()
                .post("/api/v1/rounds/" + roundId + "/evaluations", Stage.object())
                .bodyOrFail();
        for (JsonNode bid : evaluation.path("bids")) {
            stage.narrator()
                    .say(bid.path("supplier").asText() + "  "
                            + (bid.path("refusal").isTextual()
                                    ? "refused: " + bid.path("refusal").textValue()
                                    : Figures.dollars(bid.path("totalCents"))));
        }
        if (!evaluation.path("recommended").isObject()) {
            throw new StepFailed("No bid can be recommended, so there is nothing to award");
        }
        stage.narrator()
                .say("recommended: "
                        + evaluation.path("recommended").path("supplier").asText());
        stage.narrator()
                .say("every member alone would pay " + Figures.dollars(evaluation.path("everyMemberAloneCents"))
                        + "; pooling saves " + Figures.dollars(evaluation.path("poolingSavesCents")));
        if (evaluation.path("split").isObject()) {
            stage.narrator().say("split award: " + splitInWords(evaluation.path("split")));
        }
        return evaluation;
    }

    private static String splitInWords(JsonNode split) {
        StringBuilder words = new StringBuilder();
        split.path("suppliers")
                .properties()
                .forEach(supplier -> words.append(supplier.getKey())
                        .append(' ')
                        .append(Figures.doses(supplier.getValue().path("doses")))
                        .append(" doses for ")
                        .append(Figures.dollars(supplier.getValue().path("cents")))
                        .append(", "));
        return words + "in all " + Figures.dollars(split.path("totalCents")) + ", the price of resilience "
                + Figures.dollars(split.path("resiliencePremiumCents"));
    }

    private String delegatesConcur(String roundId, String evaluationId) {
        stage.narrator().step("The members' delegates vote on whether to concur");
        ObjectNode ballot = Stage.object()
                .put("agreementId", agreementId)
                .put(
                        "closesAt",
                        stage.clock().instant().plus(Duration.ofHours(1)).toString());
        ballot.putObject("matter")
                .put("type", "CONCUR_IN_AWARD")
                .put("roundId", roundId)
                .put("evaluationId", evaluationId);
        String ballotId = stage.cast()
                .staff()
                .post("/api/v1/ballots", ballot)
                .bodyOrFail()
                .path("id")
                .asText();
        Crowd.each(
                stage.scenario().memberCodes(),
                member -> stage.cast()
                        .delegate(member)
                        .post(
                                "/api/v1/ballots/" + ballotId + "/votes",
                                Stage.object().put("choice", "CONCUR"))
                        .bodyOrFail());
        JsonNode closed =
                stage.cast().staff().get("/api/v1/ballots/" + ballotId).bodyOrFail();
        stage.narrator()
                .say(closed.path("roll").size() + " seats on the roll; the ballot is "
                        + closed.path("state").asText() + ": "
                        + closed.path("result").asText("no result yet"));
        return ballotId;
    }

    private JsonNode officerAwards(String roundId, JsonNode evaluation, String ballotId) {
        String lead = stage.scenario().lead();
        stage.narrator().step("The procurement officer of " + lead + " awards under " + lead + "'s law");
        JsonNode award = stage.cast()
                .officer(lead)
                .post(
                        "/api/v1/rounds/" + roundId + "/awards",
                        Stage.object()
                                .put("evaluationId", evaluation.path("id").asText())
                                .put("ballotId", ballotId))
                .bodyOrFail();
        stage.narrator()
                .say(award.path("supplier").asText() + " for " + Figures.doses(award.path("doses")) + " doses, "
                        + Figures.dollars(award.path("goodsCents")));
        return award;
    }
}
