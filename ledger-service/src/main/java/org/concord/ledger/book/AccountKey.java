package org.concord.ledger.book;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which account of a book: unit, holder, fund, basis (by the purpose), appropriation year (budget accounts only) and
 * purpose.
 *
 * @param holder a member's USPS code, or {@link #AGREEMENT}
 * @param fund the fund's code as the member certifies it; null for goods and for the agreement's own accounts
 * @param year the fiscal year of the appropriation; budget accounts only: what is owned and owed belongs to no year
 */
public record AccountKey(
        Unit unit,
        String holder,
        @Nullable String fund,
        @Nullable Integer year,
        Purpose purpose) {

    /** The holder of what belongs to the agreement as a whole: award and ceiling. */
    public static final String AGREEMENT = "AGREEMENT";

    /** The form of a fund code; it stands in records, which hold no free text. */
    public static final String FUND_FORM = "[A-Z0-9][A-Z0-9.-]{0,23}";

    private static final Pattern HOLDER = Pattern.compile("[A-Z]{2,12}");
    private static final Pattern FUND = Pattern.compile(FUND_FORM);

    public AccountKey {
        if (!HOLDER.matcher(holder).matches()) {
            throw new IllegalArgumentException("not a holder: " + holder);
        }
        if (fund != null && !FUND.matcher(fund).matches()) {
            throw new IllegalArgumentException("not a fund code: " + fund);
        }
        boolean budget = purpose.basis() == Basis.BUDGET;
        if (budget != (year != null) || (budget && fund == null)) {
            throw new IllegalArgumentException("a budget account, and no other, has a fund and a year: " + purpose);
        }
        if (unit.isGoods() != (purpose.basis() == Basis.GOODS)) {
            throw new IllegalArgumentException(purpose + " does not count " + unit.code());
        }
    }

    /** A budget account in cents. */
    public static AccountKey budget(String holder, String fund, int year, Purpose purpose) {
        return new AccountKey(Unit.CENTS, holder, fund, year, purpose);
    }

    /** An account in doses. */
    public static AccountKey goods(Unit item, String holder, Purpose purpose) {
        return new AccountKey(item, holder, null, null, purpose);
    }

    /** A memorandum account of the agreement, in cents. */
    public static AccountKey control(Purpose purpose) {
        return new AccountKey(Unit.CENTS, AGREEMENT, null, null, purpose);
    }

    /** The account's name in records, stable for ever: {@code USD/BUDGET/MD/GEN/2026/AVAILABLE}. */
    public String code() {
        return String.join(
                "/",
                unit.code(),
                purpose.basis().name(),
                holder,
                fund == null ? "-" : fund,
                year == null ? "-" : year.toString(),
                purpose.name());
    }

    /** Within such a group an entry balances: value crosses it only by a due-to/due-from pair. */
    record Group(
            Unit unit,
            Basis basis,
            String holder,
            @Nullable String fund,
            @Nullable Integer year) {}

    Group group() {
        return new Group(unit, purpose.basis(), holder, fund, year);
    }
}
