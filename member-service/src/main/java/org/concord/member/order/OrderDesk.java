package org.concord.member.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.concord.member.order.OrderState.Approval;
import org.concord.member.order.OrderState.Submission;
import org.concord.member.policy.ActingMember;
import org.concord.member.policy.MemberOperation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Moves orders, for the officials and for the ledger's answers. Each method runs in its caller's transaction: state and
 * event commit together. The order's row is locked first, so its moves happen one after another.
 */
@ApplicationScoped
class OrderDesk {
    static final String TOPIC = "member.order.v1";

    private static final Logger LOG = Logger.getLogger(OrderDesk.class);

    private final Access access;
    private final Orders orders;
    private final Awards awards;
    private final AwardShares shares;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    OrderDesk(Access access, Orders orders, Awards awards, AwardShares shares, Outbox outbox, Ids ids, Clock clock) {
        this.access = access;
        this.orders = orders;
        this.awards = awards;
        this.shares = shares;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes a requisition and asks the ledger to reserve the appropriation. What is over the member's share is refused
     * here already; whether the appropriation suffices is the ledger's to say.
     */
    Order place(PlaceOrder command) {
        Caller buyer = access.require(MemberOperation.PLACE_ORDER, command.agreementId());
        String member = buyer.requireMember();
        Award award = awards.findByIdOptional(command.awardId())
                .filter(known -> known.agreementId.equals(command.agreementId()))
                .orElseThrow(() -> noAward(command, member));
        AwardShare share = shares.locked(award.id, member).orElseThrow(() -> noAward(command, member));
        mustBeWholePackages(command, award);
        mustBeWithinShare(command, share);
        Order order = Order.requisition(ids.next(), command, member, official(buyer), clock.instant());
        orders.persistAndFlush(order);
        publish(
                order,
                new OrderEvent.RequisitionSubmitted(
                        order.id,
                        order.agreementId,
                        order.awardId,
                        order.member,
                        order.fund,
                        order.appropriationYear,
                        order.doses,
                        buyer.subject(),
                        order.requisitionedAt));
        return order;
    }

    /** Makes a pre-encumbered requisition an order under the state's own purchase order number. */
    Order submit(UUID id, SubmitOrder command, @Nullable String ifMatch) {
        Order order = mine(id);
        Caller buyer = access.require(MemberOperation.SUBMIT_ORDER, order.agreementId);
        mustMatch(order, ifMatch);
        orders.lockNumber(order.member, command.purchaseOrderNumber());
        if (orders.anotherBears(order, command.purchaseOrderNumber())) {
            throw new ProblemException(
                    OrderProblem.PURCHASE_ORDER_NUMBER_TAKEN,
                    "Another order of " + order.member + " bears the number " + command.purchaseOrderNumber()
                            + ". Give the number that your ERP assigned to this order.");
        }
        order.submit(new Submission(command.purchaseOrderNumber(), official(buyer), clock.instant()));
        orders.flush();
        return order;
    }

    /** Approves a submitted order and hands it to the ledger; from here on it ends confirmed or refused. */
    Order approve(UUID id, @Nullable String ifMatch) {
        Order order = mine(id);
        // Nothing is reserved before the ledger has answered; there is nothing to measure a limit by either.
        Caller approver = access.require(MemberOperation.APPROVE_ORDER, order.agreementId, order.reservedCents());
        mustMatch(order, ifMatch);
        Instant now = clock.instant();
        OrderState.Approved approved = order.approve(new Approval(official(approver), now));
        orders.flush();
        publish(
                order,
                new OrderEvent.OrderApproved(
                        order.id,
                        order.agreementId,
                        order.awardId,
                        order.member,
                        order.fund,
                        order.appropriationYear,
                        order.doses,
                        approved.submission().purchaseOrderNumber(),
                        approved.requester().subject(),
                        approver.subject(),
                        now));
        return order;
    }

    /** The ledger reserved the appropriation. */
    void preEncumbered(UUID id, long cents) {
        known(id).preEncumber(cents);
    }

    /** The ledger posted the order. */
    void confirmed(UUID id, Charge charge, Instant at) {
        Order order = known(id);
        if (order.confirm(charge, at)) {
            publish(
                    order,
                    new OrderEvent.OrderConfirmed(
                            order.id,
                            order.agreementId,
                            order.awardId,
                            order.member,
                            order.doses,
                            charge.goodsCents(),
                            charge.operationsFeeCents(),
                            charge.capitalFeeCents(),
                            charge.sharedCents(),
                            charge.totalCents(),
                            at));
        }
    }

    /** The ledger would not reserve; nothing has to be given back. */
    void requisitionRefused(UUID id, Refusal refusal) {
        Order order = known(id);
        if (order.refuseRequisition(refusal)) {
            publishRefused(order, refusal);
        }
    }

    /** The ledger would not post the approved order; the requisition's reservation must be given back. */
    void orderRefused(UUID id, Refusal refusal) {
        Order order = known(id);
        if (order.refuseOrder(refusal)) {
            publishRefused(order, refusal);
            publish(
                    order,
                    new OrderEvent.OrderWithdrawn(
                            order.id, order.agreementId, order.awardId, order.member, refusal.reason()));
        }
    }

    /** The ledger gave the reservation of a refused order back. */
    void released(UUID id, Instant at) {
        known(id).released(at);
    }

    /** The ledger keeps a reservation that nobody needs: for a person to look at, the order itself has ended. */
    void releaseRefused(UUID id, Refusal refusal) {
        LOG.errorf("the ledger did not release what order %s had reserved: %s", known(id).id, refusal);
    }

    private Order mine(UUID id) {
        String member = ActingMember.of(access);
        return orders.locked(id).filter(order -> order.member.equals(member)).orElseThrow(() -> noOrder(id));
    }

    private Order known(UUID id) {
        return orders.locked(id)
                .orElseThrow(
                        () -> new IllegalStateException("the ledger answers for an order that we never sent: " + id));
    }

    private void mustBeWithinShare(PlaceOrder command, AwardShare share) {
        long held = orders.dosesHeld(share.key.awardId, share.key.member);
        long left = Math.max(0, share.doses - held);
        if (command.doses() > left) {
            throw new ProblemException(
                            OrderProblem.SHARE_EXCEEDED,
                            share.key.member + " has " + left + " of its " + share.doses
                                    + " doses left under this award; " + command.doses() + " were asked for.",
                            List.of(Violation.at("/doses", "share-exceeded", "Order at most " + left + " doses.")))
                    .with("shareDoses", share.doses)
                    .with("orderedDoses", held)
                    .with("remainingDoses", left);
        }
    }

    private static void mustBeWholePackages(PlaceOrder command, Award award) {
        if (command.doses() % award.packageDoses != 0) {
            throw new ProblemException(
                    OrderProblem.NOT_WHOLE_PACKAGES,
                    "Nothing was ordered.",
                    List.of(Violation.at(
                            "/doses",
                            "not-whole-packages",
                            command.doses() + " doses are not whole packages of " + award.packageDoses + ".")));
        }
    }

    /** Optional optimism: who says which version was seen is told when it is another by now. */
    private static void mustMatch(Order order, @Nullable String ifMatch) {
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals("\"" + order.version + "\"")) {
            throw new ProblemException(
                    KitProblem.PRECONDITION_FAILED,
                    "The order has changed since you read it. Read it again and decide on what it says now.");
        }
    }

    private void publishRefused(Order order, Refusal refusal) {
        publish(
                order,
                new OrderEvent.OrderRefused(
                        order.id,
                        order.agreementId,
                        order.awardId,
                        order.member,
                        refusal.reason(),
                        refusal.detail(),
                        refusal.at()));
    }

    private void publish(Order order, OrderEvent event) {
        outbox.publish(TOPIC, order.id.toString(), event);
    }

    private static Official official(Caller caller) {
        return new Official(caller.subject(), caller.username());
    }

    static ProblemException noOrder(UUID id) {
        return new ProblemException(OrderProblem.ORDER_NOT_FOUND, "No order " + id + " of yours is known.");
    }

    private static ProblemException noAward(PlaceOrder command, String member) {
        return new ProblemException(
                OrderProblem.AWARD_NOT_FOUND,
                "No award " + command.awardId() + " is known in this agreement with a share for " + member
                        + ". An award that was made a moment ago may take a second to arrive.");
    }
}
