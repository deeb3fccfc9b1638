package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;

/** The story in its order. Each act belongs to the people who may do it. */
public final class Play {

    private final Stage stage;

    Play(Stage stage) {
        this.stage = stage;
    }

    /**
     * The award of a fresh agreement, before anybody has ordered.
     *
     * @param agreementId the agreement, which is also its book
     * @param charges what the award costs each member, as the ledger computed it
     */
    public record Awarded(String agreementId, Procuring.Award award, JsonNode charges) {

        public String awardId() {
            return award.id();
        }
    }

    /** The whole story. */
    public Outcome perform() {
        Awarded awarded = upToTheAward();
        Ledger ledger = new Ledger(awarded.agreementId());
        CostShares shares = CostShares.ask(stage, stage.cast().staff(), awarded.charges());
        Ordering.Orders orders = new Ordering(stage, ledger, awarded.awardId(), awarded.charges()).everyMemberOrders();
        new Auditing(stage, ledger).auditorReadsTheLedger();
        return new Outcome(
                Outcome.figures(stage.scenario(), awarded.award(), awarded.charges(), shares, orders),
                awarded.agreementId(),
                orders.latency());
    }

    /** The story until the ledger knows what each member may order. */
    public Awarded upToTheAward() {
        Agreeing agreeing = new Agreeing(stage);
        String agreementId = agreeing.staffOpensAnAgreement();
        Ledger ledger = new Ledger(agreementId);
        agreeing.treasurersRecordAppropriations(ledger);
        Procuring.Award award = new Procuring(stage, agreementId).roundFromDemandToAward();
        return new Awarded(agreementId, award, ledgerComputesTheCharges(ledger, award));
    }

    private JsonNode ledgerComputesTheCharges(Ledger ledger, Procuring.Award award) {
        stage.narrator().step("The ledger posts ceiling and allocation, and computes what each member owes");
        JsonNode charges = ledger.charges(stage.cast().staff(), award.id());
        if (!charges.path("doses").equals(award.award().path("doses"))
                || !charges.path("goodsCents").equals(award.award().path("goodsCents"))) {
            throw new StepFailed("The ledger's charges are not for the award that was made: " + charges);
        }
        stage.narrator()
                .say("in all " + Figures.dollars(charges.path("totalCents")) + ", shared cost by "
                        + charges.path("sharedCostFormula").asText());
        return charges;
    }
}
