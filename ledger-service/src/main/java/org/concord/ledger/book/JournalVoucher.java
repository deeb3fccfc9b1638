package org.concord.ledger.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.concord.ledger.book.Proposal.Refusal;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the commission's or a member's own bookkeeping, line by line, on accounts that are open already.
 *
 * <p>Refused: an account that is not open; a budget account, which moves by its own documents only; an amount out of
 * range; more than 200 lines; and what {@link BookState#apply} refuses of any entry, such as lines that do not balance
 * in each unit.
 *
 * @param key under the rule {@link #RULE}
 * @param document the outside document's code
 */
public record JournalVoucher(
        CommandKey key,
        LocalDate effectiveOn,
        List<VoucherLine> lines,
        @Nullable String document) implements Command {

    /** The rule of every voucher. */
    public static final String RULE = "JOURNAL";

    /**
     * One line as it is asked for.
     *
     * @param account the account's code
     * @param amount cents or doses, by the account's unit
     */
    public record VoucherLine(String account, Side side, long amount) {}

    public JournalVoucher {
        if (!key.rule().equals(RULE)) {
            throw new IllegalArgumentException("a voucher is posted under the rule " + RULE + ", not " + key.rule());
        }
        lines = List.copyOf(lines);
    }

    @Override
    public Json content() {
        Json.Builder content = Json.object()
                .put("effectiveOn", effectiveOn.toString())
                .put(
                        "lines",
                        Json.array(lines.stream()
                                .map(line -> Json.array(List.of(
                                        Json.of(line.account()),
                                        Json.of(line.side().name()),
                                        // As text: an amount may be asked that no record can hold.
                                        Json.of(Long.toString(line.amount())))))
                                .toList()));
        return (document == null ? content : content.put("document", document)).build();
    }

    @Override
    public Proposal propose(Holdings book) {
        if (lines.size() > BookState.MOST_LINES) {
            return Refusal.at(
                    "/lines",
                    PostingProblem.TOO_MANY_LINES,
                    "An entry has at most " + BookState.MOST_LINES + " lines, not " + lines.size() + ".");
        }
        List<Line> posted = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            VoucherLine asked = lines.get(i);
            String at = "/lines/" + i;
            if (!EntryLaws.inRange(asked.amount())) {
                return Refusal.at(
                        at + "/amount",
                        PostingProblem.AMOUNT_OUT_OF_RANGE,
                        "A line's amount is 1 to 2^53-1, not " + asked.amount() + ".");
            }
            Account account = book.named(asked.account());
            if (account == null ? isBudget(asked.account()) : isBudget(account.key())) {
                return Refusal.at(
                        at + "/account",
                        PostingProblem.ACCOUNT_NOT_FOR_VOUCHERS,
                        asked.account() + " is a budget account; it moves by its own documents only.");
            }
            if (account == null) {
                return Refusal.at(
                        at + "/account",
                        PostingProblem.ACCOUNT_UNKNOWN,
                        "No account " + asked.account() + " is open in this book.");
            }
            posted.add(new Line(account.key(), asked.side(), asked.amount(), null, null, null, null, null, document));
        }
        return new Proposal.Draft(effectiveOn, posted, List.of());
    }

    private static boolean isBudget(String code) {
        return AccountKey.read(code).filter(JournalVoucher::isBudget).isPresent();
    }

    private static boolean isBudget(AccountKey key) {
        return key.purpose().basis() == Basis.BUDGET;
    }
}
