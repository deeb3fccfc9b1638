package org.concord.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.ledger.LedgerStage.as;
import static org.concord.ledger.LedgerStage.count;
import static org.concord.ledger.LedgerStage.eventually;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.ledger.LedgerStage;
import org.concord.ledger.LedgerTest;
import org.concord.testkit.KafkaProbe;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.Test;

/** Awards, requisitions and orders as they come over Kafka, on real servers. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class OrderPostingTest extends LedgerTest {

    private static final Duration QUIET = Duration.ofSeconds(3);

    private static LedgerStage stage() {
        return LedgerStage.open(probe, "MD", "NJ");
    }

    private static long entries(LedgerStage stage, String rule) {
        return count("select count(*) from entry where book_id = ? and rule = ?", stage.agreement, rule);
    }

    @Test
    void anAwardIsPostedWithCeilingAllocationsAndChargesInOneGo() {
        LedgerStage stage = stage();

        UUID award = stage.award();

        JsonNode charges = probe.await("ledger.charge.v1", award.toString(), "ChargesComputed")
                .data();
        assertThat(charges.path("totalCents").asLong()).isEqualTo(1_250_084_128L);
        JsonNode maryland = charges.path("members").get(8);
        assertThat(maryland.path("member").asText()).isEqualTo("MD");
        assertThat(maryland.path("operationsFeeCents").asLong()).isEqualTo(332_102);
        assertThat(maryland.path("capitalFeeCents").asLong()).isEqualTo(221_402);
        assertThat(maryland.path("sharedCents").asLong()).isEqualTo(1_058_875);
        assertThat(maryland.path("totalCents").asLong()).isEqualTo(56_962_779);
        assertThat(entries(stage, "AWARD")).isEqualTo(1);
        assertThat(entries(stage, "ALLOCATION")).isEqualTo(15);
        assertThat(stage.goods(award, "MD")).containsEntry("allocated", 24_710).containsEntry("onOrder", 0);
    }

    @Test
    void anyoneWhoMayReadTheBookCanReplayTheCharges() {
        LedgerStage stage = stage();
        UUID award = stage.award();

        var charges = as("nj.buyer")
                .get(stage.book() + "/charges?award=" + award)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(charges.getLong("totalCents")).isEqualTo(1_250_084_128L);
        assertThat(charges.getList("formulas"))
                .contains("pooled-charges/1", "cost-share/half-population-half-volume/1");
        assertThat(charges.getLong("inputs.sharedCostCents")).isEqualTo(22_800_000);
        assertThat(charges.getLong("inputs.members.find { it.member == 'MD' }.population"))
                .isEqualTo(6_177_224);
        as("auditor.one")
                .get(stage.book() + "/reads?username=nj.buyer")
                .then()
                .statusCode(200)
                .body("items[0].operation", equalTo("CHARGES"))
                .body("items[0].filter", equalTo("award=" + award));
        String record = as("nj.buyer")
                .get(stage.book() + "/records/" + charges.getLong("seq"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(record).contains("\"kind\":\"FORMULA_RUN\"").contains("\"sharedCostFormula\":\"HALF_POPULATION");
    }

    @Test
    void anOrderGoesFromRequisitionToOneEntryToTheCent() {
        LedgerStage stage = stage();
        stage.appropriate("MD", 80_000_000);
        UUID award = stage.award();
        UUID order = UUID.randomUUID();

        stage.tell("RequisitionSubmitted", order, stage.requisition(order, award, "MD", 24_710));
        JsonNode reserved = stage.answer(order, "RequisitionPreEncumbered").data();
        assertThat(reserved.path("preEncumberedCents").asLong()).isEqualTo(62_972_796);
        assertThat(stage.budget("MD"))
                .containsEntry("preEncumberedCents", 62_972_796)
                .containsEntry("availableCents", 17_027_204);

        stage.tell("OrderApproved", order, stage.approved(order, award, "MD", 24_710));
        JsonNode posted = stage.answer(order, "OrderPosted").data();
        assertThat(posted.path("goodsCents").asLong()).isEqualTo(55_350_400);
        assertThat(posted.path("operationsFeeCents").asLong()).isEqualTo(332_102);
        assertThat(posted.path("capitalFeeCents").asLong()).isEqualTo(221_402);
        assertThat(posted.path("sharedCents").asLong()).isEqualTo(1_058_875);
        assertThat(posted.path("totalCents").asLong()).isEqualTo(56_962_779);
        assertThat(stage.budget("MD"))
                .containsEntry("authorityCents", 80_000_000)
                .containsEntry("preEncumberedCents", 0)
                .containsEntry("encumberedCents", 56_962_779)
                .containsEntry("availableCents", 23_037_221)
                .containsEntry(
                        "encumberedByPart",
                        Map.of("goods", 55_350_400, "ops", 332_102, "cap", 221_402, "shared", 1_058_875));
        assertThat(stage.goods(award, "MD")).containsEntry("allocated", 0).containsEntry("onOrder", 24_710);
        JsonNode entry = probe.await(
                        "ledger.entry.v1",
                        event -> event.data().path("seq").asLong()
                                        == posted.path("seq").asLong()
                                && event.key().equals(stage.agreement.toString()))
                .data();
        assertThat(entry.path("rule").asText()).isEqualTo("ORDER");
        assertThat(entry.path("source").path("id").asText()).isEqualTo(order.toString());
        assertThat(entry.path("lines").size()).isEqualTo(10);
    }

    @Test
    void aRequisitionBeyondTheAppropriationIsRefusedAndNothingMoves() {
        LedgerStage stage = stage();
        stage.appropriate("MD", 62_972_795);
        UUID award = stage.award();
        UUID order = UUID.randomUUID();
        Map<String, Object> before = stage.budget("MD");

        stage.tell("RequisitionSubmitted", order, stage.requisition(order, award, "MD", 24_710));

        JsonNode refused = stage.answer(order, "PostingRefused").data();
        assertThat(refused.path("command").asText()).isEqualTo("REQUISITION");
        assertThat(refused.path("reason").asText()).isEqualTo("appropriation-insufficient");
        assertThat(refused.path("shortCents").asLong()).isEqualTo(1);
        assertThat(stage.budget("MD")).isEqualTo(before);
        assertThat(stage.goods(award, "MD")).containsEntry("allocated", 24_710);
        assertThat(entries(stage, "REQUISITION")).isZero();
    }

    @Test
    void aRequisitionWithNoAppropriationAtAllIsRefusedAfterAMoment() {
        LedgerStage stage = stage();
        UUID award = stage.award();
        UUID order = UUID.randomUUID();

        stage.tell("RequisitionSubmitted", order, stage.requisition(order, award, "MD", 10));

        JsonNode refused = stage.answer(order, "PostingRefused").data();
        assertThat(refused.path("reason").asText()).isEqualTo("appropriation-insufficient");
        assertThat(refused.path("detail").asText()).contains("No appropriation of MD");
    }

    @Test
    void aMemberWithoutAShareIsRefused() {
        LedgerStage stage = LedgerStage.open(probe, "MD", "TX");
        UUID award = stage.award();
        UUID order = UUID.randomUUID();

        stage.tell("RequisitionSubmitted", order, stage.requisition(order, award, "TX", 10));

        assertThat(stage.answer(order, "PostingRefused").data().path("reason").asText())
                .isEqualTo("share-absent");
    }

    @Test
    void aRequisitionThatOvertakesItsAwardWaitsAndIsThenPosted() {
        LedgerStage stage = stage();
        stage.appropriate("MD", 80_000_000);
        UUID award = UUID.randomUUID();
        UUID order = UUID.randomUUID();
        stage.tell("RequisitionSubmitted", order, stage.requisition(order, award, "MD", 24_710));
        stage.tell("OrderApproved", order, stage.approved(order, award, "MD", 24_710));
        eventually(
                "the requisition to wait",
                () -> count("select count(*) from parked_message where key = ?", order.toString()) == 2);

        probe.publish("compact.award.v1", award.toString(), "AwardMade", LedgerStage.award(award, stage.agreement));

        assertThat(stage.answer(order, "OrderPosted").data().path("totalCents").asLong())
                .isEqualTo(56_962_779);
        assertThat(entries(stage, "REQUISITION")).isEqualTo(1);
        assertThat(entries(stage, "ORDER")).isEqualTo(1);
    }

    @Test
    void anAwardThatOvertakesItsAgreementWaitsForTheBook() {
        UUID agreement = UUID.randomUUID();
        UUID award = UUID.randomUUID();
        probe.publish("compact.award.v1", award.toString(), "AwardMade", LedgerStage.award(award, agreement));
        eventually(
                "the award to wait",
                () -> count("select count(*) from parked_message where key = ?", award.toString()) == 1);

        probe.publish(
                "compact.agreement.v1",
                agreement.toString(),
                "AgreementOpened",
                Map.of(
                        "agreementId", agreement,
                        "code", "LATE",
                        "title", "Sample",
                        "type", "COOPERATIVE_CONTRACT",
                        "capabilities", List.of("BUY_TOGETHER"),
                        "lead", "WA",
                        "memberships", List.of(Map.of("member", "WA", "effectiveOn", "2026-01-01")),
                        "openedAt", "2026-01-01T00:00:00Z"));

        assertThat(probe.await("ledger.charge.v1", award.toString(), "ChargesComputed")
                        .data()
                        .path("bookId")
                        .asText())
                .isEqualTo(agreement.toString());
    }

    @Test
    void aDuplicatedEventMakesOneEntryAndOneAnswer() {
        LedgerStage stage = stage();
        stage.appropriate("MD", 80_000_000);
        UUID award = stage.award();
        UUID order = UUID.randomUUID();
        Map<String, Object> requisition = stage.requisition(order, award, "MD", 24_710);
        requisition.put("submittedAt", requisition.get("submittedAt").toString());
        UUID event = UUID.randomUUID();

        for (int i = 0; i < 3; i++) {
            probe.publish("member.order.v1", order.toString(), "RequisitionSubmitted", 1, event, requisition);
        }

        stage.answer(order, "RequisitionPreEncumbered");
        assertThat(probe.published("ledger.posting.v1", order.toString(), QUIET))
                .hasSize(1);
        assertThat(entries(stage, "REQUISITION")).isEqualTo(1);
    }

    @Test
    void aCommandSentAgainGetsTheFirstAnswerAgain() {
        LedgerStage stage = stage();
        stage.appropriate("MD", 80_000_000);
        UUID award = stage.award();
        UUID order = UUID.randomUUID();
        stage.tell("RequisitionSubmitted", order, stage.requisition(order, award, "MD", 24_710));

        stage.tell("RequisitionSubmitted", order, stage.requisition(order, award, "MD", 24_710));

        List<KafkaProbe.Event> answers =
                probe.awaitAll("ledger.posting.v1", order.toString(), "RequisitionPreEncumbered", 2);
        assertThat(answers.get(1).data()).isEqualTo(answers.get(0).data());
        assertThat(entries(stage, "REQUISITION")).isEqualTo(1);
    }

    @Test
    void aRefusalIsTheLastWordEvenWhenTheMoneyComesLater() {
        LedgerStage stage = stage();
        stage.appropriate("MD", 1_000);
        UUID award = stage.award();
        UUID order = UUID.randomUUID();
        stage.tell("RequisitionSubmitted", order, stage.requisition(order, award, "MD", 24_710));
        stage.answer(order, "PostingRefused");
        stage.certify(
                        "appropriations",
                        "MD",
                        LedgerStage.certificate(90_000_000, "APPR-2"),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(201);
        stage.certify(
                        "allotments",
                        "MD",
                        LedgerStage.certificate(90_000_000, "ALLOT-2"),
                        UUID.randomUUID().toString())
                .then()
                .statusCode(201);

        stage.tell("RequisitionSubmitted", order, stage.requisition(order, award, "MD", 24_710));

        List<KafkaProbe.Event> answers = probe.awaitAll("ledger.posting.v1", order.toString(), "PostingRefused", 2);
        assertThat(answers.get(1).data()).isEqualTo(answers.get(0).data());
        assertThat(entries(stage, "REQUISITION")).isZero();
    }

    @Test
    void aWithdrawnOrderGivesItsReservationBackOnce() {
        LedgerStage stage = stage();
        stage.appropriate("MD", 80_000_000);
        UUID award = stage.award();
        UUID order = UUID.randomUUID();
        stage.tell("RequisitionSubmitted", order, stage.requisition(order, award, "MD", 24_710));
        stage.answer(order, "RequisitionPreEncumbered");

        stage.tell(
                "OrderWithdrawn",
                order,
                Map.of(
                        "orderId",
                        order,
                        "agreementId",
                        stage.agreement,
                        "awardId",
                        award,
                        "member",
                        "MD",
                        "reason",
                        "sample"));
        stage.tell(
                "OrderRefused",
                order,
                Map.of(
                        "orderId",
                        order,
                        "agreementId",
                        stage.agreement,
                        "awardId",
                        award,
                        "member",
                        "MD",
                        "reason",
                        "x"));

        stage.answer(order, "RequisitionReleased");
        assertThat(probe.published("ledger.posting.v1", order.toString(), QUIET))
                .hasSize(2);
        assertThat(stage.budget("MD"))
                .containsEntry("preEncumberedCents", 0)
                .containsEntry("availableCents", 80_000_000);
        assertThat(entries(stage, "REQUISITION_RELEASE")).isEqualTo(1);
    }

    @Test
    void anOrderThatIsNotTheRequisitionedOneIsRefusedAndTheReservationStands() {
        LedgerStage stage = stage();
        stage.appropriate("MD", 80_000_000);
        UUID award = stage.award();
        UUID order = UUID.randomUUID();
        stage.tell("RequisitionSubmitted", order, stage.requisition(order, award, "MD", 100));
        stage.answer(order, "RequisitionPreEncumbered");
        Map<String, Object> before = stage.budget("MD");

        stage.tell("OrderApproved", order, stage.approved(order, award, "MD", 200));

        JsonNode refused = stage.answer(order, "PostingRefused").data();
        assertThat(refused.path("command").asText()).isEqualTo("ORDER");
        assertThat(refused.path("reason").asText()).isEqualTo("order-differs");
        assertThat(stage.budget("MD")).isEqualTo(before);
    }

    @Test
    void severalOrdersOfManyMembersPostAtOnceAndComeToTheirCharges() {
        LedgerStage stage = stage();
        stage.appropriate("MD", 80_000_000);
        stage.appropriate("NJ", 120_000_000);
        UUID award = stage.award();
        List<UUID> orders = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            boolean maryland = i % 2 == 0;
            UUID order = UUID.randomUUID();
            orders.add(order);
            String member = maryland ? "MD" : "NJ";
            long doses = maryland ? 4_942 : 7_990;
            stage.tell("RequisitionSubmitted", order, stage.requisition(order, award, member, doses));
            stage.tell("OrderApproved", order, stage.approved(order, award, member, doses));
        }

        orders.forEach(order -> stage.answer(order, "OrderPosted"));

        assertThat(stage.budget("MD")).containsEntry("encumberedCents", 56_962_779);
        assertThat(stage.budget("NJ")).containsEntry("encumberedCents", 92_033_843);
        assertThat(stage.goods(award, "NJ")).containsEntry("onOrder", 39_950).containsEntry("allocated", 0);
    }

    @Test
    void anAwardThatContradictsItselfIsParkedAndPostsNothing() {
        LedgerStage stage = stage();
        UUID award = UUID.randomUUID();
        Map<String, Object> crooked = LedgerStage.award(award, stage.agreement);
        crooked.put("doses", 542_471);

        probe.publish("compact.award.v1", award.toString(), "AwardMade", crooked);

        eventually(
                "the award to be parked for a person",
                () -> count("select count(*) from parked_message where key = ? and reason = 'POISON'", award.toString())
                        == 1);
        assertThat(entries(stage, "AWARD")).isZero();
        as("auditor.one").get(stage.book() + "/charges?award=" + award).then().statusCode(404);
    }
}
