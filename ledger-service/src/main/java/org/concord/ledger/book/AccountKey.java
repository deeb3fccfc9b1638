package org.concord.ledger.book;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which account of a book: unit, holder, fund, basis (by the purpose), appropriation year (budget accounts only),
 * purpose, and who is across where the purpose is kept partner by partner.
 *
 * @param holder a member's USPS code, {@link #COMMISSION}, or {@link #AGREEMENT}
 * @param fund the fund's code as the member certifies it; null for goods and for the agreement's own accounts
 * @param year the fiscal year of the appropriation; budget accounts only: what is owned and owed belongs to no year
 * @param counterparty a fund of this book ({@code COMM:CAP}) or a supplier's code; where {@link Purpose#partner()}
 *     asks for one, and nowhere else
 */
public record AccountKey(
        Unit unit,
        String holder,
        @Nullable String fund,
        @Nullable Integer year,
        Purpose purpose,
        @Nullable String counterparty) {

    /** The holder of what belongs to the agreement as a whole: award and ceiling. */
    public static final String AGREEMENT = "AGREEMENT";

    /**
     * The holder of the commission's funds; where the instrument makes no legal person they are the lead state's
     * special funds, by its own law.
     */
    public static final String COMMISSION = "COMM";

    /** The commission's fund of operations. */
    public static final String OPERATIONS = "OPS";

    /** The commission's revolving capital. */
    public static final String CAPITAL = "CAP";

    /** Money that the commission holds for others: a custodial fund. */
    public static final String CLEARING = "CLR";

    /** The form of a fund code; it stands in records, which hold no free text. */
    public static final String FUND_FORM = "[A-Z0-9][A-Z0-9.-]{0,23}";

    private static final int LONGEST_HOLDER = 12;
    private static final int LONGEST_FUND = 24;
    private static final int LONGEST_SUPPLIER = 32;

    public AccountKey {
        if (!isHolder(holder)) {
            throw new IllegalArgumentException("not a holder: " + holder);
        }
        if (fund != null && !isFund(fund)) {
            throw new IllegalArgumentException("not a fund code: " + fund);
        }
        boolean budget = purpose.basis() == Basis.BUDGET;
        if (budget != (year != null) || (budget && fund == null)) {
            throw new IllegalArgumentException("a budget account, and no other, has a fund and a year: " + purpose);
        }
        if (purpose.basis() == Basis.ACTUAL && fund == null) {
            throw new IllegalArgumentException("what is owned and owed belongs to a fund: " + purpose);
        }
        if (unit.isGoods() != (purpose.basis() == Basis.GOODS)) {
            throw new IllegalArgumentException(purpose + " does not count " + unit.code());
        }
        if (!isAcross(purpose.partner(), counterparty)) {
            throw new IllegalArgumentException(purpose + " is not kept for the counterparty " + counterparty);
        }
        if (counterparty != null && counterparty.equals(holder + ":" + fund)) {
            throw new IllegalArgumentException("a fund stands not across from itself: " + counterparty);
        }
    }

    /** Mixed: funds are numbered, and what differs in a digit must not meet in one bucket. */
    @Override
    public int hashCode() {
        int hash = holder.hashCode();
        hash = 31 * hash + Objects.hashCode(fund);
        hash = 31 * hash + Objects.hashCode(year);
        hash = 31 * hash + Objects.hashCode(counterparty);
        hash = 31 * hash + unit.hashCode();
        hash = (31 * hash + purpose.hashCode()) * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    private static boolean isAcross(Purpose.Partner partner, @Nullable String counterparty) {
        if (partner == Purpose.Partner.NONE || counterparty == null) {
            return partner == Purpose.Partner.NONE && counterparty == null;
        }
        boolean fund = isFundAcross(counterparty);
        return switch (partner) {
            case NONE -> false;
            case FUND -> fund;
            case SUPPLIER -> isSupplier(counterparty);
            case FUND_OR_SUPPLIER -> fund || isSupplier(counterparty);
        };
    }

    // By hand, as a key is made for every line of every entry and a pattern takes longer than the posting.

    /** {@code [A-Z]{2,12}}. */
    private static boolean isHolder(String text) {
        if (text.length() < 2 || text.length() > LONGEST_HOLDER) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isLetter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** {@link #FUND_FORM}. */
    private static boolean isFund(String text) {
        return isCode(text, LONGEST_FUND, true) && isLetterOrDigit(text.charAt(0));
    }

    /** A letter, then letters, digits and hyphens. */
    private static boolean isSupplier(String text) {
        return isCode(text, LONGEST_SUPPLIER, false) && isLetter(text.charAt(0));
    }

    /** {@code MD:GEN}. */
    private static boolean isFundAcross(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && isHolder(text.substring(0, colon)) && isFund(text.substring(colon + 1));
    }

    private static boolean isCode(String text, int longest, boolean points) {
        if (text.isEmpty() || text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && c != '-' && !(points && c == '.')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    /** An account that is not kept partner by partner. */
    public AccountKey(Unit unit, String holder, @Nullable String fund, @Nullable Integer year, Purpose purpose) {
        this(unit, holder, fund, year, purpose, null);
    }

    /** A budget account in cents. */
    public static AccountKey budget(String holder, String fund, int year, Purpose purpose) {
        return new AccountKey(Unit.CENTS, holder, fund, year, purpose);
    }

    /** An account of what a fund owns and owes, in cents. */
    public static AccountKey actual(String holder, String fund, Purpose purpose, @Nullable String counterparty) {
        return new AccountKey(Unit.CENTS, holder, fund, null, purpose, counterparty);
    }

    /** An account in doses. */
    public static AccountKey goods(Unit item, String holder, Purpose purpose) {
        return new AccountKey(item, holder, null, null, purpose);
    }

    /** A memorandum account of the agreement, in cents. */
    public static AccountKey control(Purpose purpose) {
        return new AccountKey(Unit.CENTS, AGREEMENT, null, null, purpose);
    }

    /** A memorandum account of one of the commission's funds, in cents. */
    public static AccountKey control(String fund, Purpose purpose, @Nullable String counterparty) {
        return new AccountKey(Unit.CENTS, COMMISSION, fund, null, purpose, counterparty);
    }

    /** A fund as the account across names it: {@code MD:GEN}. */
    public static String across(String holder, String fund) {
        return holder + ":" + fund;
    }

    /**
     * The account of that code.
     *
     * @throws IllegalArgumentException when no account can have it
     */
    public static AccountKey of(String code) {
        String[] parts = code.split("/", 8);
        if (parts.length < 6 || parts.length > 7) {
            throw new IllegalArgumentException("no account is called " + code);
        }
        AccountKey key = new AccountKey(
                new Unit(parts[0]),
                parts[2],
                parts[3].equals("-") ? null : parts[3],
                parts[4].equals("-") ? null : Integer.valueOf(parts[4]),
                Purpose.valueOf(parts[5]),
                parts.length == 7 ? parts[6] : null);
        if (!key.code().equals(code)) {
            throw new IllegalArgumentException("no account is called " + code);
        }
        return key;
    }

    /** The account of that code; empty when no account can have it. */
    static Optional<AccountKey> read(String code) {
        try {
            return Optional.of(of(code));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /**
     * The account's name in records, stable for ever: {@code USD/BUDGET/MD/GEN/2026/AVAILABLE}, or, kept partner by
     * partner, {@code USD/ACTUAL/MD/GEN/-/DUE_TO/COMM:CAP}.
     */
    public String code() {
        String code = String.join(
                "/",
                unit.code(),
                purpose.basis().name(),
                holder,
                fund == null ? "-" : fund,
                year == null ? "-" : year.toString(),
                purpose.name());
        return counterparty == null ? code : code + "/" + counterparty;
    }

    /**
     * Whether an entry balances over this account and that one together: same unit, basis, holder, fund and year.
     * Value crosses from one such group to another only by a due-to/due-from pair.
     */
    boolean balancesWith(AccountKey other) {
        return purpose.basis() == other.purpose.basis()
                && holder.equals(other.holder)
                && unit.equals(other.unit)
                && Objects.equals(fund, other.fund)
                && Objects.equals(year, other.year);
    }

    /** The group that an entry balances in, as people read it. */
    String group() {
        return unit.code() + " " + purpose.basis() + " of " + holder + (fund == null ? "" : "/" + fund)
                + (year == null ? "" : ", year " + year);
    }
}
