package org.concord.member.order;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.concord.kit.event.EventContext;
import org.concord.kit.event.Handlers;
import org.concord.kit.event.Inbox;
import org.concord.kit.event.Subscription;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Hears on {@code ledger.posting.v1} what the ledger did with a requisition or an order. The inbox drops a message that
 * comes twice; an answer that is given twice, as after a restart of the ledger, meets an order that knows it already.
 */
@ApplicationScoped
class LedgerAnswers {
    private final OrderDesk desk;
    private final Subscription subscription;

    LedgerAnswers(Inbox inbox, OrderDesk desk) {
        this.desk = desk;
        this.subscription = inbox.subscribe(
                "ledger.posting.v1",
                Handlers.of()
                        .on(RequisitionPreEncumbered.class, this::preEncumbered)
                        .on(OrderPosted.class, this::posted)
                        .on(RequisitionReleased.class, this::released)
                        .on(PostingRefused.class, this::refused));
    }

    @Incoming("postings")
    @Blocking
    void on(ConsumerRecords<String, byte[]> poll) {
        subscription.receive(poll);
    }

    private void preEncumbered(EventContext context, RequisitionPreEncumbered answer) {
        desk.preEncumbered(answer.orderId(), answer.preEncumberedCents());
    }

    private void posted(EventContext context, OrderPosted answer) {
        Charge charge = new Charge(
                answer.goodsCents(),
                answer.operationsFeeCents(),
                answer.capitalFeeCents(),
                answer.sharedCents(),
                answer.totalCents());
        desk.confirmed(answer.orderId(), charge, context.occurredAt());
    }

    private void released(EventContext context, RequisitionReleased answer) {
        desk.released(answer.orderId(), context.occurredAt());
    }

    private void refused(EventContext context, PostingRefused answer) {
        Refusal refusal = new Refusal(answer.reason(), answer.detail(), answer.shortCents(), context.occurredAt());
        switch (answer.command()) {
            case REQUISITION -> desk.requisitionRefused(answer.orderId(), refusal);
            case ORDER -> desk.orderRefused(answer.orderId(), refusal);
            case RELEASE -> desk.releaseRefused(answer.orderId(), refusal);
        }
    }

    /** Which of our commands the ledger refused. */
    enum Command {
        REQUISITION,
        ORDER,
        RELEASE
    }

    record RequisitionPreEncumbered(UUID orderId, long preEncumberedCents) {}

    record OrderPosted(
            UUID orderId,
            long goodsCents,
            long operationsFeeCents,
            long capitalFeeCents,
            long sharedCents,
            long totalCents) {}

    record RequisitionReleased(UUID orderId) {}

    record PostingRefused(
            UUID orderId,
            Command command,
            String reason,
            String detail,
            @Nullable Long shortCents) {}
}
