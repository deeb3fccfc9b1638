package org.concord.compact.procurement.evaluation;

/** Why a bid cannot serve a quantity. The wording is part of the published evaluation. */
enum Refusal {
    EXCEEDS_CAPACITY("exceeds capacity"),
    BELOW_MINIMUM("below minimum");

    private final String wording;

    Refusal(String wording) {
        this.wording = wording;
    }

    String wording() {
        return wording;
    }
}
