package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Third act: every member requisitions its share, orders it and has it approved by someone else. */
final class Ordering {

    private static final String ORDERS = "/api/v1/orders";

    /** Short beside the latency that is measured with it. */
    private static final Duration POLL = Duration.ofMillis(20);

    private final Stage stage;
    private final Ledger ledger;
    private final String awardId;
    private final JsonNode charges;

    Ordering(Stage stage, Ledger ledger, String awardId, JsonNode charges) {
        this.stage = stage;
        this.ledger = ledger;
        this.awardId = awardId;
        this.charges = charges;
    }

    /**
     * One member's order as last read.
     *
     * @param latency from the approval's request to the reading as confirmed; absent for a refused order
     * @param budget for the member whose budget the file asks for
     */
    record Placed(
            String member,
            JsonNode order,
            @Nullable Duration latency,
            @Nullable ObjectNode budget) {}

    record Orders(List<Placed> placed) {

        JsonNode of(String member) {
            return placed.stream()
                    .filter(each -> each.member().equals(member))
                    .map(Placed::order)
                    .findFirst()
                    .orElse(MissingNode.getInstance());
        }

        Optional<ObjectNode> budget() {
            return placed.stream()
                    .flatMap(each -> Optional.ofNullable(each.budget()).stream())
                    .findFirst();
        }

        Latency latency() {
            return Latency.of(placed.stream()
                    .flatMap(each -> Optional.ofNullable(each.latency()).stream())
                    .toList());
        }
    }

    Orders everyMemberOrders() {
        stage.narrator()
                .step("Each member's buyer requisitions and orders, another official approves, the ledger posts");
        Orders orders = new Orders(Crowd.each(stage.scenario().memberCodes(), this::order));
        stage.narrator().say("from approval to confirmation: " + orders.latency());
        return orders;
    }

    private Placed order(String member) {
        Official buyer = stage.cast().buyer(member);
        JsonNode before = budget(buyer, member);
        JsonNode goodsBefore = ledger.goods(buyer, awardId, member);
        String orderId = requisition(buyer, member);
        JsonNode requisitioned = awaitState(buyer, orderId, Set.of("PRE_ENCUMBERED", "REFUSED"));
        if (refused(requisitioned)) {
            showThatNothingMoved(buyer, member, requisitioned, before, goodsBefore);
            return new Placed(member, requisitioned, null, budgetFigures(member, before, before, before));
        }
        JsonNode atRequisition = budget(buyer, member);
        buyer.post(
                        ORDERS + "/" + orderId + "/submissions",
                        Stage.object().put("purchaseOrderNumber", "PO-" + member + "-" + stage.run()))
                .bodyOrFail();
        Official approver = stage.cast().approver(member);
        approver.session();
        long approvedAt = System.nanoTime();
        approver.post(ORDERS + "/" + orderId + "/approvals", Stage.object()).bodyOrFail();
        JsonNode order = awaitState(buyer, orderId, Set.of("CONFIRMED", "REFUSED"));
        Duration latency = Duration.ofNanos(System.nanoTime() - approvedAt);
        if (refused(order)) {
            awaitRelease(buyer, orderId);
            showThatNothingMoved(buyer, member, order, before, goodsBefore);
            return new Placed(member, order, null, budgetFigures(member, before, atRequisition, before));
        }
        JsonNode atOrder = budget(buyer, member);
        mustAgree(member, order);
        stage.narrator()
                .say(member + "  confirmed " + Figures.doses(order.path("doses")) + " doses for "
                        + Figures.dollars(order.path("totalCents")) + "; pre-encumbered "
                        + Figures.dollars(atRequisition.path("preEncumberedCents")) + ", encumbered "
                        + Figures.dollars(atOrder.path("encumberedCents")) + ", free "
                        + Figures.dollars(atOrder.path("availableCents")));
        return new Placed(member, order, latency, budgetFigures(member, before, atRequisition, atOrder));
    }

    /** Submits the requisition; the first member's goes out twice under one key, as after a lost answer. */
    private String requisition(Official buyer, String member) {
        ObjectNode requisition = Stage.object()
                .put("agreementId", ledger.bookId())
                .put("awardId", awardId)
                .put("fund", Stage.FUND)
                .put("appropriationYear", stage.year());
        requisition.set("doses", Ledger.ofMember(charges, member).path("doses"));
        String key = buyer.newKey();
        Answer first = Stage.onceKnown(() -> buyer.post(ORDERS, requisition, key));
        String orderId = first.bodyOrFail().path("id").asText();
        if (member.equals(stage.scenario().memberCodes().getFirst())) {
            showTheRetry(first, buyer.post(ORDERS, requisition, key), member);
        }
        return orderId;
    }

    private void showTheRetry(Answer first, Answer again, String member) {
        if (again.status() != first.status() || !again.body().equals(first.body()) || !again.replayed()) {
            throw new StepFailed("A retry under the same key was not answered like the first: " + again.problem());
        }
        stage.narrator()
                .say(member
                        + "  sent the requisition again under the same Idempotency-Key: the first answer came back ("
                        + again.status() + ", order " + again.body().path("id").asText() + ")");
    }

    private JsonNode awaitState(Official reader, String orderId, Set<String> states) {
        return Patience.until(
                "order " + orderId + " to be one of " + states,
                Stage.NEWS,
                POLL,
                () -> Optional.of(reader.get(ORDERS + "/" + orderId).bodyOrFail())
                        .filter(order -> states.contains(order.path("state").asText())));
    }

    /** An approved order that the ledger refuses gives its reservation back, which is an entry of its own. */
    private void awaitRelease(Official reader, String orderId) {
        Patience.until(
                "order " + orderId + " to give its reservation back",
                Stage.NEWS,
                POLL,
                () -> Optional.of(reader.get(ORDERS + "/" + orderId).bodyOrFail())
                        .filter(order -> order.path("releasedAt").isTextual()));
    }

    private void showThatNothingMoved(
            Official buyer, String member, JsonNode order, JsonNode before, JsonNode goodsBefore) {
        JsonNode after = budget(buyer, member);
        JsonNode goodsAfter = ledger.goods(buyer, awardId, member);
        if (!after.equals(before) || !goodsAfter.equals(goodsBefore)) {
            throw new StepFailed("A refused order of " + member + " moved something: " + before + goodsBefore
                    + " became " + after + goodsAfter);
        }
        stage.narrator().say(member + "  refused: " + reason(order));
        stage.narrator()
                .say(member + "  nothing moved: free " + Figures.dollars(before.path("availableCents")) + " before and "
                        + Figures.dollars(after.path("availableCents")) + " after, pre-encumbered "
                        + Figures.dollars(after.path("preEncumberedCents")) + ", encumbered "
                        + Figures.dollars(after.path("encumberedCents")));
    }

    /** What member-service says of the order and what the ledger said of the award are one truth, or the story stops. */
    private void mustAgree(String member, JsonNode order) {
        JsonNode charge = Ledger.ofMember(charges, member);
        for (String part :
                List.of("doses", "goodsCents", "operationsFeeCents", "capitalFeeCents", "sharedCents", "totalCents")) {
            if (!order.path(part).equals(charge.path(part))) {
                throw new StepFailed("The order of " + member + " has " + part + " " + order.path(part)
                        + " where the ledger's charges have " + charge.path(part));
            }
        }
    }

    private JsonNode budget(Official reader, String member) {
        return ledger.budget(reader, member, stage.year())
                .<JsonNode>map(budget -> budget)
                .orElse(MissingNode.getInstance());
    }

    private @Nullable ObjectNode budgetFigures(
            String member, JsonNode before, JsonNode atRequisition, JsonNode atOrder) {
        if (!member.equals(stage.scenario().budgetOf())) {
            return null;
        }
        ObjectNode figures = Stage.object().put("member", member);
        figures.set("appropriationCents", before.path("authorityCents"));
        figures.set("preEncumberedAtRequisitionCents", atRequisition.path("preEncumberedCents"));
        figures.set("freeAfterRequisitionCents", atRequisition.path("availableCents"));
        figures.set("encumberedAtOrderCents", atOrder.path("encumberedCents"));
        figures.set("freeAfterOrderCents", atOrder.path("availableCents"));
        return figures;
    }

    private static boolean refused(JsonNode order) {
        return order.path("state").asText().equals("REFUSED");
    }

    private static String reason(JsonNode order) {
        JsonNode refusal = order.path("refusal");
        String detail = refusal.path("detail").asText("");
        return refusal.path("reason").asText() + (detail.isEmpty() ? "" : ", " + detail);
    }
}
