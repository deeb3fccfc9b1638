package org.concord.member.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.member.ServiceTest;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** A member's ERP comes with client credentials and acts by its mandate, as a buyer would. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class ErpOrderTest extends ServiceTest {

    @Test
    void erpPostsDemandAndOrdersByItsMandateAndNeverApproves() {
        String token = Tokens.ofService("erp-wa");
        register(List.of(erpMandate(token, "BUYER"), erpMandate(token, "APPROVER")));
        UUID agreement = agreement("WA");
        UUID round = round(agreement, "WA");

        erp(token)
                .body(Map.of("roundId", round, "lines", List.of(Map.of("reference", "erp-1", "doses", 10))))
                .post("/api/v1/demands")
                .then()
                .statusCode(201);
        UUID order = UUID.fromString(erp(token)
                .body(requisition(agreement, award(agreement, 100, "WA"), 10))
                .post("/api/v1/orders")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        preEncumbered(order, 5);
        submit("wa.buyer", order, "PO-" + order).then().statusCode(201);

        erp(token)
                .body("{}")
                .post("/api/v1/orders/" + order + "/approvals")
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:concord:problem:fresh-sign-in-required"));
        assertThat(text("select state from purchase_order where id = ?", order)).isEqualTo("SUBMITTED");
    }

    private static RequestSpecification erp(String token) {
        return given().header("Authorization", "Bearer " + token)
                .header("Concord-Member", "WA")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }

    private static Map<String, Object> erpMandate(String token, String role) {
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        Map<String, Object> entry = new HashMap<>(mandate("wa.buyer", "WA", role));
        entry.put("subject", JsonPath.from(claims).getString("sub"));
        entry.put("username", "service-account-erp-wa");
        return entry;
    }
}
