package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The life of one member's order: requisition, submission, approval, and what the ledger makes of it. */
final class MemberOrder {

    private static final String ORDERS = "/api/v1/orders";

    /** What the order and the ledger's charges both say. */
    private static final List<String> FIGURES =
            List.of("doses", "goodsCents", "operationsFeeCents", "capitalFeeCents", "sharedCents", "totalCents");

    /** Short beside the latency that is measured with it. */
    private static final Duration POLL = Duration.ofMillis(20);

    private final Stage stage;
    private final Ledger ledger;
    private final String awardId;
    private final String member;
    private final JsonNode charge;
    private final Official buyer;
    private final Official approver;

    /** @param charge what the award costs the member, as the ledger computed it */
    MemberOrder(Stage stage, Ledger ledger, String awardId, String member, JsonNode charge) {
        this.stage = stage;
        this.ledger = ledger;
        this.awardId = awardId;
        this.member = member;
        this.charge = charge;
        this.buyer = stage.cast().buyer(member);
        this.approver = stage.cast().approver(member);
    }

    /** @param twice whether the requisition goes out a second time under its key, as after a lost answer */
    Ordering.Placed place(boolean twice) {
        JsonNode before = budget();
        JsonNode goodsBefore = goods();
        String path = ORDERS + "/" + requisition(twice);
        JsonNode requisitioned = await(path, order -> is("PRE_ENCUMBERED", order) || is("REFUSED", order));
        if (is("REFUSED", requisitioned)) {
            showThatNothingMoved(requisitioned, before, goodsBefore);
            return new Ordering.Placed(member, requisitioned, before, before, before, null);
        }
        JsonNode atRequisition = budget();
        submit(path);
        long asked = approve(path);
        JsonNode ended = await(path, order -> is("CONFIRMED", order) || is("REFUSED", order));
        Duration latency = Duration.ofNanos(System.nanoTime() - asked);
        if (is("REFUSED", ended)) {
            // Its reservation is given back by an entry of its own, a moment later.
            await(path, order -> order.path("releasedAt").isTextual());
            showThatNothingMoved(ended, before, goodsBefore);
            return new Ordering.Placed(member, ended, before, atRequisition, before, null);
        }
        mustAgreeWithTheCharge(ended);
        JsonNode atOrder = budget();
        stage.narrator()
                .say(member + "  confirmed " + Figures.doses(ended.path("doses")) + " doses for "
                        + Figures.dollars(ended.path("totalCents")) + "; pre-encumbered "
                        + Figures.dollars(atRequisition.path("preEncumberedCents")) + ", encumbered "
                        + Figures.dollars(atOrder.path("encumberedCents")) + ", free "
                        + Figures.dollars(atOrder.path("availableCents")));
        return new Ordering.Placed(member, ended, before, atRequisition, atOrder, latency);
    }

    private String requisition(boolean twice) {
        ObjectNode requisition = Stage.object()
                .put("agreementId", ledger.bookId())
                .put("awardId", awardId)
                .put("fund", Stage.FUND)
                .put("appropriationYear", stage.year());
        requisition.set("doses", charge.path("doses"));
        String key = buyer.newKey();
        Answer first = Stage.onceKnown(() -> buyer.post(ORDERS, requisition, key));
        String orderId = first.bodyOrFail().path("id").asText();
        if (twice) {
            showTheFirstAnswer(first, buyer.post(ORDERS, requisition, key));
        }
        return orderId;
    }

    private void showTheFirstAnswer(Answer first, Answer again) {
        if (again.status() != first.status() || !again.body().equals(first.body()) || !again.replayed()) {
            throw new StepFailed("A retry under the same key was not answered like the first: " + again.problem());
        }
        stage.narrator()
                .say(member
                        + "  sent the requisition again under the same Idempotency-Key: the first answer came back ("
                        + again.status() + ", order " + again.body().path("id").asText() + ")");
    }

    private void submit(String path) {
        buyer.post(path + "/submissions", Stage.object().put("purchaseOrderNumber", "PO-" + member + "-" + stage.run()))
                .bodyOrFail();
    }

    /** Approves and tells when that was asked for; the approver is signed in before. */
    private long approve(String path) {
        approver.session();
        long asked = System.nanoTime();
        approver.post(path + "/approvals", Stage.object()).bodyOrFail();
        return asked;
    }

    private JsonNode await(String path, Predicate<JsonNode> state) {
        return Patience.until(
                "the ledger's word on " + path,
                Stage.NEWS,
                POLL,
                () -> Optional.of(buyer.get(path).bodyOrFail()).filter(state));
    }

    private void showThatNothingMoved(JsonNode order, JsonNode before, JsonNode goodsBefore) {
        JsonNode after = budget();
        JsonNode goodsAfter = goods();
        if (!after.equals(before) || !goodsAfter.equals(goodsBefore)) {
            throw new StepFailed("A refused order of " + member + " moved something: " + before + goodsBefore
                    + " became " + after + goodsAfter);
        }
        JsonNode refusal = order.path("refusal");
        stage.narrator()
                .say(member + "  refused: " + refusal.path("reason").asText() + ", "
                        + refusal.path("detail").asText());
        stage.narrator()
                .say(member + "  nothing moved: free " + Figures.dollars(before.path("availableCents")) + " before and "
                        + Figures.dollars(after.path("availableCents")) + " after, pre-encumbered "
                        + Figures.dollars(after.path("preEncumberedCents")) + ", encumbered "
                        + Figures.dollars(after.path("encumberedCents")));
    }

    /** What member-service says of the order and what the ledger said of the award are one truth, or the story stops. */
    private void mustAgreeWithTheCharge(JsonNode order) {
        for (String part : FIGURES) {
            if (!order.path(part).equals(charge.path(part))) {
                throw new StepFailed("The order of " + member + " has " + part + " " + order.path(part)
                        + " where the ledger's charges have " + charge.path(part));
            }
        }
    }

    private JsonNode budget() {
        Optional<ObjectNode> found = ledger.budget(buyer, member, stage.year());
        return found.isPresent() ? found.get() : MissingNode.getInstance();
    }

    private JsonNode goods() {
        return ledger.goods(buyer, awardId, member);
    }

    private static boolean is(String state, JsonNode order) {
        return order.path("state").asText().equals(state);
    }
}
