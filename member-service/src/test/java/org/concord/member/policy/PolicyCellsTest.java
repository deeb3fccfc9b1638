package org.concord.member.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.concord.member.ServiceTest;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each cell of operation × caller, asked over HTTP with real tokens. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class PolicyCellsTest extends ServiceTest {
    private static final String OFFICIALS = "wa.buyer wa.approver wa.delegate wa.treasurer wa.officer";

    @ParameterizedTest
    @CsvSource({
        // operation,       nobody, staff, auditor, operator, buyer, approver, delegate, treasurer, officer
        "READ_JURISDICTIONS, 200,   200,   200,     200,      200,   200,      200,      200,       200",
        "REGISTER_MANDATES,  401,   201,   403,     403,      403,   403,      403,      403,       403",
        "READ_MANDATES,      401,   200,   200,     403,      200,   200,      200,      200,       200",
        "POST_DEMAND,        401,   403,   403,     403,      201,   403,      403,      403,       403",
        "UPLOAD_DEMAND,      401,   403,   403,     403,      201,   403,      403,      403,       403",
        "READ_DEMAND,        401,   200,   200,     403,      200,   200,      200,      200,       200",
        "PLACE_ORDER,        401,   403,   403,     403,      201,   403,      403,      403,       403",
        "SUBMIT_ORDER,       401,   403,   403,     403,      201,   403,      403,      403,       403",
        "APPROVE_ORDER,      401,   403,   403,     403,      403,   201,      403,      403,       403",
        "READ_ORDERS,        401,   200,   200,     403,      200,   200,      200,      200,       200",
        "REGISTER_DATA_USE,  401,   201,   403,     403,      403,   403,      403,      403,       403",
        "READ_DATA_USE,      401,   200,   200,     403,      200,   200,      200,      200,       200",
        "POST_CASES,         401,   403,   403,     403,      403,   403,      403,      403,       403",
        "READ_CASES,         401,   403,   403,     403,      403,   403,      403,      403,       403"
    })
    void eachCallerMayDoWhatTheTableSays(
            String operation,
            int nobody,
            int staff,
            int auditor,
            int operator,
            int buyer,
            int approver,
            int delegate,
            int treasurer,
            int officer) {
        register(List.of(
                mandate("wa.delegate", "WA", "DELEGATE"),
                mandate("wa.treasurer", "WA", "TREASURER"),
                mandate("wa.officer", "WA", "PROCUREMENT_OFFICER")));
        Stage stage = new Stage();

        assertThat(ask(operation, given(), stage).statusCode()).as("nobody").isEqualTo(nobody);
        assertThat(ask(operation, as("staff.sourcing"), stage).statusCode())
                .as("staff")
                .isEqualTo(staff);
        assertThat(ask(operation, as("auditor.one"), stage).statusCode())
                .as("auditor")
                .isEqualTo(auditor);
        assertThat(ask(operation, as("operator.one"), stage).statusCode())
                .as("operator")
                .isEqualTo(operator);
        int[] expected = {buyer, approver, delegate, treasurer, officer};
        List<String> officials = List.of(OFFICIALS.split(" "));
        for (int i = 0; i < expected.length; i++) {
            assertThat(ask(operation, acting(officials.get(i)), stage).statusCode())
                    .as(officials.get(i))
                    .isEqualTo(expected[i]);
        }
    }

    @Test
    void memberActedForMustBeTheCallers() {
        Stage stage = new Stage();
        for (String operation : List.of("POST_DEMAND", "PLACE_ORDER", "SUBMIT_ORDER", "APPROVE_ORDER", "READ_ORDERS")) {
            Response answer = ask(operation, as("or.buyer").header("Concord-Member", "WA"), stage);
            assertThat(answer.statusCode()).as(operation).isEqualTo(403);
            assertThat(answer.<String>path("type")).isEqualTo("urn:concord:problem:member-not-yours");
        }
    }

    @Test
    void memberActedForMustBeNamedToAct() {
        Stage stage = new Stage();
        for (String operation : List.of("POST_DEMAND", "PLACE_ORDER", "SUBMIT_ORDER", "APPROVE_ORDER")) {
            Response answer = ask(operation, as("wa.buyer"), stage);
            assertThat(answer.statusCode()).as(operation).isEqualTo(400);
            assertThat(answer.<String>path("type")).isEqualTo("urn:concord:problem:member-required");
        }
        assertThat(ask("READ_ORDERS", as("wa.buyer"), stage).statusCode()).isEqualTo(200);
    }

    @Test
    void memberThatNeverJoinedFindsNoAgreement() {
        Stage stage = new Stage();
        assertThat(ask("PLACE_ORDER", acting("or.buyer"), stage).statusCode()).isEqualTo(404);
    }

    @Test
    void tamperedTokenIsNoToken() {
        String token = Tokens.of("wa.buyer");
        String body = token.substring(0, token.lastIndexOf('.'));
        for (String forged : List.of(body + ".AAAA", body + ".", "x" + token)) {
            given().header("Authorization", "Bearer " + forged)
                    .get("/api/v1/orders")
                    .then()
                    .statusCode(401);
        }
    }

    private Response ask(String operation, RequestSpecification caller, Stage stage) {
        RequestSpecification post =
                caller.header("Idempotency-Key", UUID.randomUUID()).contentType(ContentType.JSON);
        return switch (operation) {
            case "READ_JURISDICTIONS" -> caller.get("/api/v1/jurisdictions");
            case "REGISTER_MANDATES" ->
                post.body(Map.of("instrument", "x", "mandates", List.of(mandate("wa.buyer", "WA", "BUYER"))))
                        .post("/api/v1/mandate-registrations");
            case "READ_MANDATES" -> caller.get("/api/v1/mandates");
            case "POST_DEMAND" ->
                post.body(Map.of(
                                "roundId",
                                stage.round,
                                "lines",
                                List.of(Map.of("reference", UUID.randomUUID(), "doses", 10))))
                        .post("/api/v1/demands");
            case "UPLOAD_DEMAND" ->
                caller.contentType("text/csv")
                        .body("reference,cvx,rate_per_10000,doses\n" + UUID.randomUUID() + ",03,,10\n")
                        .post("/api/v1/demand-uploads?round=" + stage.round);
            case "READ_DEMAND" -> caller.get("/api/v1/demands");
            case "PLACE_ORDER" ->
                post.body(requisition(stage.agreement, stage.award, 10)).post("/api/v1/orders");
            case "SUBMIT_ORDER" ->
                post.body(Map.of("purchaseOrderNumber", "PO-" + stage.reserved))
                        .post("/api/v1/orders/" + stage.reserved + "/submissions");
            case "APPROVE_ORDER" -> post.body("{}").post("/api/v1/orders/" + stage.submitted + "/approvals");
            case "READ_ORDERS" -> caller.get("/api/v1/orders");
            case "REGISTER_DATA_USE" ->
                post.body(dataUse(
                                stage.agreement,
                                "DUA-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT)))
                        .post("/api/v1/data-use-agreements");
            case "READ_DATA_USE" -> caller.get("/api/v1/data-use-agreements?agreement=" + stage.agreement);
            case "POST_CASES" ->
                post.body(Map.of(
                                "dataUseAgreementId",
                                stage.dataUse,
                                "finality",
                                "PROVISIONAL",
                                "cells",
                                List.of(Map.of(
                                        "condition",
                                        "PERTUSSIS",
                                        "week",
                                        "2025-W10",
                                        "status",
                                        "CONFIRMED",
                                        "cases",
                                        10))))
                        .post("/api/v1/case-reports");
            case "READ_CASES" -> caller.get("/api/v1/case-reports?dataUseAgreement=" + stage.dataUse);
            default -> throw new IllegalArgumentException(operation);
        };
    }

    /** What an act needs to succeed, so that a 403 can only come from the policy. */
    private final class Stage {
        final UUID agreement = agreement("WA");
        final UUID round = round(agreement, "WA");
        final UUID award = award(agreement, 1_000, "WA");
        final UUID reserved = placed("wa.buyer", agreement, award, 10);
        final UUID submitted = placed("wa.buyer", agreement, award, 10);
        final UUID dataUse = dataUseAgreement(agreement);

        Stage() {
            preEncumbered(reserved, 5);
            preEncumbered(submitted, 5);
            submit("wa.buyer", submitted, "PO-" + submitted).then().statusCode(201);
        }
    }
}
