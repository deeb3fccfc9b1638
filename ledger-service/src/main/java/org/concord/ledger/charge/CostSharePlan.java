package org.concord.ledger.charge;

import java.util.List;

/** A cost shared out, in US cents; stored nowhere. */
public record CostSharePlan(long totalCents, String formula, String formulaVersion, List<Share> members) {

    /** One member's share. */
    public record Share(String member, long cents) {}
}
