package org.concord.ledger.posting;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.concord.kit.event.Handlers;
import org.concord.kit.event.Inbox;
import org.concord.kit.event.NotYet;
import org.concord.kit.event.Subscription;
import org.concord.kit.problem.ProblemException;
import org.concord.ledger.book.LaneProblem;
import org.concord.ledger.charge.AwardMade;
import org.concord.ledger.posting.OrderReading.OrderApproved;
import org.concord.ledger.posting.OrderReading.OrderRefused;
import org.concord.ledger.posting.OrderReading.OrderWithdrawn;
import org.concord.ledger.posting.OrderReading.RequisitionSubmitted;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Awards and orders as they come. */
@ApplicationScoped
class ProcurementEvents {

    private final Subscription awards;
    private final Subscription orders;

    ProcurementEvents(Inbox inbox, AwardDesk awardDesk, OrderDesk orderDesk) {
        this.awards = inbox.subscribe(
                "compact.award.v1",
                Handlers.of().on(AwardMade.class, (context, award) -> orLater(() -> awardDesk.post(award))));
        this.orders = inbox.subscribe(
                "member.order.v1",
                Handlers.of()
                        .on(RequisitionSubmitted.class, (context, asked) -> orLater(() -> orderDesk.requisition(asked)))
                        .on(OrderApproved.class, (context, asked) -> orLater(() -> orderDesk.order(asked)))
                        .on(OrderWithdrawn.class, (context, ended) -> orLater(() -> orderDesk.release(ended)))
                        .on(OrderRefused.class, (context, ended) -> orLater(() -> orderDesk.release(ended))));
    }

    /** A lane that cannot take a command now has decided nothing: the message waits as for anything that is on its way. */
    private static void orLater(Runnable work) {
        try {
            work.run();
        } catch (ProblemException refused) {
            if (refused.problem() instanceof LaneProblem) {
                throw new NotYet("the lane: " + refused.detail());
            }
            throw refused;
        }
    }

    @Incoming("awards")
    @Blocking
    void onAward(ConsumerRecords<String, byte[]> poll) {
        awards.receive(poll);
    }

    @Incoming("orders")
    @Blocking
    void onOrder(ConsumerRecords<String, byte[]> poll) {
        orders.receive(poll);
    }
}
