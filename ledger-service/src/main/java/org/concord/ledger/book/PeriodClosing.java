package org.concord.ledger.book;

import org.concord.verifier.json.Json;

/** Lets a period take adjustments only: reversals and the year's end. Refused unless the period is open. */
public record PeriodClosing(String period) implements Command {

    /** The rule under which a period begins to close; once for each. */
    public static final String RULE = "PERIOD_CLOSING";

    @Override
    public CommandKey key() {
        return new CommandKey("PERIOD", period, RULE);
    }

    @Override
    public Json content() {
        return Json.of(period);
    }

    @Override
    public Proposal propose(Holdings book) {
        return new Proposal.PeriodCloses(period);
    }

    @Override
    public boolean refusalIsFinal() {
        return false;
    }
}
