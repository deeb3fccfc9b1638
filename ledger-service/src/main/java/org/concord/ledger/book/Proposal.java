package org.concord.ledger.book;

import java.time.LocalDate;
import java.util.List;
import org.concord.kit.problem.Problem;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/** What a command would write, before the book has checked it. */
public sealed interface Proposal {

    /** What an entry means to the orders that its lines name, beside what it binds and frees of them. */
    enum OrderEffect {
        /** Nothing: they come to what they came to. */
        NONE,
        /** They come to more or less: an order placed, changed or cancelled. */
        CHANGES_TERMS,
        /** Goods of theirs are billed to the member. */
        BILLS_GOODS
    }

    /**
     * An entry.
     *
     * @param effectiveOn the legal date of the business
     * @param opens encumbrances that come into being with it; their amounts are bound by the lines
     * @param effect what it means to the orders; a function of its rule (of the reversed entry's, for a reversal), so
     *     that it can be told again from the record
     * @param reverses the sequence number of the entry whose lines these are with the sides exchanged
     */
    record Draft(
            LocalDate effectiveOn,
            List<Line> lines,
            List<Encumbrance> opens,
            OrderEffect effect,
            @Nullable Long reverses)
            implements Proposal {
        public Draft {
            lines = List.copyOf(lines);
            opens = List.copyOf(opens);
        }

        /** An entry that changes no order's terms, bills nothing and reverses nothing. */
        public Draft(LocalDate effectiveOn, List<Line> lines, List<Encumbrance> opens) {
            this(effectiveOn, lines, opens, OrderEffect.NONE, null);
        }
    }

    /** A record that moves no balance. */
    sealed interface Note extends Proposal {}

    /**
     * A run of formulas that decide money or goods, with its inputs.
     *
     * @param formulas the stable ids of the formulas
     */
    record FormulaRun(List<String> formulas, Json inputs, Json result) implements Note {
        public FormulaRun {
            formulas = List.copyOf(formulas);
        }
    }

    /** An account opens, empty. */
    record AccountOpens(AccountKey account) implements Note {}

    /** An account gets another floor; null for none. */
    record FloorChanges(AccountKey account, @Nullable Long floor) implements Note {}

    /** A period begins to be kept. */
    record PeriodOpens(String period, LocalDate from, LocalDate through) implements Note {}

    /** A period takes adjustments only. */
    record PeriodCloses(String period) implements Note {}

    /**
     * A period is over.
     *
     * @param accounts how many balances stand under the root
     * @param root of the tree over all balances through the period's last day, hex
     */
    record PeriodSeals(String period, int accounts, String root) implements Note {}

    /**
     * Nothing, with the reason. It touches nothing.
     *
     * @param detail in plain words, with the figures
     * @param shortCents how much is missing, where an amount is
     * @param mayResolve whether what is missing may still be on its way
     * @param pointer where in the request the fault is, as a JSON Pointer; null where it is nowhere in particular
     */
    record Refusal(
            Problem problem,
            String detail,
            @Nullable Long shortCents,
            boolean mayResolve,
            @Nullable String pointer) implements Proposal {

        /** A refusal of the whole request. */
        public Refusal(Problem problem, String detail, @Nullable Long shortCents, boolean mayResolve) {
            this(problem, detail, shortCents, mayResolve, null);
        }

        /** A refusal that no amount would cure. */
        public static Refusal of(Problem problem, String detail) {
            return new Refusal(problem, detail, null, false);
        }

        /** A refusal of one place in the request. */
        public static Refusal at(String pointer, Problem problem, String detail) {
            return new Refusal(problem, detail, null, false, pointer);
        }
    }
}
