package org.concord.acceptance.story;

import com.fasterxml.jackson.databind.JsonNode;

/** The story in its order. Each act belongs to the people who may do it. */
public final class Play {

    private final Stage stage;

    Play(Stage stage) {
        this.stage = stage;
    }

    public Outcome perform() {
        Agreeing agreeing = new Agreeing(stage);
        String agreementId = agreeing.staffOpensAnAgreement();
        Ledger ledger = new Ledger(agreementId);
        agreeing.treasurersRecordAppropriations(ledger);

        Procuring.Award award = new Procuring(stage, agreementId).roundFromDemandToAward();
        JsonNode charges = ledgerComputesTheCharges(ledger, award);
        CostShares shares = CostShares.ask(stage, stage.cast().staff(), charges);

        Ordering.Orders orders = new Ordering(stage, ledger, award.id(), charges).everyMemberOrders();
        new Auditing(stage, ledger).auditorReadsTheLedger();
        return new Outcome(
                Outcome.figures(stage.scenario(), award, charges, shares, orders), agreementId, orders.latency());
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
