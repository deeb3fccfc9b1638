package org.concord.compact.agreement.instrument;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.concord.compact.ServiceTest;
import org.concord.compact.agreement.Life;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServersResource.class)
class InstrumentModelResourceTest extends ServiceTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "alliance-mou,         ALLIANCE_MOU,         -,  1, NOTICE,   P30D, NOT_REQUIRED",
                "alliance-contract,    COOPERATIVE_CONTRACT, -,  1, NOTICE,   P30D, NOT_REQUIRED",
                "nurse,                STATUTORY_COMPACT,    26, 1, REPEAL,   P6M,  NOT_REQUIRED",
                "medical,              STATUTORY_COMPACT,    7,  2, REPEAL,   P1Y,  NOT_REQUIRED",
                "offender-supervision, CONSENTED_COMPACT,    35, 1, REPEAL,   P0D,  BLANKET",
                "emergency,            MUTUAL_AID,           -,  1, REPEAL,   P30D, GRANTED",
                "greenhouse-gas,       ALLIANCE_MOU,         -,  1, OWN_RULE, P0D,  NOT_REQUIRED"
            })
    void eachModelHasItsRealShape(
            String code, String type, Integer threshold, int seats, String leftBy, String notice, String consent) {
        JsonPath model = get(given(), "/instrument-models/" + code).jsonPath();

        assertThat(model.getString("type")).isEqualTo(type);
        assertThat((Integer) model.get("terms.activationThreshold")).isEqualTo(threshold);
        assertThat(model.getInt("terms.seatsPerMember")).isEqualTo(seats);
        assertThat(model.getString("terms.exit.leftBy")).isEqualTo(leftBy);
        assertThat(model.getString("terms.exit.notice")).isEqualTo(notice);
        assertThat(model.getString("consent.type")).isEqualTo(consent);
        assertThat(model.getString("notice")).contains("no government's statement");
        assertThat(model.getList("facts.basis")).isNotEmpty();
        for (Map<String, String> fact : model.<Map<String, String>>getList("facts")) {
            assertThat(fact.containsKey("citation")).as(fact.toString()).isEqualTo("SOURCE".equals(fact.get("basis")));
        }
    }

    @Test
    void theModelsAreListedForEverybody() {
        assertThat(get(given(), "/instrument-models").jsonPath().getList("items.code"))
                .hasSize(7);
        refused(get(given(), "/instrument-models/none"), 404, "not-found");
    }

    @Test
    void everyModelOpensAnAgreementForEnactmentThatShowsItsTermsConsentAndText() {
        String code = "medical";
        Response opened = Life.open(code, "WA", Map.of());

        assertThat(created(opened)).isNotNull();
        assertThat(opened.jsonPath().getString("model")).isEqualTo(code);
        assertThat(opened.jsonPath().getString("state")).isEqualTo("OPEN_FOR_ENACTMENT");
        assertThat(opened.jsonPath().getInt("terms.activationThreshold")).isEqualTo(7);
        assertThat(opened.jsonPath().getString("consent")).isEqualTo("NOT_REQUIRED");
        String id = opened.jsonPath().getString("id");
        assertThat(get(as(STAFF), "/agreements/" + id + "/model-texts/current")
                        .jsonPath()
                        .getList("articles.article"))
                .containsExactly("I", "II", "III");
        assertThat(get(as(STAFF), "/agreements/" + id + "/consent-findings")
                        .jsonPath()
                        .getList("items.finding.type"))
                .containsExactly("NOT_REQUIRED");
        for (String other : List.of(
                "alliance-mou", "alliance-contract", "nurse", "offender-supervision", "emergency", "greenhouse-gas")) {
            created(Life.open(other, "WA", Map.of()));
        }
    }

    @Test
    void anAllianceFromItsModelIsInForceForItsFounders() {
        Response opened = Life.open(
                "alliance-mou", "WA", Map.of("members", List.of(Map.of("member", "WA", "effectiveOn", "2025-10-15"))));

        assertThat(created(opened)).isNotNull();
        assertThat(opened.jsonPath().getString("state")).isEqualTo("ACTIVE");
        assertThat(opened.jsonPath().getString("activeOn")).isEqualTo("2025-10-15");
    }

    @Test
    void anUnknownModelAndAnotherTypeAreRefused() {
        refused(Life.open("none", "WA", Map.of()), 422, "instrument-model-unknown");
        refused(Life.open("medical", "WA", Map.of("type", "ALLIANCE_MOU")), 422, "validation-failed");
        refused(
                post(
                        as(STAFF),
                        "/agreements",
                        Map.of("code", "X", "title", "x", "type", "MUTUAL_AID", "lead", "WA", "members", List.of())),
                422,
                "validation-failed");
    }

    @Test
    void powersThatNeedConsentRestUntilItIsFound() {
        String id = created(Life.open(
                "offender-supervision",
                "WA",
                Map.of("members", List.of(Map.of("member", "WA", "effectiveOn", "2020-01-01")))));
        assertThat(powers(id)).contains("BIND_BY_RULE");

        created(find(id, Map.of("type", "REQUIRED_PENDING")));
        assertThat(powers(id)).doesNotContain("BIND_BY_RULE").contains("LEVY_DUES");

        created(find(id, Map.of("type", "GRANTED", "publicLaw", "Public Law 1-1")));
        assertThat(powers(id)).contains("BIND_BY_RULE");
        assertThat(get(as(STAFF), "/agreements/" + id + "/consent-findings")
                        .jsonPath()
                        .getList("items.finding.type"))
                .containsExactly("GRANTED", "REQUIRED_PENDING", "BLANKET");
        refused(find(id, Map.of("type", "NOT_REQUIRED")), 422, "validation-failed");
    }

    @Test
    void theOthersAreToldWhenAPowerBeginsToRest() {
        Map<String, Object> body = Life.compactBody(1, "WA");
        Map<String, Object> terms = Life.terms(1);
        terms.put("consent", Map.of("needed", true, "capabilities", List.of("LEVY_DUES")));
        body.put("terms", terms);
        String id = created(post(as(STAFF), "/agreements", body));
        Life.enact(id, "WA", "2020-03-01");
        assertThat(powers(id)).doesNotContain("LEVY_DUES");

        created(find(id, Map.of("type", "NOT_REQUIRED", "memo", "Sample memo")));

        assertThat(powers(id)).contains("LEVY_DUES");
        kafka.await("compact.agreement.v1", id, "PowersChanged");
    }

    private static Response find(String id, Map<String, Object> finding) {
        return post(
                as(STAFF),
                "/agreements/" + id + "/consent-findings",
                Map.of("finding", finding, "foundOn", "2026-01-01"));
    }

    private static List<String> powers(String id) {
        return get(as(STAFF), "/agreements/" + id).jsonPath().getList("capabilities");
    }
}
