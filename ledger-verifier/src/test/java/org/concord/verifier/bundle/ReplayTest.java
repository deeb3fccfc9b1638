package org.concord.verifier.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.verifier.bundle.TestBook.AUTHORITY;
import static org.concord.verifier.bundle.TestBook.AVAILABLE;
import static org.concord.verifier.bundle.TestBook.DUE_FROM;
import static org.concord.verifier.bundle.TestBook.DUE_TO;
import static org.concord.verifier.bundle.TestBook.ENCUMBERED;
import static org.concord.verifier.bundle.TestBook.EXPENDED;
import static org.concord.verifier.bundle.TestBook.ORDER;
import static org.concord.verifier.bundle.TestBook.REVENUE;
import static org.concord.verifier.bundle.TestBook.bound;
import static org.concord.verifier.bundle.TestBook.credit;
import static org.concord.verifier.bundle.TestBook.debit;
import static org.concord.verifier.bundle.TestBook.facts;
import static org.concord.verifier.bundle.TestBook.opening;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.concord.verifier.bundle.BundleReport.Check;
import org.concord.verifier.bundle.BundleReport.Finding;
import org.concord.verifier.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Books that break a law, each with its tree computed anew and signed by the true keys: nothing but keeping the book
 * once more can notice.
 */
class ReplayTest {

    private static final UUID OTHER_ORDER = new UUID(0x1111L, 0x8222L);

    @TempDir
    Path folder;

    private static Arguments law(String name, String found, ToLongFunction<TestBook> wrong) {
        return Arguments.of(name, found, wrong);
    }

    /** Adds an entry at the end; it is the bad leaf. */
    private static Arguments entry(String name, String found, Json.Builder... lines) {
        return law(name, found, book -> book.entry("ALLOTMENT", "2026-10-05", lines));
    }

    private static Arguments changed(String name, String found, long leaf, Consumer<TestBook> change) {
        return law(name, found, book -> {
            change.accept(book);
            return leaf;
        });
    }

    static Stream<Arguments> brokenLaws() {
        long formula = TestBook.honest().size() - 1;
        return Stream.of(
                entry(
                        "unbalanced",
                        "debits less credits of 1 in USD/BUDGET/MD/GEN/2026",
                        debit(AUTHORITY, 3),
                        credit(AVAILABLE, 2)),
                entry(
                        "balanced over two funds, and in neither",
                        "debits less credits",
                        debit(DUE_TO, 5),
                        credit(DUE_FROM, 5)),
                entry("under the floor", "the floor of 0", debit(AVAILABLE, 63_000), credit(AUTHORITY, 63_000)),
                entry("an account that nobody opened", "AUTHORITHY", debit("AUTHORITHY", 1), credit(AVAILABLE, 1)),
                entry("an amount of zero", "a line of 0", debit(AUTHORITY, 0), credit(AVAILABLE, 0)),
                entry("a negative amount", "a line of -5", debit(AUTHORITY, -5), credit(AVAILABLE, -5)),
                law("totals beyond 2^53-1", "at most 2^53-1", book -> {
                    book.entry(
                            "A",
                            "2026-10-05",
                            debit(AUTHORITY, Json.MAX_INTEGER - 200_000),
                            credit(AVAILABLE, Json.MAX_INTEGER - 200_000));
                    return book.entry("A", "2026-10-05", debit(AUTHORITY, 200_000), credit(AVAILABLE, 200_000));
                }),
                entry(
                        "a due-to without its due-from",
                        "due from MD:GEN to COMM:OPS",
                        debit("USD/ACTUAL/MD/GEN/-/EXPENSE_DUES", 9),
                        credit(DUE_TO, 9)),
                law("an encumbrance freed beyond what it binds, while the account has more", "binds at -1", book -> {
                    book.leaf(
                            "ENTRY",
                            facts(
                                            "A",
                                            "2026-10-05",
                                            debit(AVAILABLE, 9),
                                            bound(credit(ENCUMBERED, 9), OTHER_ORDER, "goods"))
                                    .put("opens", Json.array(List.of(opening(OTHER_ORDER, "goods")))));
                    return book.entry(
                            "A",
                            "2026-10-05",
                            bound(debit(ENCUMBERED, 30_001), ORDER, "goods"),
                            credit(EXPENDED, 30_001));
                }),
                entry(
                        "a binding line without an order",
                        "without order or part",
                        debit(AVAILABLE, 1),
                        credit(ENCUMBERED, 1)),
                entry(
                        "a line on an encumbrance that nobody opened",
                        "unopened",
                        debit(AVAILABLE, 1),
                        bound(credit(ENCUMBERED, 1), OTHER_ORDER, "goods")),
                law(
                        "a second opening",
                        "second opening",
                        book -> book.leaf(
                                "ENTRY",
                                facts(
                                                "A",
                                                "2026-10-05",
                                                debit(AVAILABLE, 1),
                                                bound(credit(ENCUMBERED, 1), ORDER, "goods"))
                                        .put("opens", Json.array(List.of(opening(ORDER, "goods")))))),
                law(
                        "an opening that no line binds",
                        "a line that binds it",
                        book -> book.leaf(
                                "ENTRY",
                                facts("A", "2026-10-05", debit(AUTHORITY, 1), credit(AVAILABLE, 1))
                                        .put("opens", Json.array(List.of(opening(OTHER_ORDER, "goods")))))),
                law(
                        "an order that is no UUID",
                        "no UUID",
                        book -> book.entry(
                                "A",
                                "2026-10-05",
                                debit(AVAILABLE, 1),
                                credit(ENCUMBERED, 1).put("order", "7").put("part", "goods"))),
                law(
                        "an entry in a sealed period",
                        "all is sealed",
                        book -> book.entry("YEAR_END", "2026-09-30", debit(AUTHORITY, 1), credit(AVAILABLE, 1))),
                law(
                        "an entry before all periods, behind the seal",
                        "all is sealed",
                        book -> book.entry("A", "2020-01-01", debit(AUTHORITY, 1), credit(AVAILABLE, 1))),
                law("an ordinary entry in a closing period", "as the period is closing", book -> {
                    book.closing("2026-Q4");
                    return book.entry("ALLOTMENT", "2026-10-05", debit(AUTHORITY, 1), credit(AVAILABLE, 1));
                }),
                law("a period over another", "overlaps", book -> book.period("2026-X", "2026-12-31", "2027-01-31")),
                law("a period twice", "second period", book -> book.period("2026-Q4", "2027-01-01", "2027-03-31")),
                law(
                        "a period behind the seal",
                        "2026-07-01",
                        book -> book.period("2026-X", "2026-07-01", "2026-07-02")),
                law("a seal of a period that is not closing", "2026-Q4", book -> book.seal("2026-Q4", "2026-12-31")),
                law("a seal out of order", "before it", book -> {
                    book.period("2027-Q1", "2027-01-01", "2027-03-31");
                    book.closing("2027-Q1");
                    return book.seal("2027-Q1", "2027-03-31");
                }),
                law("a seal through another day", "2026-12-30", book -> {
                    book.closing("2026-Q4");
                    return book.seal("2026-Q4", "2026-12-30");
                }),
                law("a seal over other balances", "the seal's root", book -> {
                    book.closing("2026-Q4");
                    long seal = book.seal("2026-Q4", "2026-12-31");
                    book.change(seal, "root", Json.of("0".repeat(64)));
                    return seal;
                }),
                law("a seal over fewer balances, without its secret", "a seal over 3 balances", book -> {
                    book.closing("2026-Q4");
                    long seal = book.seal("2026-Q4", "2026-12-31");
                    book.sealSecrets.remove("2026-Q4");
                    book.change(seal, "accounts", Json.of(3));
                    return seal;
                }),
                law("a reversal of other lines", "other lines", book -> {
                    long reversal = book.reversal(11, "2026-10-05");
                    List<Json> lines = book.read(reversal).array("lines").stream()
                            .map(Json.Obj.class::cast)
                            .<Json>map(line -> TestBook.with(line, "amount", Json.of(99_999)))
                            .toList();
                    book.change(reversal, "lines", Json.array(lines));
                    return reversal;
                }),
                law(
                        "a reversal of a reversal",
                        "a reversal of 21, which is a reversal",
                        book -> book.reversal(reversalOf(book), "2026-10-05")),
                law(
                        "a second reversal",
                        "second reversal",
                        book -> book.reversal(book.read(reversalOf(book)).integer("reverses"), "2026-10-05")),
                law("a reversal that breaks a floor", "the floor of 0", book -> book.reversal(11, "2026-10-05")),
                law(
                        "a reversal of no entry",
                        "ACCOUNT_OPENED",
                        book -> book.leaf(
                                "ENTRY",
                                facts("REVERSAL", "2026-10-05", debit(AUTHORITY, 1), credit(AVAILABLE, 1))
                                        .put("reverses", 3))),
                law(
                        "a reversal of what comes later",
                        "a reversal of 900",
                        book -> book.leaf(
                                "ENTRY",
                                facts("REVERSAL", "2026-10-05", debit(AUTHORITY, 1), credit(AVAILABLE, 1))
                                        .put("reverses", 900))),
                law(
                        "a floor above what is there",
                        "at least the floor of 3000",
                        book -> book.leaf(
                                "FLOOR_CHANGED",
                                Json.object().put("account", REVENUE).put("floor", 3_000))),
                law(
                        "a floor of an unknown account",
                        "unknown",
                        book -> book.leaf("FLOOR_CHANGED", Json.object().put("account", "unknown"))),
                law("a gap in the account numbers", "the account number 10", book -> {
                    long skipped = book.account("USD/CONTROL/AGREEMENT/-/-/CEILING_USED", "DEBIT", null);
                    book.change(skipped, "no", Json.of(10));
                    return skipped;
                }),
                law("an account twice", "a second opening", book -> book.account(AVAILABLE, "CREDIT", 0L)),
                law("an account by another name", "the account \"USD/CONTROL", book -> {
                    long account = book.account("USD/CONTROL/AGREEMENT/-/-/CEILING_USED", "DEBIT", null);
                    book.change(account, "holder", Json.of("MD"));
                    return account;
                }),
                law(
                        "a second beginning",
                        "BOOK_OPENED at 0",
                        book -> book.leaf("BOOK_OPENED", Json.object().put("code", "X"))),
                law("a kind that nobody knows", "NEWS", book -> book.leaf("NEWS", Json.object())),
                law(
                        "an earlier time than before",
                        "recordedAt before",
                        book -> book.at(Instant.parse("2026-07-01T00:00:00Z"))
                                .entry("A", "2026-10-05", debit(AUTHORITY, 1), credit(AVAILABLE, 1))),
                changed("a changed result of a formula", "result {\"capitalFeeCents\"", formula, book -> {
                    Json.Arr result = (Json.Arr) book.read(formula).get("result");
                    List<Json> rows = result.items().stream()
                            .map(Json.Obj.class::cast)
                            .<Json>map(row -> row.text("member").equals("NY")
                                    ? TestBook.with(row, "sharedCents", Json.of(75_483))
                                    : row)
                            .toList();
                    book.change(formula, "result", Json.array(rows));
                }),
                changed(
                        "an unknown formula",
                        "pooled-charges/2",
                        formula,
                        book -> book.change(formula, "formulas", Json.array(List.of(Json.of("pooled-charges/2"))))),
                changed(
                        "a formula that nobody named",
                        "formulas without cost-share",
                        formula,
                        book -> book.change(formula, "formulas", Json.array(List.of(Json.of("pooled-charges/1"))))),
                changed(
                        "inputs that give no result",
                        "no result",
                        formula,
                        book -> book.change(
                                formula,
                                "inputs",
                                Json.object().put("operationsFee", "60%").build())),
                changed("another format version", "format version 2", 12, book -> book.change(12, "v", Json.of(2))),
                changed("a newer version with other members", "format version 2", 12, book -> {
                    book.change(12, "v", Json.of(2));
                    book.change(12, "lines", Json.of("elsewhere"));
                }),
                changed(
                        "another sequence number",
                        "the sequence number 7",
                        12,
                        book -> book.change(12, "seq", Json.of(7))),
                changed("another book", "a leaf of the book", 12, book -> book.change(12, "book", Json.of("other"))),
                changed("no lines", "without lines", 12, book -> book.change(12, "lines", null)),
                changed(
                        "a date in no calendar",
                        "no calendar",
                        12,
                        book -> book.change(12, "effectiveOn", Json.of("2026-02-30"))),
                changed(
                        "an instant in another spelling",
                        "another form",
                        12,
                        book -> book.change(12, "recordedAt", Json.of("2026-07-01T12:00:00.1Z"))),
                changed("bytes that are not canonical", "not canonical", 12, book -> {
                    String text = new String(book.leaves.get(12), StandardCharsets.UTF_8);
                    book.leaves.set(12, text.replace(",\"seq\"", ", \"seq\"").getBytes(StandardCharsets.UTF_8));
                }));
    }

    private static long reversalOf(TestBook book) {
        for (int i = 0; i < book.size(); i++) {
            if (book.read(i).has("reverses")) {
                return i;
            }
        }
        throw new IllegalStateException("the book has a reversal");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenLaws")
    void aBrokenLawIsNoticedAndItsLeafNamed(String name, String found, ToLongFunction<TestBook> wrong)
            throws IOException {
        TestBook book = TestBook.honest();
        long leaf = wrong.applyAsLong(book);
        BundleReport report = verify(book);
        assertThat(report.trusted()).isPresent();
        Finding first = report.findings().getFirst();
        assertThat(first.check()).as(first.toString()).isEqualTo(Check.REPLAY);
        assertThat(first.leaf()).as(first.toString()).isEqualTo(leaf);
        assertThat(first.toString()).contains(found);
        assertThat(report.findings()).hasSize(1);
        assertThat(report.counts().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(book.size());
    }

    @Test
    void aReversalOfLongAgoIsHeldAgainstItsEntry() throws IOException {
        TestBook book = TestBook.honest();
        long first = book.entry("ALLOTMENT", "2026-10-05", debit(AUTHORITY, 7), credit(AVAILABLE, 7));
        while (book.size() < 5_000) {
            book.entry("ALLOTMENT", "2026-10-06", debit(AUTHORITY, 1), credit(AVAILABLE, 1));
        }
        book.reversal(first, "2026-10-07");
        assertThat(verify(book).findings()).isEmpty();
    }

    private BundleReport verify(TestBook book) throws IOException {
        // A leaf that cannot be read is none that the writer counts, so the bundle is put together around it.
        return BundleVerifier.verify(Files.write(folder.resolve("b.zip"), Bundles.of(book)), TestBook.POLICY);
    }
}
