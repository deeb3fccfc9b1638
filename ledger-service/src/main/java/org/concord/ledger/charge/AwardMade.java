package org.concord.ledger.charge;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What this service reads of compact-service's event of the same name. Goods in cents, as the award set them. */
public record AwardMade(
        UUID awardId,
        UUID roundId,
        UUID agreementId,
        String lead,
        Item item,
        String supplier,
        long doses,
        long goodsCents,
        List<Member> members,
        Fees fees,
        long sharedCostCents,
        String sharedCostFormula,
        Requisition requisition,
        LocalDate awardedOn) {

    /** The catalogue item, by CVX code. */
    public record Item(String cvx) {}

    /** A member's part. */
    public record Member(String member, long population, long doses, long goodsCents) {}

    /** Percentages of a member's goods, such as {@code 0.60%}. */
    public record Fees(String operations, String capital) {}

    /** What requisitions go by: the ceiling price in cents a dose, and the formula for the shared cost. */
    public record Requisition(long ceilingUnitCents, String sharedCostFormula) {}
}
