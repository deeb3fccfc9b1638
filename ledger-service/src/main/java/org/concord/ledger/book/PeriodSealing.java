package org.concord.ledger.book;

import java.util.List;
import java.util.Optional;
import org.concord.verifier.json.Json;

/**
 * Seals a period: nothing is dated in it, or before it, any more, and one root stands for all balances through its
 * last day.
 *
 * <p>Refused unless the period is closing and all before it are sealed.
 *
 * @param root how the balances come to their root
 */
public record PeriodSealing(String period, SealRoot root) implements Command {

    /** The rule under which a period is sealed; once for each. */
    public static final String RULE = "PERIOD_SEALED";

    /** The root of a tree over balances. */
    @FunctionalInterface
    public interface SealRoot {

        /**
         * The root, hex.
         *
         * @param balances by account code
         */
        String of(String period, List<Holdings.Balance> balances);
    }

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
        Optional<Period> asked = book.periods().stream()
                .filter(known -> known.code().equals(period))
                .findFirst();
        if (asked.isEmpty() || asked.get().status() != Period.Status.CLOSING) {
            // The book says why; the balances of what cannot be sealed are not worth adding up.
            return new Proposal.PeriodSeals(period, 0, "");
        }
        List<Holdings.Balance> balances = book.balancesThrough(asked.get().through());
        return new Proposal.PeriodSeals(period, balances.size(), root.of(period, balances));
    }

    @Override
    public boolean refusalIsFinal() {
        return false;
    }
}
