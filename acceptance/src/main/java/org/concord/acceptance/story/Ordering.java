package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Third act: every member requisitions its share, orders it and has it approved by someone else. */
final class Ordering {

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
     * One member's order as last read, with the member's budget at each step.
     *
     * @param latency from the approval's request to the reading as confirmed; absent for a refused order
     */
    record Placed(
            String member,
            JsonNode order,
            JsonNode budgetBefore,
            JsonNode budgetAtRequisition,
            JsonNode budgetAtOrder,
            @Nullable Duration latency) {

        ObjectNode budget() {
            ObjectNode figures = Stage.object().put("member", member);
            figures.set("appropriationCents", budgetBefore.path("authorityCents"));
            figures.set("preEncumberedAtRequisitionCents", budgetAtRequisition.path("preEncumberedCents"));
            figures.set("freeAfterRequisitionCents", budgetAtRequisition.path("availableCents"));
            figures.set("encumberedAtOrderCents", budgetAtOrder.path("encumberedCents"));
            figures.set("freeAfterOrderCents", budgetAtOrder.path("availableCents"));
            return figures;
        }
    }

    record Orders(List<Placed> placed) {

        JsonNode of(String member) {
            return find(member).map(Placed::order).orElse(MissingNode.getInstance());
        }

        Optional<Placed> find(@Nullable String member) {
            return placed.stream().filter(each -> each.member().equals(member)).findFirst();
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
        List<String> members = stage.scenario().memberCodes();
        Orders orders =
                new Orders(Crowd.each(members, member -> order(member).place(member.equals(members.getFirst()))));
        stage.narrator().say("from approval to confirmation: " + orders.latency());
        return orders;
    }

    private MemberOrder order(String member) {
        return new MemberOrder(stage, ledger, awardId, member, Ledger.ofMember(charges, member));
    }
}
