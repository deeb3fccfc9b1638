package org.concord.compact.agreement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.agreement;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.cooperative;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.compact.Database;
import org.concord.compact.ServiceTest;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class AgreementResourceTest extends ServiceTest {

    @Test
    void anOpenedAgreementShowsItsPowersAndIsToldToTheOthers() {
        Response opened = post(as(STAFF), "/agreements", agreement("ALLIANCE_MOU", "WA", "WA", "MD"));
        String id = created(opened);

        assertThat(opened.header("Location")).endsWith("/api/v1/agreements/" + id);
        assertThat(opened.jsonPath().getList("capabilities")).containsExactly("PUBLISH_GUIDANCE");
        assertThat(opened.jsonPath().getList("members.member")).containsExactly("MD", "WA");
        assertThat(kafka.await("compact.agreement.v1", id, "AgreementOpened")
                        .data()
                        .get("type")
                        .textValue())
                .isEqualTo("ALLIANCE_MOU");
    }

    @Test
    void aCooperativeContractMayServeAnAlliance() {
        String alliance = created(post(as(STAFF), "/agreements", agreement("ALLIANCE_MOU", "WA", "WA", "MD")));
        Map<String, Object> contract = agreement("COOPERATIVE_CONTRACT", "WA", "WA", "MD");
        contract.put("linkedAgreementId", alliance);

        Response opened = post(as(STAFF), "/agreements", contract);

        assertThat(created(opened)).isNotNull();
        assertThat(opened.jsonPath().getString("linkedAgreementId")).isEqualTo(alliance);
    }

    @Test
    void anUnknownLinkIsRefused() {
        Map<String, Object> contract = agreement("COOPERATIVE_CONTRACT", "WA", "WA");
        contract.put("linkedAgreementId", UUID.randomUUID().toString());

        refused(post(as(STAFF), "/agreements", contract), 422, "linked-agreement-unknown");
    }

    @Test
    void theLeadIsAMember() {
        refused(post(as(STAFF), "/agreements", agreement("MUTUAL_AID", "TX", "WA")), 422, "lead-not-a-member");
    }

    @Test
    void aCodeIsTakenOnce() {
        Map<String, Object> first = agreement("MUTUAL_AID", "WA", "WA");
        created(post(as(STAFF), "/agreements", first));

        refused(post(as(STAFF), "/agreements", first), 409, "agreement-code-taken");
    }

    @Test
    void faultsComeBackEachWithItsPlace() {
        Response answer = post(as(STAFF), "/agreements", agreement("MUTUAL_AID", "WA", "WA", "XX", "WA"));

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .containsExactly("/members/1/member", "/members/2/member");
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswerAgain() {
        Map<String, Object> body = agreement("MUTUAL_AID", "WA", "WA");
        String key = UUID.randomUUID().toString();
        Response first = post(as(STAFF), "/agreements", body, key);

        Response again = post(as(STAFF), "/agreements", body, key);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        refused(
                post(as(STAFF), "/agreements", agreement("MUTUAL_AID", "WA", "WA"), key),
                422,
                "idempotency-key-reused");
    }

    @Test
    void aRequestWithoutAKeyIsRefused() {
        refused(
                as(STAFF)
                        .contentType("application/json")
                        .body(agreement("MUTUAL_AID", "WA", "WA"))
                        .post("/api/v1/agreements"),
                400,
                "idempotency-key-missing");
    }

    @Test
    void onlyStaffOpensAgreements() {
        Map<String, Object> body = agreement("MUTUAL_AID", "MD", "MD");

        refused(post(given(), "/agreements", body), 401, "sign-in-required");
        refused(post(as("md.officer"), "/agreements", body), 403, "not-permitted");
        refused(post(as("auditor.one"), "/agreements", body), 403, "not-permitted");
        refused(post(as("operator.one"), "/agreements", body), 403, "not-permitted");
    }

    @Test
    void aForeignAgreementIsAsAbsentAsAnUnknownOne() {
        String foreign = cooperative("WA", "CA");

        Response answer = get(as("md.buyer"), "/agreements/" + foreign);
        Response unknown = get(as("md.buyer"), "/agreements/" + UUID.randomUUID());

        refused(answer, 404, "not-found");
        refused(unknown, 404, "not-found");
        assertThat(answer.jsonPath().getString("detail"))
                .isEqualTo(unknown.jsonPath().getString("detail"));
        assertThat(get(as("ca.buyer"), "/agreements/" + foreign).statusCode()).isEqualTo(200);
        assertThat(get(as("auditor.one"), "/agreements/" + foreign).statusCode())
                .isEqualTo(200);
        refused(get(as("operator.one"), "/agreements/" + foreign), 403, "not-permitted");
    }

    @Test
    void aListIsReadPageByPageToItsEnd() {
        List<String> opened = List.of(cooperative("WY", "VI"), cooperative("WY", "VI"), cooperative("WY", "VI"));
        cooperative("WA", "CA");

        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            Response page = get(as("vi.buyer"), "/agreements?limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            read.addAll(page.jsonPath().getList("items.id"));
            cursor = page.jsonPath().getString("next");
            assertThat(page.header("Link") == null).isEqualTo(cursor == null);
        } while (cursor != null && read.size() < 10);

        assertThat(read).containsExactlyElementsOf(opened.reversed());
        refused(get(as("vi.buyer"), "/agreements?cursor=nonsense"), 400, "cursor-invalid");
        refused(get(as("vi.buyer"), "/agreements?limit=501"), 422, "validation-failed");
    }

    @Test
    void thePowersOfThisServiceKnowTheAgreementAtOnce() throws SQLException {
        String id = cooperative("WA", "CA");

        assertThat(Database.number("select count(*) from policy_membership where agreement_id = '" + id + "'"))
                .isEqualTo(2);
    }
}
