package org.concord.compact.procurement.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.refused;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concord.compact.Api;
import org.concord.compact.ServiceTest;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class AwardEvaluationResourceTest extends ServiceTest {

    @Test
    void anyoneEvaluatesBidsWithoutASignInAndWithoutAKey() {
        Response answer = send(inputs(Api.bid("ALPHA", 100, 5)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getLong("recommended.goodsCents")).isEqualTo(500);
        assertThat(answer.jsonPath().getString("formulaVersion")).isEqualTo(AwardFormula.VERSION);
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        Map<String, Object> noCapacity = new HashMap<>(Api.bid("ALPHA", 100, 5));
        noCapacity.put("capacity", 0);

        Response answer = send(inputs(noCapacity));

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/bids/0/capacity");
    }

    @Test
    void fractionsOfACentAreNoAmounts() {
        Map<String, Object> bid = new HashMap<>(Api.bid("ALPHA", 100, 5));
        bid.put("tiers", List.of(Map.of("from", 1, "unitCents", 5.5)));

        refused(send(inputs(bid)), 422, "validation-failed");
    }

    @Test
    void moreBidsThanTheBoundAreRefused() {
        Map<String, Object> inputs = new HashMap<>(inputs(Api.bid("ALPHA", 100, 5)));
        inputs.put("bids", Collections.nCopies(Limits.BIDS + 1, Api.bid("ALPHA", 100, 5)));

        refused(send(inputs), 422, "validation-failed");
    }

    private static Map<String, Object> inputs(Map<String, Object> bid) {
        return Map.of(
                "packageDoses", 10,
                "demands", List.of(Map.of("member", "MD", "doses", 100)),
                "bids", List.of(bid));
    }

    private static Response send(Map<String, Object> inputs) {
        return given().contentType("application/json").body(inputs).post("/api/v1/award-evaluations");
    }
}
