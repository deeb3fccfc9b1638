package org.concord.ledger.book;

import java.time.LocalDate;
import java.util.List;
import org.concord.verifier.json.Json;

/**
 * Begins to keep a period.
 *
 * <p>Refused when it overlaps another, when its code is taken, or when it begins in what is sealed.
 *
 * @param from its first day
 * @param through its last day
 */
public record PeriodOpening(String period, LocalDate from, LocalDate through) implements Command {

    /** The rule under which a period is opened; once for each code. */
    public static final String RULE = "PERIOD_OPENED";

    /** @throws IllegalArgumentException when the code is none or the dates are out of order */
    public PeriodOpening {
        Period.check(period, from, through);
    }

    @Override
    public CommandKey key() {
        return new CommandKey("PERIOD", period, RULE);
    }

    @Override
    public Json content() {
        return Json.array(List.of(Json.of(from.toString()), Json.of(through.toString())));
    }

    @Override
    public Proposal propose(Holdings book) {
        return new Proposal.PeriodOpens(period, from, through);
    }

    @Override
    public boolean refusalIsFinal() {
        return false;
    }
}
