package org.concord.ledger.transparency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.Basis;
import org.concord.ledger.book.Purpose;
import org.concord.ledger.reading.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which entries; null means any. An entry is shown with all its lines when one of its lines meets all conditions on lines.
 *
 * @param effectiveFrom by the legal date of the business, ends included
 * @param recordedFrom by the instant of recording, ends included
 * @param fromSeq by sequence, ends included
 */
record EntryFilter(
        @Nullable String rule,
        Accounts accounts,
        Lines lines,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveThrough,
        @Nullable Instant recordedFrom,
        @Nullable Instant recordedThrough,
        @Nullable Long fromSeq,
        @Nullable Long throughSeq,
        boolean newestFirst) {

    private static final Set<String> NAMES = Set.of(
            "rule",
            "account",
            "holder",
            "fund",
            "basis",
            "purpose",
            "year",
            "orderId",
            "awardId",
            "counterparty",
            "document",
            "minAmount",
            "maxAmount",
            "effectiveFrom",
            "effectiveThrough",
            "recordedFrom",
            "recordedThrough",
            "fromSeq",
            "throughSeq",
            "order");

    /** 2^53−1, the most that an amount can be. */
    private static final long MOST = (1L << 53) - 1;

    private enum Order {
        asc,
        desc
    }

    /** Conditions on a line's account. */
    record Accounts(
            @Nullable String code,
            @Nullable String holder,
            @Nullable String fund,
            @Nullable Basis basis,
            @Nullable Purpose purpose,
            @Nullable Long year) {

        static final Set<String> NAMES = Set.of("account", "holder", "fund", "basis", "purpose", "year");

        static Accounts of(Query query) {
            return new Accounts(
                    query.read(
                            "account",
                            "an account's code, such as USD/ACTUAL/COMM/OPS/-/CASH",
                            text -> AccountKey.of(text).code()),
                    query.text("holder"),
                    query.text("fund"),
                    query.one("basis", Basis.class),
                    query.one("purpose", Purpose.class),
                    query.number("year", 1900, 2999));
        }

        boolean any() {
            return code == null && holder == null && fund == null && basis == null && purpose == null && year == null;
        }
    }

    /** Conditions on a line itself. */
    record Lines(
            @Nullable UUID order,
            @Nullable UUID award,
            @Nullable String counterparty,
            @Nullable String document,
            @Nullable Long minAmount,
            @Nullable Long maxAmount) {

        boolean any() {
            return order == null
                    && award == null
                    && counterparty == null
                    && document == null
                    && minAmount == null
                    && maxAmount == null;
        }
    }

    /** The parameters that a question about entries may have. */
    static Query query(Map<String, List<String>> parameters) {
        return new Query(parameters, NAMES);
    }

    /** Reads the filter; faults are the query's. */
    static EntryFilter of(Query query) {
        EntryFilter filter = new EntryFilter(
                query.text("rule"),
                Accounts.of(query),
                new Lines(
                        query.uuid("orderId"),
                        query.uuid("awardId"),
                        query.text("counterparty"),
                        query.text("document"),
                        query.number("minAmount", 1, MOST),
                        query.number("maxAmount", 1, MOST)),
                query.date("effectiveFrom"),
                query.date("effectiveThrough"),
                query.instant("recordedFrom"),
                query.instant("recordedThrough"),
                query.number("fromSeq", 0, Long.MAX_VALUE),
                query.number("throughSeq", 0, Long.MAX_VALUE),
                query.one("order", Order.class) == Order.desc);
        query.ordered("effectiveFrom", filter.effectiveFrom, "effectiveThrough", filter.effectiveThrough);
        query.ordered("recordedFrom", filter.recordedFrom, "recordedThrough", filter.recordedThrough);
        query.ordered("fromSeq", filter.fromSeq, "throughSeq", filter.throughSeq);
        query.ordered("minAmount", filter.lines.minAmount, "maxAmount", filter.lines.maxAmount);
        return filter;
    }
}
