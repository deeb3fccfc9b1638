package org.concord.member.order;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.member.order.OrderState.Approved;
import org.concord.member.order.OrderState.Confirmed;
import org.concord.member.order.OrderState.PreEncumbered;
import org.concord.member.order.OrderState.Refused;
import org.concord.member.order.OrderState.Requisitioned;
import org.concord.member.order.OrderState.Submitted;
import org.concord.member.policy.MemberOperation;

/**
 * What the caller may do with an order now, so that a page shows the buttons that will work. Asks the same policy table
 * as the act itself, for the member acted for; an act that only wants a fresh sign-in counts as allowed, since signing in
 * again is all it takes.
 */
@RequestScoped
class AllowedActions {
    private final Access access;

    AllowedActions(Access access) {
        this.access = access;
    }

    List<String> on(Order order) {
        Caller caller = access.caller();
        List<String> actions = new ArrayList<>();
        if (!caller.actingFor().filter(order.member::equals).isPresent()) {
            return actions;
        }
        switch (order.state()) {
            case PreEncumbered reserved -> {
                if (may(MemberOperation.SUBMIT_ORDER, order, 0)) {
                    actions.add("submit");
                }
            }
            case Submitted submitted -> {
                if (!submitted.asked(caller.subject())
                        && may(MemberOperation.APPROVE_ORDER, order, submitted.cents())) {
                    actions.add("approve");
                }
            }
            case Requisitioned waiting -> {}
            case Approved waiting -> {}
            case Confirmed ended -> {}
            case Refused ended -> {}
        }
        return actions;
    }

    private boolean may(MemberOperation operation, Order order, long cents) {
        try {
            access.require(operation, order.agreementId, cents);
            return true;
        } catch (ProblemException refusal) {
            return refusal.problem() == KitProblem.FRESH_SIGN_IN_REQUIRED;
        }
    }
}
