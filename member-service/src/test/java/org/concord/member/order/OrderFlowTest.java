package org.concord.member.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.concord.member.ServiceTest;
import org.concord.testkit.KafkaProbe;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class OrderFlowTest extends ServiceTest {
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Map<String, Object> CHARGE = Map.of(
            "seq", 9,
            "goodsCents", 82_857_600,
            "operationsFeeCents", 497_146,
            "capitalFeeCents", 331_430,
            "sharedCents", 1_450_418,
            "totalCents", 85_136_594);
    private static final Map<String, Object> SHORT = Map.of(
            "command",
            "ORDER",
            "reason",
            "appropriation-insufficient",
            "detail",
            "The fund is short.",
            "shortCents",
            12);

    @Test
    void orderGoesFromRequisitionToConfirmation() {
        UUID agreement = agreement("WA");
        UUID award = award(agreement, 36_990, "WA");

        Response placed =
                posting("wa.buyer").body(requisition(agreement, award, 36_990)).post("/api/v1/orders");
        UUID order = UUID.fromString(placed.path("id"));
        placed.then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/orders/" + order))
                .body("state", equalTo("REQUISITIONED"))
                .body("member", equalTo("WA"))
                .body("requestedBy", equalTo("wa.buyer"))
                .body("preEncumberedCents", nullValue())
                .body("allowedActions", hasSize(0));
        KafkaProbe.Event asked = probe.await("member.order.v1", order.toString(), "RequisitionSubmitted");
        assertThat(asked.version()).isEqualTo(1);
        assertThat(asked.data().get("agreementId").asText()).isEqualTo(agreement.toString());
        assertThat(asked.data().get("awardId").asText()).isEqualTo(award.toString());
        assertThat(asked.data().get("doses").asLong()).isEqualTo(36_990);
        assertThat(asked.data().get("fund").asText()).isEqualTo("GEN");
        assertThat(asked.data().get("appropriationYear").asInt()).isEqualTo(2026);
        assertThat(asked.data().get("requestedBy").asText()).isEqualTo(Tokens.subject("wa.buyer"));

        preEncumbered(order, 94_000_000);
        acting("wa.buyer")
                .get("/api/v1/orders/" + order)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("preEncumberedCents", equalTo(94_000_000))
                .body("allowedActions", equalTo(List.of("submit")));

        submit("wa.buyer", order, "WA-PO-1-" + order)
                .then()
                .statusCode(201)
                .body("state", equalTo("SUBMITTED"))
                .body("purchaseOrderNumber", equalTo("WA-PO-1-" + order))
                .body("allowedActions", hasSize(0));
        acting("wa.approver").get("/api/v1/orders/" + order).then().body("allowedActions", equalTo(List.of("approve")));

        approve("wa.approver", order)
                .then()
                .statusCode(201)
                .body("state", equalTo("APPROVED"))
                .body("approvedBy", equalTo("wa.approver"));
        KafkaProbe.Event approved = probe.await("member.order.v1", order.toString(), "OrderApproved");
        assertThat(approved.version()).isEqualTo(2);
        assertThat(approved.data().get("purchaseOrderNumber").asText()).isEqualTo("WA-PO-1-" + order);
        assertThat(approved.data().get("requestedBy").asText()).isEqualTo(Tokens.subject("wa.buyer"));
        assertThat(approved.data().get("approvedBy").asText()).isEqualTo(Tokens.subject("wa.approver"));
        assertThat(approved.data().get("doses").asLong()).isEqualTo(36_990);

        ledgerSays(order, "OrderPosted", CHARGE);
        becomes(order, "CONFIRMED");
        acting("wa.buyer")
                .get("/api/v1/orders/" + order)
                .then()
                .body("goodsCents", equalTo(82_857_600))
                .body("operationsFeeCents", equalTo(497_146))
                .body("capitalFeeCents", equalTo(331_430))
                .body("sharedCents", equalTo(1_450_418))
                .body("totalCents", equalTo(85_136_594))
                .body("confirmedAt", notNullValue())
                .body("refusal", nullValue())
                .body("allowedActions", hasSize(0));
        assertThat(probe.await("member.order.v1", order.toString(), "OrderConfirmed")
                        .data()
                        .get("totalCents")
                        .asLong())
                .isEqualTo(85_136_594);
    }

    @Test
    void requisitionWithoutAppropriationIsRefusedWithTheReason() {
        UUID agreement = agreement("WA");
        UUID order = placed("wa.buyer", agreement, award(agreement, 100, "WA"), 100);
        ledgerSays(
                order,
                "PostingRefused",
                Map.of(
                        "command", "REQUISITION",
                        "reason", "appropriation-insufficient",
                        "detail", "GEN 2026 is short by 0.05.",
                        "shortCents", 5));
        becomes(order, "REFUSED");

        acting("wa.buyer")
                .get("/api/v1/orders/" + order)
                .then()
                .body("refusal.reason", equalTo("appropriation-insufficient"))
                .body("refusal.detail", equalTo("GEN 2026 is short by 0.05."))
                .body("refusal.shortCents", equalTo(5))
                .body("allowedActions", hasSize(0));
        submit("wa.buyer", order, "WA-PO-2-" + order)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:concord:problem:order-not-pre-encumbered"));
        probe.await("member.order.v1", order.toString(), "OrderRefused");
        assertThat(typesOf(order)).containsExactly("RequisitionSubmitted", "OrderRefused");
    }

    @Test
    void approvedOrderThatTheLedgerRefusesGivesItsReservationBack() {
        UUID agreement = agreement("WA");
        UUID order = approvedOrder(agreement, award(agreement, 100, "WA"), 100);
        ledgerSays(order, "PostingRefused", SHORT);
        becomes(order, "REFUSED");

        KafkaProbe.Event withdrawn = probe.await("member.order.v1", order.toString(), "OrderWithdrawn");
        assertThat(withdrawn.data().get("reason").asText()).isEqualTo("appropriation-insufficient");
        assertThat(withdrawn.data().get("agreementId").asText()).isEqualTo(agreement.toString());
        ledgerSays(order, "RequisitionReleased", Map.of("seq", 11));
        eventually(() -> count("select count(released_at) from purchase_order where id = ?", order) == 1);
        assertThat(typesOf(order))
                .containsExactly("RequisitionSubmitted", "OrderApproved", "OrderRefused", "OrderWithdrawn");
    }

    @Test
    void refusedOrderLeavesItsDosesInTheShare() {
        UUID agreement = agreement("WA");
        UUID award = award(agreement, 100, "WA");
        UUID first = placed("wa.buyer", agreement, award, 100);
        place("wa.buyer", agreement, award, 10).then().statusCode(409);
        ledgerSays(first, "PostingRefused", Map.of("command", "REQUISITION", "reason", "x", "detail", "x"));
        becomes(first, "REFUSED");

        place("wa.buyer", agreement, award, 100).then().statusCode(201);
    }

    @Test
    void answerThatComesTwiceEndsTheOrderOnce() {
        UUID agreement = agreement("WA");
        UUID order = approvedOrder(agreement, award(agreement, 100, "WA"), 100);
        UUID id = UUID.randomUUID();
        Map<String, Object> posted = answer(order, CHARGE);
        probe.publish("ledger.posting.v1", order.toString(), "OrderPosted", 2, id, posted);
        becomes(order, "CONFIRMED");
        // The same message again, and the same answer under a new number, as a ledger that was killed might give it.
        probe.publish("ledger.posting.v1", order.toString(), "OrderPosted", 2, id, posted);
        probe.publish("ledger.posting.v1", order.toString(), "OrderPosted", 3, UUID.randomUUID(), posted);
        eventually(() -> received(order) == 3);

        assertThat(typesOf(order)).containsExactly("RequisitionSubmitted", "OrderApproved", "OrderConfirmed");
    }

    @Test
    void answersThatOvertakeEachOtherTakeEffectInOrder() {
        UUID agreement = agreement("WA");
        UUID order = placed("wa.buyer", agreement, award(agreement, 100, "WA"), 100);
        probe.publish(
                "ledger.posting.v1", order.toString(), "OrderPosted", 3, UUID.randomUUID(), answer(order, CHARGE));
        eventually(() -> count("select count(*) from parked_message where key = ?", order.toString()) == 1);
        assertThat(text("select state from purchase_order where id = ?", order)).isEqualTo("REQUISITIONED");
        probe.publish(
                "ledger.posting.v1",
                order.toString(),
                "RequisitionPreEncumbered",
                1,
                UUID.randomUUID(),
                answer(order, Map.of("preEncumberedCents", 5)));
        becomes(order, "PRE_ENCUMBERED");
        submit("wa.buyer", order, "PO-" + order).then().statusCode(201);
        approve("wa.approver", order).then().statusCode(201);
        probe.publish(
                "ledger.posting.v1",
                order.toString(),
                "RequisitionPreEncumbered",
                2,
                UUID.randomUUID(),
                answer(order, Map.of("preEncumberedCents", 5)));

        becomes(order, "CONFIRMED");
        assertThat(count("select count(*) from parked_message where key = ?", order.toString()))
                .isZero();
    }

    @Test
    void answerThatContradictsIsParkedAndChangesNothing() {
        UUID agreement = agreement("WA");
        UUID order = approvedOrder(agreement, award(agreement, 100, "WA"), 100);
        ledgerSays(order, "OrderPosted", CHARGE);
        becomes(order, "CONFIRMED");
        ledgerSays(order, "PostingRefused", SHORT);

        eventually(
                () -> count("select count(*) from parked_message where key = ? and reason = 'POISON'", order.toString())
                        == 1);
        assertThat(text("select state from purchase_order where id = ?", order)).isEqualTo("CONFIRMED");
    }

    @Test
    void whoAsksDoesNotApprove() {
        register(List.of(mandate("co.approver", "CO", "APPROVER"), mandate("co.approver", "CO", "BUYER")));
        UUID agreement = agreement("CO", "WA");
        UUID order = placed("co.approver", agreement, award(agreement, 100, "CO"), 100);
        preEncumbered(order, 5);
        submit("co.approver", order, "PO-" + order).then().statusCode(201).body("allowedActions", hasSize(0));

        approve("co.approver", order)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:concord:problem:approver-is-requester"));
        register(List.of(mandate("co.treasurer", "CO", "APPROVER")));
        approve("co.treasurer", order).then().statusCode(201);
    }

    @Test
    void databaseRefusesTheApproverWhoAsked() {
        UUID agreement = agreement("WA");
        UUID order = approvedOrder(agreement, award(agreement, 100, "WA"), 100);

        assertThatThrownBy(() -> {
                    try (var connection = db.getConnection();
                            var update = connection.prepareStatement(
                                    "update purchase_order set approved_by = requested_by where id = ?")) {
                        update.setObject(1, order);
                        update.executeUpdate();
                    }
                })
                .hasMessageContaining("purchase_order_approver_did_not_ask");
    }

    @Test
    void buyerWithoutApproversMandateCannotApprove() {
        UUID agreement = agreement("WA");
        UUID order = submittedOrder(agreement, award(agreement, 100, "WA"), 100, 5);

        approve("wa.buyer", order).then().statusCode(403);
        approve("wa.treasurer", order).then().statusCode(403);
        assertThat(text("select state from purchase_order where id = ?", order)).isEqualTo("SUBMITTED");
    }

    @Test
    void mandatesLimitIsMeasuredByWhatIsReserved() {
        Map<String, Object> limited = mandate("ny.approver", "NY", "APPROVER");
        limited.put("limitCents", 1_000);
        register(List.of(mandate("ny.buyer", "NY", "BUYER"), limited));
        UUID agreement = agreement("NY");
        UUID award = award(agreement, 1_000, "NY");
        UUID over = submittedOrder("ny.buyer", agreement, award, 100, 1_001);
        UUID within = submittedOrder("ny.buyer", agreement, award, 100, 1_000);

        approve("ny.approver", over)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:concord:problem:mandate-limit-exceeded"));
        acting("ny.approver").get("/api/v1/orders/" + over).then().body("allowedActions", hasSize(0));
        approve("ny.approver", within).then().statusCode(201);
    }

    @Test
    void approvalAsksForAFreshSignInAndSubmissionDoesNot() {
        UUID agreement = agreement("WA");
        UUID order = placed("wa.buyer", agreement, award(agreement, 100, "WA"), 100);
        preEncumbered(order, 5);
        clock.shift(Duration.ofMinutes(25));

        submit("wa.buyer", order, "PO-" + order).then().statusCode(201);
        approve("wa.approver", order)
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:concord:problem:fresh-sign-in-required"));
        acting("wa.approver").get("/api/v1/orders/" + order).then().body("allowedActions", equalTo(List.of("approve")));
    }

    @Test
    void mandateOutsideItsDatesGivesNothing() {
        Map<String, Object> over = mandate("ri.buyer", "RI", "BUYER");
        over.put("endsOn", "2026-01-31");
        Map<String, Object> later = mandate("ri.delegate", "RI", "BUYER");
        later.put("effectiveOn", "2999-01-01");
        register(List.of(over, later));
        UUID agreement = agreement("RI");
        UUID award = award(agreement, 100, "RI");

        place("ri.buyer", agreement, award, 10)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:concord:problem:not-permitted"));
        place("ri.delegate", agreement, award, 10).then().statusCode(403);
        assertThat(count("select count(*) from purchase_order where award_id = ?", award))
                .isZero();
    }

    @Test
    void mandateForAnotherAgreementGivesNothing() {
        UUID agreement = agreement("HI");
        UUID other = agreement("HI");
        Map<String, Object> narrow = mandate("hi.buyer", "HI", "BUYER");
        narrow.put("agreementId", agreement);
        register(List.of(narrow));

        place("hi.buyer", agreement, award(agreement, 100, "HI"), 10).then().statusCode(201);
        place("hi.buyer", other, award(other, 100, "HI"), 10).then().statusCode(403);
    }

    @Test
    void agreementWithoutThePowerToBuyTakesNoOrder() {
        UUID agreement =
                agreement(List.of("PUBLISH_GUIDANCE"), List.of(Map.of("member", "WA", "effectiveOn", "2026-01-01")));

        place("wa.buyer", agreement, award(agreement, 100, "WA"), 10)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:concord:problem:capability-absent"));
    }

    @Test
    void othersOrderLooksLikeNone() {
        UUID agreement = agreement("WA", "OR");
        UUID order = submittedOrder(agreement, award(agreement, 100, "WA", "OR"), 100, 5);
        UUID none = UUID.randomUUID();

        assertAlike(
                acting("or.buyer").get("/api/v1/orders/" + order),
                acting("or.buyer").get("/api/v1/orders/" + none),
                order,
                none);
        assertAlike(approve("or.approver", order), approve("or.approver", none), order, none);
        assertAlike(submit("or.buyer", order, "x"), submit("or.buyer", none, "x"), order, none);
        acting("or.buyer")
                .get("/api/v1/orders?agreement=" + agreement)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        as("or.buyer")
                .header("Concord-Member", "WA")
                .get("/api/v1/orders/" + order)
                .then()
                .statusCode(403);
        as("auditor.one").get("/api/v1/orders/" + order).then().statusCode(200).body("allowedActions", hasSize(0));
        as("staff.sourcing").get("/api/v1/orders?agreement=" + agreement).then().body("items", hasSize(1));
    }

    @Test
    void awardWithoutAShareLooksLikeNone() {
        UUID agreement = agreement("WA", "OR");
        UUID award = award(agreement, 100, "WA");
        UUID elsewhere = award(agreement("WA"), 100, "WA");

        for (Response answer : List.of(
                place("or.buyer", agreement, award, 10),
                place("or.buyer", agreement, UUID.randomUUID(), 10),
                place("wa.buyer", agreement, elsewhere, 10))) {
            answer.then().statusCode(404).body("type", equalTo("urn:concord:problem:award-not-found"));
        }
    }

    @Test
    void orderThatCameBeforeItsAwardMayBeRetriedUnderItsKey() {
        UUID agreement = agreement("WA");
        UUID award = UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        posting("wa.buyer", key)
                .body(requisition(agreement, award, 10))
                .post("/api/v1/orders")
                .then()
                .statusCode(404);
        publishAward(award, agreement, 100, "WA");
        eventually(() -> count("select count(*) from known_award where award_id = ?", award) == 1);

        posting("wa.buyer", key)
                .body(requisition(agreement, award, 10))
                .post("/api/v1/orders")
                .then()
                .statusCode(201);
    }

    @Test
    void shareIsNotExceededByOneOrderNorByMany() throws Exception {
        UUID agreement = agreement("WA");
        UUID award = award(agreement, 50, "WA");
        place("wa.buyer", agreement, award, 60)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:concord:problem:share-exceeded"))
                .body("remainingDoses", equalTo(50))
                .body("errors[0].pointer", equalTo("/doses"));

        List<Callable<Integer>> rush = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rush.add(() -> place("wa.buyer", agreement, award, 10).statusCode());
        }
        assertThat(atOnce(rush, 12))
                .containsOnly(201, 409)
                .filteredOn(status -> status == 201)
                .hasSize(5);
        assertThat(text("select sum(doses) from purchase_order where award_id = ?", award))
                .isEqualTo("50");
    }

    @Test
    void orderIsInWholePackages() {
        UUID agreement = agreement("WA");
        place("wa.buyer", agreement, award(agreement, 100, "WA"), 15)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:concord:problem:not-whole-packages"))
                .body("errors[0].pointer", equalTo("/doses"))
                .body("errors[0].message", containsString("packages of 10"));
    }

    @Test
    void faultsOfTheBodyAreNamedAtTheirPlaces() {
        UUID agreement = agreement("WA");
        UUID award = award(agreement, 100, "WA");
        for (var fault : Map.<String, Object>of(
                        "doses", -1, "fund", "gen'; drop table", "appropriationYear", 12, "state", "APPROVED")
                .entrySet()) {
            Map<String, Object> body = requisition(agreement, award, 10);
            body.put(fault.getKey(), fault.getValue());
            posting("wa.buyer")
                    .body(body)
                    .post("/api/v1/orders")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/" + fault.getKey()));
        }
        posting("wa.buyer").body("{").post("/api/v1/orders").then().statusCode(400);
        assertThat(count("select count(*) from purchase_order where award_id = ?", award))
                .isZero();
    }

    @Test
    void retriedOrderGetsTheFirstAnswerAndAnotherBodyIsRefused() {
        UUID agreement = agreement("WA");
        UUID award = award(agreement, 100, "WA");
        String key = UUID.randomUUID().toString();
        Response first =
                posting("wa.buyer", key).body(requisition(agreement, award, 10)).post("/api/v1/orders");
        preEncumbered(UUID.fromString(first.path("id")), 5);

        posting("wa.buyer", key)
                .body(requisition(agreement, award, 10))
                .post("/api/v1/orders")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", equalTo(first.header("Location")))
                .body(equalTo(first.asString()));
        posting("wa.buyer", key)
                .body(requisition(agreement, award, 20))
                .post("/api/v1/orders")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:concord:problem:idempotency-key-reused"));
        assertThat(count("select count(*) from purchase_order where award_id = ?", award))
                .isEqualTo(1);
    }

    @Test
    void twentyTwinsMakeOneOrder() throws Exception {
        UUID agreement = agreement("WA");
        UUID award = award(agreement, 1_000, "WA");
        String key = UUID.randomUUID().toString();
        List<Callable<Integer>> twins = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            twins.add(() -> posting("wa.buyer", key)
                    .body(requisition(agreement, award, 10))
                    .post("/api/v1/orders")
                    .statusCode());
        }

        assertThat(atOnce(twins, 20)).containsOnly(201, 409).contains(201);
        assertThat(count("select count(*) from purchase_order where award_id = ?", award))
                .isEqualTo(1);
        UUID order = UUID.fromString(text("select id from purchase_order where award_id = ?", award));
        assertThat(typesOf(order)).containsExactly("RequisitionSubmitted");
    }

    @Test
    void purchaseOrderNumberIsUsedOncePerMember() {
        register(List.of(mandate("il.buyer", "IL", "BUYER")));
        UUID agreement = agreement("WA", "IL");
        UUID award = award(agreement, 100, "WA", "IL");
        String number = "PO-" + UUID.randomUUID();
        UUID first = submittedOrder("wa.buyer", agreement, award, 10, 5, number);
        UUID second = placed("wa.buyer", agreement, award, 10);
        preEncumbered(second, 5);

        submit("wa.buyer", second, number)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:concord:problem:purchase-order-number-taken"));
        submit("wa.buyer", first, number)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:concord:problem:order-not-pre-encumbered"));
        submittedOrder("il.buyer", agreement, award, 10, 5, number);
    }

    @Test
    void actOnWhatHasChangedSinceTheReadIsRefused() {
        UUID agreement = agreement("WA");
        UUID order = placed("wa.buyer", agreement, award(agreement, 100, "WA"), 10);
        String seen = acting("wa.buyer").get("/api/v1/orders/" + order).header("ETag");
        preEncumbered(order, 5);
        Map<String, String> body = Map.of("purchaseOrderNumber", "PO-" + order);

        posting("wa.buyer")
                .header("If-Match", seen)
                .body(body)
                .post("/api/v1/orders/" + order + "/submissions")
                .then()
                .statusCode(412);
        String now = acting("wa.buyer").get("/api/v1/orders/" + order).header("ETag");
        posting("wa.buyer")
                .header("If-Match", now)
                .body(body)
                .post("/api/v1/orders/" + order + "/submissions")
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"2\""));
    }

    @Test
    void listShowsTheOwnOrdersNewestFirstByFilter() {
        UUID agreement = agreement("WA", "OR");
        UUID award = award(agreement, 100, "WA", "OR");
        UUID first = placed("wa.buyer", agreement, award, 10);
        UUID second = placed("wa.buyer", agreement, award, 20);
        placed("or.buyer", agreement, award, 30);
        preEncumbered(first, 5);

        String list = "/api/v1/orders?agreement=" + agreement;
        acting("wa.approver").get(list).then().body("items.id", equalTo(List.of(second.toString(), first.toString())));
        acting("wa.approver")
                .get(list + "&state=PRE_ENCUMBERED")
                .then()
                .body("items.id", equalTo(List.of(first.toString())));
        acting("wa.buyer")
                .get(list + "&state=PRE_ENCUMBERED")
                .then()
                .body("items[0].allowedActions", equalTo(List.of("submit")));
        as("staff.sourcing").get(list + "&member=OR").then().body("items.doses", equalTo(List.of(30)));
        as("staff.sourcing").get(list + "&award=" + award).then().body("items", hasSize(3));
    }

    private static void assertAlike(Response foreign, Response unknown, UUID foreignId, UUID unknownId) {
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(withoutTrace(foreign).replace(foreignId.toString(), "ID"))
                .isEqualTo(withoutTrace(unknown).replace(unknownId.toString(), "ID"));
    }

    private static String withoutTrace(Response answer) {
        return answer.asString().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private UUID approvedOrder(UUID agreement, UUID award, long doses) {
        UUID order = submittedOrder(agreement, award, doses, 5);
        approve("wa.approver", order).then().statusCode(201);
        return order;
    }

    private UUID submittedOrder(UUID agreement, UUID award, long doses, long cents) {
        return submittedOrder("wa.buyer", agreement, award, doses, cents);
    }

    private UUID submittedOrder(String buyer, UUID agreement, UUID award, long doses, long cents) {
        return submittedOrder(buyer, agreement, award, doses, cents, "PO-" + UUID.randomUUID());
    }

    private UUID submittedOrder(String buyer, UUID agreement, UUID award, long doses, long cents, String number) {
        UUID order = placed(buyer, agreement, award, doses);
        preEncumbered(order, cents);
        submit(buyer, order, number).then().statusCode(201);
        return order;
    }

    private static Response place(String buyer, UUID agreement, UUID award, long doses) {
        return posting(buyer).body(requisition(agreement, award, doses)).post("/api/v1/orders");
    }

    private static List<String> typesOf(UUID order) {
        return probe.published("member.order.v1", order.toString(), QUIET).stream()
                .map(KafkaProbe.Event::type)
                .toList();
    }

    private long received(UUID order) {
        return count(
                "select coalesce(max(last_version), 0) from inbox_stream where topic = 'ledger.posting.v1' and key = ?",
                order.toString());
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls, int threads) throws Exception {
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (var answer : pool.invokeAll(calls, 90, TimeUnit.SECONDS)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
