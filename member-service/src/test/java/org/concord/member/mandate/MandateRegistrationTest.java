package org.concord.member.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.member.ServiceTest;
import org.concord.testkit.KafkaProbe;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class MandateRegistrationTest extends ServiceTest {

    @Test
    void registeredMandateCountsAtOnceAndIsPublished() {
        UUID agreement = agreement("DE");
        UUID round = round(agreement, "DE");
        Map<String, Object> demand = Map.of("roundId", round, "lines", List.of(Map.of("reference", "a", "doses", 10)));
        posting("de.buyer").body(demand).post("/api/v1/demands").then().statusCode(403);

        Map<String, Object> entry = mandate("de.buyer", "DE", "BUYER");
        entry.put("agreementId", agreement);
        entry.put("limitCents", 500_000);
        entry.put("endsOn", "2099-12-31");
        register(List.of(entry)).then().body("registered", equalTo(1)).body("alreadyRegistered", equalTo(0));

        posting("de.buyer").body(demand).post("/api/v1/demands").then().statusCode(201);
        KafkaProbe.Event granted = probe.await(
                "member.mandate.v1",
                event -> event.data().get("member").asText().equals("DE"));
        assertThat(granted.type()).isEqualTo("MandateGranted");
        assertThat(granted.key()).isEqualTo(granted.data().get("mandateId").asText());
        assertThat(granted.data().get("subject").asText()).isEqualTo(Tokens.subject("de.buyer"));
        assertThat(granted.data().get("role").asText()).isEqualTo("BUYER");
        assertThat(granted.data().get("agreementId").asText()).isEqualTo(agreement.toString());
        assertThat(granted.data().get("limitCents").asLong()).isEqualTo(500_000);
        assertThat(granted.data().get("effectiveOn").asText()).isEqualTo("2026-01-01");
        assertThat(granted.data().get("endsOn").asText()).isEqualTo("2099-12-31");
        assertThat(granted.data().has("name")).as("no personal name leaves").isFalse();
    }

    @Test
    void sameMandateAgainIsCountedAndNotGrantedTwice() {
        Map<String, Object> entry = mandate("ct.buyer", "CT", "BUYER");
        register(List.of(entry, entry)).then().body("registered", equalTo(1)).body("alreadyRegistered", equalTo(1));
        register(List.of(entry, mandate("ct.buyer", "CT", "APPROVER")))
                .then()
                .body("registered", equalTo(1))
                .body("alreadyRegistered", equalTo(1));

        assertThat(count("select count(*) from mandate where member = 'CT'")).isEqualTo(2);
    }

    @Test
    void mandateIsNotEdited() {
        register(List.of(mandate("ma.approver", "MA", "APPROVER")));
        Map<String, Object> limited = mandate("ma.approver", "MA", "APPROVER");
        limited.put("limitCents", 1);

        registering(List.of(mandate("ma.buyer", "MA", "BUYER"), limited), 409)
                .body("type", equalTo("urn:concord:problem:mandate-differs"))
                .body("errors[0].pointer", equalTo("/mandates/1"));
        assertThat(count("select count(*) from mandate where member = 'MA'")).isEqualTo(1);
        limited.put("effectiveOn", "2026-02-01");
        register(List.of(limited));
    }

    @Test
    void faultyEntryStopsTheWholeBatchAtItsPlace() {
        Map<String, Object> nowhere = mandate("nj.buyer", "NJ", "BUYER");
        nowhere.put("member", "ZZ");
        Map<String, Object> backwards = mandate("nj.buyer", "NJ", "BUYER");
        backwards.put("endsOn", "2025-12-31");
        registering(List.of(mandate("nj.buyer", "NJ", "BUYER"), nowhere, backwards), 422)
                .body("errors.pointer", equalTo(List.of("/mandates/1/member", "/mandates/2/endsOn")));

        for (var fault : Map.<String, Object>of(
                        "role", "KING",
                        "limitCents", -1,
                        "effectiveOn", "2026-02-30",
                        "subject", "",
                        "name", "evil\u202Ename",
                        "username", "a b",
                        "status", "ACTIVE")
                .entrySet()) {
            Map<String, Object> entry = mandate("nj.buyer", "NJ", "BUYER");
            entry.put(fault.getKey(), fault.getValue());
            registering(List.of(entry), 422).body("errors.pointer", hasItem("/mandates/0/" + fault.getKey()));
        }
        assertThat(count("select count(*) from mandate where member = 'NJ'")).isZero();
    }

    @Test
    void batchIsBounded() {
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            Map<String, Object> entry = mandate("nc.buyer", "NC", "BUYER");
            entry.put("subject", UUID.randomUUID().toString());
            many.add(entry);
        }
        registering(many, 422).body("errors[0].pointer", equalTo("/mandates"));
        register(many.subList(0, 500)).then().body("registered", equalTo(500));
    }

    @Test
    void officialCannotRegisterOneself() {
        for (String username : List.of("wa.buyer", "wa.officer", "auditor.one", "operator.one")) {
            as(username)
                    .header("Idempotency-Key", UUID.randomUUID())
                    .contentType(ContentType.JSON)
                    .body(Map.of("instrument", "x", "mandates", List.of(mandate(username, "WA", "APPROVER"))))
                    .post("/api/v1/mandate-registrations")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void membersReadTheirOwnMandatesAndStaffAndAuditorsAll() {
        acting("wa.treasurer")
                .get("/api/v1/mandates")
                .then()
                .statusCode(200)
                .body("items.member", everyItem(equalTo("WA")));
        acting("wa.treasurer")
                .get("/api/v1/mandates?member=OR")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        as("staff.sourcing").get("/api/v1/mandates?member=OR").then().body("items.username", hasItem("or.buyer"));
        as("auditor.one").get("/api/v1/mandates?limit=500").then().body("items.member", hasItem("WA"));
        as("operator.one").get("/api/v1/mandates").then().statusCode(403);
    }

    private static ValidatableResponse registering(List<Map<String, Object>> mandates, int status) {
        return staffPosting(UUID.randomUUID().toString())
                .body(Map.of("instrument", "Letter of appointment 2026-01", "mandates", mandates))
                .post("/api/v1/mandate-registrations")
                .then()
                .statusCode(status);
    }
}
