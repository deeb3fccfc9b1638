package org.concord.member.order;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concord.kit.problem.ProblemException;
import org.concord.member.order.OrderState.Approval;
import org.concord.member.order.OrderState.Approved;
import org.concord.member.order.OrderState.Confirmed;
import org.concord.member.order.OrderState.PreEncumbered;
import org.concord.member.order.OrderState.Refused;
import org.concord.member.order.OrderState.Requisitioned;
import org.concord.member.order.OrderState.Submission;
import org.concord.member.order.OrderState.Submitted;
import org.jspecify.annotations.Nullable;

/**
 * A member's order. Columns plus {@link #state()} rebuild the sealed state; {@link #become} writes it back. The ledger's
 * answers may come twice: one that says what is already so changes nothing and returns false, one that contradicts is a
 * fault of somebody's and stops the message.
 */
@Entity(name = "PurchaseOrder") // "Order" is a word of the query language
@Table(name = "purchase_order")
class Order {
    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "agreement_id", updatable = false)
    UUID agreementId;

    @Column(name = "award_id", updatable = false)
    UUID awardId;

    @Column(name = "member", updatable = false)
    String member;

    @Column(name = "fund", updatable = false)
    String fund;

    @Column(name = "appropriation_year", updatable = false)
    int appropriationYear;

    @Column(name = "doses", updatable = false)
    long doses;

    @Column(name = "requisitioned_at", updatable = false)
    Instant requisitionedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private OrderState.Name state;

    @Column(name = "requested_by", updatable = false)
    private String requestedBy;

    @Column(name = "requested_by_username", updatable = false)
    private String requestedByUsername;

    @Nullable
    @Column(name = "pre_encumbered_cents")
    private Long preEncumberedCents;

    @Nullable
    @Column(name = "purchase_order_number")
    private String purchaseOrderNumber;

    @Nullable
    @Column(name = "submitted_by")
    private String submittedBy;

    @Nullable
    @Column(name = "submitted_by_username")
    private String submittedByUsername;

    @Nullable
    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Nullable
    @Column(name = "approved_by")
    private String approvedBy;

    @Nullable
    @Column(name = "approved_by_username")
    private String approvedByUsername;

    @Nullable
    @Column(name = "approved_at")
    private Instant approvedAt;

    @Nullable
    @Column(name = "goods_cents")
    private Long goodsCents;

    @Nullable
    @Column(name = "operations_fee_cents")
    private Long operationsFeeCents;

    @Nullable
    @Column(name = "capital_fee_cents")
    private Long capitalFeeCents;

    @Nullable
    @Column(name = "shared_cents")
    private Long sharedCents;

    @Nullable
    @Column(name = "total_cents")
    private Long totalCents;

    @Nullable
    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Nullable
    @Column(name = "refusal_reason")
    private String refusalReason;

    @Nullable
    @Column(name = "refusal_detail")
    private String refusalDetail;

    @Nullable
    @Column(name = "refusal_short_cents")
    private Long refusalShortCents;

    @Nullable
    @Column(name = "refused_at")
    private Instant refusedAt;

    @Nullable
    @Column(name = "released_at")
    private Instant releasedAt;

    @Version
    @Column(name = "version")
    long version;

    Order() {}

    private Order(UUID id, PlaceOrder command, String member, Official requester, Instant at) {
        this.id = id;
        this.agreementId = command.agreementId();
        this.awardId = command.awardId();
        this.member = member;
        this.fund = command.fund();
        this.appropriationYear = command.appropriationYear();
        this.doses = command.doses();
        this.requisitionedAt = at;
        this.requestedBy = requester.subject();
        this.requestedByUsername = requester.username();
        this.state = OrderState.Name.REQUISITIONED;
    }

    /** A requisition of {@code member}, asked for by {@code requester}. */
    static Order requisition(UUID id, PlaceOrder command, String member, Official requester, Instant at) {
        return new Order(id, command, member, requester, at);
    }

    /** Where the order stands, rebuilt from the columns; the database's checks keep them complete. */
    OrderState state() {
        return switch (state) {
            case REQUISITIONED -> new Requisitioned(requester());
            case PRE_ENCUMBERED -> new PreEncumbered(requester(), requireNonNull(preEncumberedCents));
            case SUBMITTED -> new Submitted(requester(), requireNonNull(preEncumberedCents), submission());
            case APPROVED -> approved();
            case CONFIRMED -> new Confirmed(approved(), charge(), requireNonNull(confirmedAt));
            case REFUSED ->
                new Refused(new Refusal(
                        requireNonNull(refusalReason),
                        requireNonNull(refusalDetail),
                        refusalShortCents,
                        requireNonNull(refusedAt)));
        };
    }

    /** The ledger has reserved the appropriation. */
    boolean preEncumber(long cents) {
        return switch (state()) {
            case Requisitioned requisitioned -> become(requisitioned.preEncumber(cents));
            case PreEncumbered known -> same(known.cents() == cents, "pre-encumbered " + cents);
            case Submitted known -> same(known.cents() == cents, "pre-encumbered " + cents);
            case Approved known -> same(known.cents() == cents, "pre-encumbered " + cents);
            case Confirmed known -> same(known.approved().cents() == cents, "pre-encumbered " + cents);
            // A refused order keeps what had been reserved, so that a late copy of that answer is known as one.
            case Refused known ->
                same(preEncumberedCents != null && preEncumberedCents == cents, "pre-encumbered " + cents);
        };
    }

    /**
     * The buyer orders under the state's own number.
     *
     * @throws ProblemException {@code order-not-pre-encumbered}
     */
    void submit(Submission submission) {
        switch (state()) {
            case PreEncumbered preEncumbered -> become(preEncumbered.submit(submission));
            case Requisitioned waiting ->
                throw new ProblemException(
                        OrderProblem.ORDER_NOT_PRE_ENCUMBERED,
                        "The ledger has not answered the requisition yet. Try again, under another Idempotency-Key, when"
                                + " the order is PRE_ENCUMBERED.");
            case Submitted over -> throw notPreEncumbered(over);
            case Approved over -> throw notPreEncumbered(over);
            case Confirmed over -> throw notPreEncumbered(over);
            case Refused over -> throw notPreEncumbered(over);
        }
    }

    /**
     * Another official approves.
     *
     * @throws ProblemException {@code order-not-submitted}, {@code approver-is-requester}
     */
    Approved approve(Approval approval) {
        Approved approved = switch (state()) {
            case Submitted submitted -> submitted.approve(approval);
            case Requisitioned other -> throw notSubmitted(other);
            case PreEncumbered other -> throw notSubmitted(other);
            case Approved other -> throw notSubmitted(other);
            case Confirmed other -> throw notSubmitted(other);
            case Refused other -> throw notSubmitted(other);
        };
        become(approved);
        return approved;
    }

    /** What the ledger has reserved for it, US cents; 0 before it has answered. */
    long reservedCents() {
        return preEncumberedCents == null ? 0 : preEncumberedCents;
    }

    /** The ledger has posted the order as one entry. */
    boolean confirm(Charge charge, Instant at) {
        return switch (state()) {
            case Approved approved -> become(approved.confirm(charge, at));
            case Confirmed known -> same(known.charge().equals(charge), "posted " + charge);
            case Requisitioned early -> throw contradiction("posted " + charge);
            case PreEncumbered early -> throw contradiction("posted " + charge);
            case Submitted early -> throw contradiction("posted " + charge);
            case Refused ended -> throw contradiction("posted " + charge);
        };
    }

    /** The ledger has refused the requisition: nothing is reserved. */
    boolean refuseRequisition(Refusal refusal) {
        return switch (state()) {
            case Requisitioned requisitioned -> become(requisitioned.refuse(refusal));
            case Refused known -> same(preEncumberedCents == null && sameReason(known, refusal), "refused: " + refusal);
            case PreEncumbered reserved -> throw contradiction("refused the requisition: " + refusal);
            case Submitted reserved -> throw contradiction("refused the requisition: " + refusal);
            case Approved reserved -> throw contradiction("refused the requisition: " + refusal);
            case Confirmed reserved -> throw contradiction("refused the requisition: " + refusal);
        };
    }

    /** The ledger has refused the approved order: what its requisition reserved must be given back. */
    boolean refuseOrder(Refusal refusal) {
        return switch (state()) {
            case Approved approved -> become(approved.refuse(refusal));
            case Refused known -> same(approvedBy != null && sameReason(known, refusal), "refused: " + refusal);
            case Requisitioned early -> throw contradiction("refused the order: " + refusal);
            case PreEncumbered early -> throw contradiction("refused the order: " + refusal);
            case Submitted early -> throw contradiction("refused the order: " + refusal);
            case Confirmed ended -> throw contradiction("refused the order: " + refusal);
        };
    }

    /** The ledger has given back what the requisition of a refused order reserved. */
    boolean released(Instant at) {
        if (state != OrderState.Name.REFUSED) {
            throw contradiction("released the pre-encumbrance");
        }
        if (releasedAt != null) {
            return false;
        }
        releasedAt = at;
        return true;
    }

    OrderView view(List<String> allowedActions) {
        return new OrderView(
                id,
                agreementId,
                awardId,
                member,
                fund,
                appropriationYear,
                doses,
                state.name(),
                preEncumberedCents,
                goodsCents,
                operationsFeeCents,
                capitalFeeCents,
                sharedCents,
                totalCents,
                purchaseOrderNumber,
                requestedByUsername,
                submittedByUsername,
                approvedByUsername,
                refusalReason == null
                        ? null
                        : new OrderView.RefusalView(refusalReason, requireNonNull(refusalDetail), refusalShortCents),
                requisitionedAt,
                submittedAt,
                approvedAt,
                confirmedAt,
                refusedAt,
                releasedAt,
                version,
                allowedActions);
    }

    private boolean become(OrderState next) {
        state = next.name();
        switch (next) {
            case Requisitioned start -> throw new IllegalStateException("no move leads back to " + start);
            case PreEncumbered reserved -> preEncumberedCents = reserved.cents();
            case Submitted submitted -> {
                purchaseOrderNumber = submitted.submission().purchaseOrderNumber();
                submittedBy = submitted.submission().by().subject();
                submittedByUsername = submitted.submission().by().username();
                submittedAt = submitted.submission().at();
            }
            case Approved approved -> {
                approvedBy = approved.approval().by().subject();
                approvedByUsername = approved.approval().by().username();
                approvedAt = approved.approval().at();
            }
            case Confirmed confirmed -> {
                goodsCents = confirmed.charge().goodsCents();
                operationsFeeCents = confirmed.charge().operationsFeeCents();
                capitalFeeCents = confirmed.charge().capitalFeeCents();
                sharedCents = confirmed.charge().sharedCents();
                totalCents = confirmed.charge().totalCents();
                confirmedAt = confirmed.at();
            }
            case Refused refused -> {
                refusalReason = refused.refusal().reason();
                refusalDetail = refused.refusal().detail();
                refusalShortCents = refused.refusal().shortCents();
                refusedAt = refused.refusal().at();
            }
        }
        return true;
    }

    private Official requester() {
        return new Official(requestedBy, requestedByUsername);
    }

    private Submission submission() {
        return new Submission(
                requireNonNull(purchaseOrderNumber),
                new Official(requireNonNull(submittedBy), requireNonNull(submittedByUsername)),
                requireNonNull(submittedAt));
    }

    private Approved approved() {
        return new Approved(
                requester(),
                requireNonNull(preEncumberedCents),
                submission(),
                new Approval(
                        new Official(requireNonNull(approvedBy), requireNonNull(approvedByUsername)),
                        requireNonNull(approvedAt)));
    }

    private Charge charge() {
        return new Charge(
                requireNonNull(goodsCents),
                requireNonNull(operationsFeeCents),
                requireNonNull(capitalFeeCents),
                requireNonNull(sharedCents),
                requireNonNull(totalCents));
    }

    private static boolean sameReason(Refused known, Refusal again) {
        return known.refusal().reason().equals(again.reason());
    }

    /** An answer that came again changes nothing; one that says something else is no repetition. */
    private boolean same(boolean repeated, String answer) {
        if (!repeated) {
            throw contradiction(answer);
        }
        return false;
    }

    private IllegalStateException contradiction(String answer) {
        return new IllegalStateException("the ledger says of order " + id + ", which is " + state + ": " + answer);
    }

    private static ProblemException notPreEncumbered(OrderState now) {
        return new ProblemException(
                OrderProblem.ORDER_NOT_PRE_ENCUMBERED,
                "The order is " + now.name() + "; only a PRE_ENCUMBERED one can be submitted.");
    }

    private static ProblemException notSubmitted(OrderState now) {
        return new ProblemException(
                OrderProblem.ORDER_NOT_SUBMITTED,
                "The order is " + now.name() + "; only a SUBMITTED one can be approved.");
    }
}
