package org.concord.member.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.concord.kit.problem.Problem;
import org.concord.kit.problem.ProblemException;
import org.concord.member.order.OrderState.Approval;
import org.concord.member.order.OrderState.Confirmed;
import org.concord.member.order.OrderState.Refused;
import org.concord.member.order.OrderState.Submission;
import org.junit.jupiter.api.Test;

class OrderStateTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final Official BUYER = new Official("1", "md.buyer");
    private static final Official OTHER_BUYER = new Official("2", "md.buyer2");
    private static final Official APPROVER = new Official("3", "md.approver");
    private static final Charge CHARGE = new Charge(55_350_400, 332_102, 221_402, 1_058_875, 56_962_779);
    private static final long CEILING = 62_972_796;
    private static final Refusal SHORT = new Refusal("appropriation-exceeded", "not enough", 1L, NOW);

    @Test
    void orderGoesFromRequisitionToConfirmation() {
        Order order = requisitioned();
        assertThat(name(order)).isEqualTo(OrderState.Name.REQUISITIONED);
        assertThat(order.preEncumber(CEILING)).isTrue();
        assertThat(name(order)).isEqualTo(OrderState.Name.PRE_ENCUMBERED);
        order.submit(submission(BUYER));
        assertThat(name(order)).isEqualTo(OrderState.Name.SUBMITTED);
        order.approve(new Approval(APPROVER, NOW));
        assertThat(name(order)).isEqualTo(OrderState.Name.APPROVED);
        assertThat(order.confirm(CHARGE, NOW)).isTrue();

        assertThat(order.state()).isInstanceOfSatisfying(Confirmed.class, confirmed -> {
            assertThat(confirmed.charge()).isEqualTo(CHARGE);
            assertThat(confirmed.approved().cents()).isEqualTo(CEILING);
            assertThat(confirmed.approved().requester()).isEqualTo(BUYER);
            assertThat(confirmed.approved().approval().by()).isEqualTo(APPROVER);
        });
    }

    @Test
    void requisitionThatTheLedgerRefusesEndsWithTheReason() {
        Order order = requisitioned();
        assertThat(order.refuseRequisition(SHORT)).isTrue();

        assertThat(order.state()).isEqualTo(new Refused(SHORT));
        OrderView view = order.view(List.of());
        assertThat(view.refusal()).isEqualTo(new OrderView.RefusalView("appropriation-exceeded", "not enough", 1L));
        assertThat(view.preEncumberedCents()).isNull();
    }

    @Test
    void approvedOrderThatTheLedgerRefusesEndsWithTheReason() {
        Order order = approved();
        assertThat(order.refuseOrder(SHORT)).isTrue();

        assertThat(order.state()).isEqualTo(new Refused(SHORT));
        assertThat(order.released(NOW)).isTrue();
        assertThat(order.view(List.of()).releasedAt()).isEqualTo(NOW);
    }

    @Test
    void requesterCannotApprove() {
        Order order = submittedBy(OTHER_BUYER);

        assertRefused(() -> order.approve(new Approval(BUYER, NOW)), OrderProblem.APPROVER_IS_REQUESTER);
        assertThat(name(order)).isEqualTo(OrderState.Name.SUBMITTED);
    }

    @Test
    void whoSubmittedUnderTheNumberCannotApproveEither() {
        Order order = submittedBy(OTHER_BUYER);

        assertRefused(() -> order.approve(new Approval(OTHER_BUYER, NOW)), OrderProblem.APPROVER_IS_REQUESTER);
    }

    @Test
    void samePersonUnderAnotherUsernameCannotApprove() {
        Order order = submittedBy(BUYER);

        assertRefused(
                () -> order.approve(new Approval(new Official(BUYER.subject(), "renamed"), NOW)),
                OrderProblem.APPROVER_IS_REQUESTER);
    }

    @Test
    void onlyAPreEncumberedRequisitionIsSubmitted() {
        assertRefused(() -> requisitioned().submit(submission(BUYER)), OrderProblem.ORDER_NOT_PRE_ENCUMBERED);
        assertRefused(() -> submittedBy(BUYER).submit(submission(BUYER)), OrderProblem.ORDER_NOT_PRE_ENCUMBERED);
        assertRefused(() -> approved().submit(submission(BUYER)), OrderProblem.ORDER_NOT_PRE_ENCUMBERED);
        assertRefused(() -> confirmed().submit(submission(BUYER)), OrderProblem.ORDER_NOT_PRE_ENCUMBERED);
        assertRefused(() -> refused().submit(submission(BUYER)), OrderProblem.ORDER_NOT_PRE_ENCUMBERED);
    }

    @Test
    void onlyASubmittedOrderIsApproved() {
        Approval approval = new Approval(APPROVER, NOW);
        assertRefused(() -> requisitioned().approve(approval), OrderProblem.ORDER_NOT_SUBMITTED);
        assertRefused(() -> preEncumbered().approve(approval), OrderProblem.ORDER_NOT_SUBMITTED);
        assertRefused(() -> approved().approve(approval), OrderProblem.ORDER_NOT_SUBMITTED);
        assertRefused(() -> confirmed().approve(approval), OrderProblem.ORDER_NOT_SUBMITTED);
        assertRefused(() -> refused().approve(approval), OrderProblem.ORDER_NOT_SUBMITTED);
    }

    @Test
    void answerThatIsGivenTwiceChangesNothing() {
        Order order = confirmed();
        assertThat(order.preEncumber(CEILING)).isFalse();
        assertThat(order.confirm(CHARGE, NOW.plusSeconds(9))).isFalse();
        assertThat(order.view(List.of()).confirmedAt()).isEqualTo(NOW);

        Order ended = refused();
        assertThat(ended.refuseOrder(SHORT)).isFalse();
        assertThat(ended.preEncumber(CEILING)).isFalse();
        ended.released(NOW);
        assertThat(ended.released(NOW.plusSeconds(9))).isFalse();
        assertThat(ended.view(List.of()).releasedAt()).isEqualTo(NOW);

        Order never = requisitioned();
        never.refuseRequisition(SHORT);
        assertThat(never.refuseRequisition(SHORT)).isFalse();
    }

    @Test
    void answerThatContradictsStopsAndChangesNothing() {
        assertContradiction(() -> preEncumbered().preEncumber(CEILING + 1));
        assertContradiction(() -> confirmed().confirm(new Charge(1, 0, 0, 0, 1), NOW));
        assertContradiction(() -> confirmed().refuseOrder(SHORT));
        assertContradiction(() -> refused().confirm(CHARGE, NOW));
        assertContradiction(() -> submittedBy(BUYER).confirm(CHARGE, NOW));
        assertContradiction(() -> requisitioned().confirm(CHARGE, NOW));
        assertContradiction(() -> preEncumbered().refuseRequisition(SHORT));
        assertContradiction(() -> submittedBy(BUYER).refuseOrder(SHORT));
        assertContradiction(() -> approved().released(NOW));
        Order neverReserved = requisitioned();
        neverReserved.refuseRequisition(SHORT);
        assertContradiction(() -> neverReserved.preEncumber(CEILING));
    }

    @Test
    void partsOfAChargeMakeItsTotal() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Charge(1, 1, 1, 1, 5));
    }

    private static Order requisitioned() {
        PlaceOrder command = new PlaceOrder(new UUID(0, 1), new UUID(0, 2), 24_710L, "GEN", 2026);
        return Order.requisition(new UUID(0, 3), command, "MD", BUYER, NOW);
    }

    private static Order preEncumbered() {
        Order order = requisitioned();
        order.preEncumber(CEILING);
        return order;
    }

    private static Order submittedBy(Official buyer) {
        Order order = preEncumbered();
        order.submit(submission(buyer));
        return order;
    }

    private static Order approved() {
        Order order = submittedBy(BUYER);
        order.approve(new Approval(APPROVER, NOW));
        return order;
    }

    private static Order confirmed() {
        Order order = approved();
        order.confirm(CHARGE, NOW);
        return order;
    }

    private static Order refused() {
        Order order = approved();
        order.refuseOrder(SHORT);
        return order;
    }

    private static Submission submission(Official by) {
        return new Submission("PO-2026-0001", by, NOW);
    }

    private static OrderState.Name name(Order order) {
        return order.state().name();
    }

    private static void assertRefused(ThrowingCallable act, Problem problem) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private static void assertContradiction(ThrowingCallable act) {
        assertThatIllegalStateException().isThrownBy(act).withMessageContaining("the ledger says of order");
    }
}
