package org.concord.compact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** Fifteen members buy one vaccine together: every step by the right person, every figure of the worked case. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class PooledPurchaseTest extends ServiceTest {

    @Inject
    ObjectMapper json;

    @Test
    void fifteenMembersConcurAndTheLeadAwardsWhatTheFormulaRecommends() throws Exception {
        JsonNode worked = worked();
        JsonNode inputs = worked.get("inputs");
        JsonNode expect = worked.get("expect");
        List<String> members = new ArrayList<>();
        inputs.get("demands").forEach(line -> members.add(line.get("member").textValue()));

        for (String member : members) {
            api.mandate(member.toLowerCase(Locale.ROOT) + ".delegate", "DELEGATE");
        }
        api.mandate("wa.officer", "PROCUREMENT_OFFICER");

        // The instrument; the others hear of it.
        String agreement = created(post(
                as(STAFF), "/agreements", Api.agreement("COOPERATIVE_CONTRACT", "WA", members.toArray(String[]::new))));
        JsonNode opened = kafka.await("compact.agreement.v1", agreement, "AgreementOpened")
                .data();
        assertThat(opened.get("memberships")).hasSize(15);
        assertThat(opened.get("capabilities").get(0).textValue()).isEqualTo("BUY_TOGETHER");

        // Demand, as member-service tells it.
        String round = api.opened(agreement, members.toArray(String[]::new));
        assertThat(kafka.await("compact.round.v1", round, "RoundOpened").data().get("participants"))
                .hasSize(15);
        for (JsonNode line : inputs.get("demands")) {
            api.demand(round, line.get("member").textValue(), line.get("doses").longValue());
        }
        Response consolidated = post(as(STAFF), "/rounds/" + round + "/consolidations", Map.of());
        created(consolidated);
        assertThat(consolidated.jsonPath().getLong("totalDoses"))
                .isEqualTo(expect.get("totalDoses").longValue());
        assertThat(kafka.await("compact.round.v1", round, "DemandConsolidated")
                        .data()
                        .get("demands"))
                .hasSize(15);

        // Sealed bids.
        created(post(as(STAFF), "/rounds/" + round + "/tenders", Map.of("bidsDueAt", api.in(60))));
        refused(
                post(
                        as(STAFF),
                        "/rounds/" + round + "/bids",
                        inputs.get("bids").get(0).toString()),
                409,
                "bids-still-sealed");
        refused(post(as(STAFF), "/rounds/" + round + "/evaluations", Map.of()), 409, "bids-still-sealed");
        clock.letPass(Duration.ofMinutes(1));
        for (JsonNode bid : inputs.get("bids")) {
            created(post(as(STAFF), "/rounds/" + round + "/bids", bid.toString()));
        }

        // The published formula.
        Response evaluated = post(as(STAFF), "/rounds/" + round + "/evaluations", Map.of());
        String evaluation = created(evaluated);
        JsonNode figures = json.readTree(evaluated.asString());
        assertThat(figures.get("recommended")).isEqualTo(expect.get("award"));
        assertThat(figures.get("everyMemberAloneCents")).isEqualTo(expect.get("everyMemberAloneCents"));
        assertThat(figures.get("poolingSavesCents")).isEqualTo(expect.get("poolingSavesCents"));
        assertThat(figures.get("split").get("suppliers"))
                .isEqualTo(expect.get("splitAward").get("suppliers"));
        assertThat(kafka.await("compact.round.v1", round, "RoundEvaluated")
                        .data()
                        .get("evaluationId")
                        .textValue())
                .isEqualTo(evaluation);

        // Anyone replays it from the stored inputs, without a sign-in.
        Response replayed = given().contentType("application/json")
                .body(figures.get("inputs").toString())
                .post("/api/v1/award-evaluations");
        assertThat(json.readTree(replayed.asString()).properties())
                .allSatisfy(figure -> assertThat(figures.get(figure.getKey())).isEqualTo(figure.getValue()));

        // No award before the members have spoken.
        String ballot = created(post(as(STAFF), "/ballots", api.ballot(agreement, round, evaluation)));
        Map<String, Object> award = Map.of("evaluationId", evaluation, "ballotId", ballot);
        refused(
                post(Api.acting("wa.officer"), "/rounds/" + round + "/awards", award),
                409,
                "members-have-not-concurred");

        // Fifteen delegates at once.
        assertThat(everyoneVotes(members, ballot)).containsOnly(201);
        Response closed = Api.get(as("md.buyer"), "/ballots/" + ballot);
        assertThat(closed.jsonPath().getString("result")).isEqualTo("CONCURRED");
        assertThat(closed.jsonPath().getInt("tally.concur")).isEqualTo(14);
        assertThat(kafka.awaitAll("compact.ballot.v1", ballot, "VoteCast", 15))
                .allSatisfy(vote -> assertThat(vote.data().has("choice")).isFalse());
        assertThat(kafka.await("compact.ballot.v1", ballot, "BallotClosed")
                        .data()
                        .get("result")
                        .textValue())
                .isEqualTo("CONCURRED");

        // The lead's officer awards.
        Response awarded = post(Api.acting("wa.officer"), "/rounds/" + round + "/awards", award);
        String awardId = created(awarded);
        JsonNode made = kafka.await("compact.award.v1", awardId, "AwardMade").data();
        assertThat(made.get("supplier").textValue()).isEqualTo("ALPHA");
        assertThat(made.get("unitCents").longValue()).isEqualTo(2240);
        assertThat(made.get("goodsCents")).isEqualTo(expect.get("award").get("goodsCents"));
        assertThat(made.get("fees").get("operations").textValue()).isEqualTo("0.60%");
        assertThat(sharesOf(made)).isEqualTo(sharesOf(expect));
        assertThat(Api.get(as("md.buyer"), "/rounds/" + round).jsonPath().getString("state"))
                .isEqualTo("AWARDED");
        refused(post(Api.acting("wa.officer"), "/rounds/" + round + "/awards", award), 409, "round-not-in-this-state");
    }

    /** Everybody concurs but one, who sends back with reasons. */
    private static List<Integer> everyoneVotes(List<String> members, String ballot) throws Exception {
        List<Callable<Integer>> votes = new ArrayList<>();
        for (String member : members) {
            String delegate = member.toLowerCase(Locale.ROOT) + ".delegate";
            boolean against = member.equals("RI");
            Tokens.of(delegate);
            votes.add(() -> Api.vote(
                            delegate,
                            ballot,
                            against ? "SEND_BACK" : "CONCUR",
                            against ? "a second look, please" : null)
                    .statusCode());
        }
        try (ExecutorService delegates = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> vote : delegates.invokeAll(votes)) {
                statuses.add(vote.get());
            }
            return statuses;
        }
    }

    private static Map<String, String> sharesOf(JsonNode award) {
        Map<String, String> shares = new TreeMap<>();
        award.get("members")
                .forEach(member -> shares.put(
                        member.get("member").textValue(),
                        member.get("doses").longValue() + " doses, "
                                + member.get("goodsCents").longValue() + " cents"));
        return shares;
    }

    private JsonNode worked() throws IOException {
        try (InputStream file = PooledPurchaseTest.class.getResourceAsStream("/evaluation/mmr-fifteen-members.json")) {
            return json.readTree(Objects.requireNonNull(file));
        }
    }
}
