package org.concord.ledger.book;

import java.time.LocalDate;
import java.util.List;
import org.concord.kit.problem.Problem;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/** What a command would write, before the book has checked it. */
public sealed interface Proposal {

    /**
     * An entry.
     *
     * @param effectiveOn the legal date of the business
     * @param opens encumbrances that come into being with it; their amounts are bound by the lines
     */
    record Draft(LocalDate effectiveOn, List<Line> lines, List<Encumbrance> opens) implements Proposal {
        public Draft {
            lines = List.copyOf(lines);
            opens = List.copyOf(opens);
        }
    }

    /**
     * A run of formulas that decide money or goods, with its inputs.
     *
     * @param formulas the stable ids of the formulas
     */
    record FormulaRun(List<String> formulas, Json inputs, Json result) implements Proposal {
        public FormulaRun {
            formulas = List.copyOf(formulas);
        }
    }

    /**
     * Nothing, with the reason. It touches nothing.
     *
     * @param detail in plain words, with the figures
     * @param shortCents how much is missing, where an amount is
     * @param mayResolve whether what is missing may still be on its way
     */
    record Refusal(Problem problem, String detail, @Nullable Long shortCents, boolean mayResolve) implements Proposal {

        /** A refusal that no amount would cure. */
        public static Refusal of(Problem problem, String detail) {
            return new Refusal(problem, detail, null, false);
        }
    }
}
