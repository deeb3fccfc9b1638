package org.concord.ledger.charge;

import java.util.UUID;
import org.concord.ledger.book.Unit;
import org.concord.verifier.formula.PooledCharges;

/**
 * A member's part in an award, with all that its requisitions and orders go by.
 *
 * @param ceilingUnitCents the price at which a requisition is reserved, in cents a dose
 * @param requisitionSharedCents the shared cost that a requisition reserves, by the requisition's formula
 */
public record MemberShare(
        UUID award,
        String member,
        Unit item,
        String supplier,
        PooledCharges formula,
        PooledCharges.Charge charge,
        long ceilingUnitCents,
        long requisitionSharedCents) {}
