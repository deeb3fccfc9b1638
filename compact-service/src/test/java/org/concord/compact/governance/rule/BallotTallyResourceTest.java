package org.concord.compact.governance.rule;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.refused;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.concord.compact.ServiceTest;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class BallotTallyResourceTest extends ServiceTest {

    private static final Map<String, Object> ORDINARY = Map.of("quorum", "MAJORITY", "threshold", "MAJORITY_OF_VOTES");
    private static final List<Map<String, Object>> ROLL = List.of(
            Map.of("seat", "CA-1", "member", "CA"),
            Map.of("seat", "MD-1", "member", "MD"),
            Map.of("seat", "WA-1", "member", "WA", "recused", true));

    @Test
    void anyoneCountsVotesWithoutASignInAndWithoutAKey() {
        Response answer = count(ORDINARY, ROLL, List.of(vote("CA-1", "YES"), vote("MD-1", "YES")));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("outcome")).isEqualTo("CARRIED");
        assertThat(answer.jsonPath().getList("working.step")).containsExactly("roll", "votes", "quorum", "threshold");
        assertThat(answer.jsonPath().getString("formulaVersion")).isEqualTo(Tally.VERSION);
    }

    @Test
    void aVoteNeedsASeatThatMayVoteAndIsCastOnce() {
        Response answer = count(
                ORDINARY,
                ROLL,
                List.of(vote("TX-1", "YES"), vote("WA-1", "NO"), vote("CA-1", "NO"), vote("CA-1", "NO")));

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .containsExactly("/votes/0/seat", "/votes/1/seat", "/votes/3/seat");
    }

    @Test
    void weightsAreGivenWhereTheRuleWeighs() {
        Map<String, Object> weighing =
                Map.of("quorum", "NONE", "threshold", "MAJORITY_OF_VOTES_AND_WEIGHT", "weighting", "POPULATION");

        Response answer = count(weighing, ROLL, List.of());

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .containsExactly("/roll/0/weight", "/roll/1/weight", "/roll/2/weight");
    }

    @Test
    void aRuleWithoutAThresholdIsRefusedAtItsPlace() {
        Response answer = count(Map.of("quorum", "MAJORITY"), ROLL, List.of());

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/rule");
    }

    @Test
    void moreSeatsThanTheBoundAreRefused() {
        refused(
                count(ORDINARY, Collections.nCopies(CountVotes.MOST_SEATS + 1, ROLL.getFirst()), List.of()),
                422,
                "validation-failed");
    }

    private static Map<String, Object> vote(String seat, String choice) {
        return Map.of("seat", seat, "choice", choice);
    }

    private static Response count(Map<String, Object> rule, List<?> roll, List<?> votes) {
        return given().contentType("application/json")
                .body(Map.of("rule", rule, "roll", roll, "votes", votes))
                .post("/api/v1/ballot-tallies");
    }
}
