package org.concord.member.order;

import org.concord.kit.money.Amounts;

/**
 * What a posted order encumbers, by part, in US cents; set by the ledger, never computed here.
 *
 * @param totalCents the sum of the parts
 */
record Charge(long goodsCents, long operationsFeeCents, long capitalFeeCents, long sharedCents, long totalCents) {
    Charge {
        long parts =
                Amounts.add(Amounts.add(goodsCents, operationsFeeCents), Amounts.add(capitalFeeCents, sharedCents));
        if (parts != totalCents) {
            throw new IllegalArgumentException("the parts make " + parts + ", not " + totalCents);
        }
    }
}
