package org.concord.ledger.charge;

import org.concord.verifier.formula.PooledCharges;

/** One member's charge, in US cents. */
public record MemberCharge(
        String member,
        long doses,
        long goodsCents,
        long operationsFeeCents,
        long capitalFeeCents,
        long sharedCents,
        long totalCents) {

    static MemberCharge of(String member, PooledCharges.Charge charge) {
        return new MemberCharge(
                member,
                charge.doses(),
                charge.goodsCents(),
                charge.operationsFeeCents(),
                charge.capitalFeeCents(),
                charge.sharedCents(),
                charge.totalCents());
    }
}
