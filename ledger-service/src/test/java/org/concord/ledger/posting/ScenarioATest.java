package org.concord.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.ledger.posting.Facts.FUND;
import static org.concord.ledger.posting.Facts.ON;
import static org.concord.ledger.posting.Facts.YEAR;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.Basis;
import org.concord.ledger.book.BookState;
import org.concord.ledger.book.Command;
import org.concord.ledger.book.Entry;
import org.concord.ledger.book.Line;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.Purpose;
import org.concord.ledger.book.Unit;
import org.concord.ledger.posting.PaymentEvent.Paid;
import org.concord.ledger.posting.ReceiptEvent.Decided;
import org.concord.ledger.posting.ReceiptEvent.Received;
import org.concord.ledger.posting.SettlementEvent.Fund;
import org.concord.ledger.posting.SettlementEvent.Gross;
import org.junit.jupiter.api.Test;

/**
 * Scenario A worked by hand, every line of it (the table is a resource): the business events come to the same lines,
 * and the laws of the book hold after every entry.
 */
class ScenarioATest {

    private static final UUID MD = new UUID(9, 1);
    private static final UUID HI = new UUID(9, 2);
    private static final UUID DUES = new UUID(9, 3);
    private static final UUID TRANSFER = new UUID(9, 4);
    private static final Unit MMR = Unit.doses("03");
    private static final Fund CAP = new Fund("COMM", "CAP");

    private record Row(int entry, String line) {}

    private static final List<Row> TABLE = table();

    private static List<Row> table() {
        try (InputStream csv = ScenarioATest.class.getResourceAsStream("scenario-a.csv")) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(row -> row.split(",", -1))
                    .map(row -> new Row(
                            Integer.parseInt(row[0]),
                            String.join(" ", List.of(row).subList(3, row.length))
                                    .replaceAll(" +", " ")))
                    .toList();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String written(Line line) {
        AccountKey key = line.account();
        Part part = key.purpose().basis() == Basis.BUDGET ? line.part() : null;
        String across = part != null && part != Part.REQUISITION ? part.code() : "";
        if (key.counterparty() != null) {
            across = key.counterparty().replace(':', '/');
        }
        return String.join(
                        " ",
                        key.holder() + (key.fund() == null ? "" : "/" + key.fund()),
                        key.purpose().basis().name(),
                        key.year() == null ? "" : key.year().toString(),
                        key.purpose().name(),
                        across,
                        key.unit().isGoods() ? "doses" : "cents",
                        line.side().name(),
                        Long.toString(line.amount()))
                .replaceAll(" +", " ");
    }

    private final List<Integer> seen = new ArrayList<>();

    /** A book, or a copy of one, with its own fold beside it. */
    private final class Ledger {
        final Facts.Desk desk;
        final LawsOfTheBook laws;

        Ledger(Facts.Desk desk, LawsOfTheBook laws) {
            this.desk = desk;
            this.laws = laws;
        }

        Entry post(Command command) {
            Entry entry = desk.post(command);
            laws.take(entry);
            return entry;
        }

        /** Posts what the table has under that number. */
        Entry post(int number, Command command) {
            if (command instanceof Worked.ByFormula byFormula) {
                desk.post(new Worked(byFormula));
            }
            Entry entry = post(command);
            List<String> expected = TABLE.stream()
                    .filter(row -> row.entry() == number)
                    .map(Row::line)
                    .toList();
            assertThat(entry.lines().stream().map(ScenarioATest::written).toList())
                    .as("entry %d, %s", number, entry.key().rule())
                    .containsExactlyInAnyOrderElementsOf(expected);
            seen.add(number);
            return entry;
        }

        Ledger copy() {
            return new Ledger(desk.on(desk.book.tentative()), laws.copy());
        }
    }

    private static Paid payment(String id, String member, long toCapital, long toOperations, long goods) {
        return new Paid(id, member, FUND, YEAR, toCapital, toOperations, goods, "PAY-" + id, ON);
    }

    @Test
    void theWholeLifeOfScenarioAComesToTheWorkedLines() {
        Facts.Desk desk = new Facts.Desk();
        Ledger book = new Ledger(desk, new LawsOfTheBook());
        desk.post(desk.run);

        book.post(1, new CapitalEvent.Subscribed("SEED", 900_000_000, null, ON));
        book.post(2, new BusinessEvent.Awarded(desk.award, MMR, 542_470, 1_215_132_800, ON));
        book.post(3, new BusinessEvent.AppropriationCertified("MD", FUND, YEAR, 80_000_000, "APPR", ON));
        book.post(4, new BusinessEvent.AllotmentMade("MD", FUND, YEAR, 80_000_000, "ALLOT", ON));
        book.post(5, new BusinessEvent.Allocated(desk.award, MMR, "MD", 24_710, ON));
        book.post(6, desk.requisition(MD, "MD", 24_710));
        book.post(7, desk.order(MD, "MD", 24_710));
        changes(book);
        firstShipment(book);
        yearEndWithLapse(book.copy());
        yearEndWithContinuation(book.copy());
        secondShipment(book);
        dues(book);
        hawaii(book);
        interestTransferAndSettlement(book);

        book.laws.reconciliation();
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        TABLE.stream().map(Row::entry).distinct().toList());
        theBookHoldsWhatItsLinesSay(desk.book, book.laws);
    }

    private static void theBookHoldsWhatItsLinesSay(BookState book, LawsOfTheBook laws) {
        for (Purpose purpose : List.of(Purpose.EXPENDED_PAID, Purpose.ENCUMBERED, Purpose.AVAILABLE)) {
            AccountKey key = AccountKey.budget("MD", FUND, YEAR, purpose);
            assertThat(book.account(key).orElseThrow().net()).isEqualTo(laws.net(key));
        }
    }

    private void changes(Ledger book) {
        var share = book.desk.share("MD");
        book.post(8, new OrderEvent.Changed("C-1", MD, share, -100, null, ON));
        book.post(9, new OrderEvent.Changed("C-2", MD, share, 100, null, ON));
        Ledger cancelled = book.copy();
        cancelled.post(10, new OrderEvent.Cancelled("C-3", MD, share, 24_710, null, ON));
        assertThat(cancelled
                        .desk
                        .book
                        .encumbrance(MD, Part.SHARED)
                        .orElseThrow()
                        .remaining())
                .isEqualTo(1_058_875);
    }

    private void firstShipment(Ledger book) {
        var share = book.desk.share("MD");
        book.post(11, new Received("R-1", Decided.ACCEPTED, MD, share, 14_820, null, ON));
        book.post(12, new BillEvent.Invoiced("I-1", MD, share, 14_820, "ALPHA-1", ON));
        book.post(13, new BillEvent.Billed("B-1", MD, share, 14_820, 0, "BILL-1", ON));
        book.post(14, new PaymentEvent.Advanced("A-1", "MD", FUND, "ALPHA", 33_196_800, null, ON));
        book.post(15, payment("P-1", "MD", 33_329_587, 1_258_056, 33_196_800));
        book.laws.reconciliation();
    }

    private void secondShipment(Ledger book) {
        var share = book.desk.share("MD");
        book.post(16, new Received("R-2", Decided.ACCEPTED, MD, share, 9_890, null, ON));
        book.post(17, new BillEvent.Invoiced("I-2", MD, share, 9_890, "ALPHA-2", ON));
        book.post(18, new BillEvent.Billed("B-2", MD, share, 9_890, 0, "BILL-2", ON));
        book.post(19, new PaymentEvent.Advanced("A-2", "MD", FUND, "ALPHA", 22_153_600, null, ON));
        book.post(20, new ReceiptEvent.Issued("S-1", "MD", FUND, MMR, 1_000, 2_240_000, null, ON));
        book.laws.reconciliation();
    }

    private void dues(Ledger book) {
        book.post(21, new DuesEvent.Assessed(DUES, "MD", FUND, 2_500_000, null, ON));
        book.post(22, new DuesEvent.Accepted(DUES, "MD", FUND, YEAR, 2_500_000, "CERT-1", ON));
        book.post(23, new DuesEvent.Begun(DUES, null, ON));
        book.post(24, payment("P-2", "MD", 0, 2_500_000, 0));
        book.laws.reconciliation();
    }

    private void hawaii(Ledger book) {
        var share = book.desk.share("HI");
        book.post(new BusinessEvent.AppropriationCertified("HI", FUND, YEAR, 17_000_000, "APPR", ON));
        book.post(new BusinessEvent.AllotmentMade("HI", FUND, YEAR, 17_000_000, "ALLOT", ON));
        book.post(new BusinessEvent.Allocated(book.desk.award, MMR, "HI", 6_410, ON));
        book.post(book.desk.requisition(HI, "HI", 6_410));
        book.post(book.desk.order(HI, "HI", 6_410));
        book.post(25, new Received("R-3", Decided.ACCEPTED, HI, share, 3_840, null, ON));
        book.post(26, new BillEvent.Invoiced("I-3", HI, share, 3_840, "ALPHA-3", ON));
        book.post(27, new BillEvent.Billed("B-3", HI, share, 3_840, 0, "BILL-3", ON));
        book.post(28, new PaymentEvent.Advanced("A-3", "HI", FUND, "ALPHA", 8_601_600, null, ON));
        book.post(29, payment("P-3", "HI", 8_636_006, 313_437, 8_601_600));
        book.post(30, new Received("R-4", Decided.ACCEPTED, HI, share, 2_450, null, ON));
        book.post(31, new Received("R-5", Decided.QUARANTINED, HI, share, 120, null, ON));
        book.post(32, new Received("R-6", Decided.QUARANTINE_REJECTED, HI, share, 120, null, ON));
        book.post(33, new BillEvent.Invoiced("I-4", HI, share, 2_570, "ALPHA-4", ON));
        book.post(34, new BillEvent.Billed("B-4", HI, share, 2_570, 120, "BILL-4", ON));
        book.post(35, new BillEvent.Credited("M-1", HI, share, 120, false, false, "MEMO-1", ON));
        book.post(36, new PaymentEvent.Advanced("A-4", "HI", FUND, "ALPHA", 5_488_000, null, ON));
        book.post(37, payment("P-4", "HI", 5_509_953, 32_927, 5_488_000));
        book.laws.reconciliation();
        assertThat(book.laws.net(AccountKey.budget("HI", FUND, YEAR, Purpose.ENCUMBERED)))
                .isZero();
    }

    private void interestTransferAndSettlement(Ledger book) {
        book.post(new BusinessEvent.AppropriationCertified("NJ", FUND, YEAR, 102_000_000, "APPR", ON));
        book.post(new BusinessEvent.AllotmentMade("NJ", FUND, YEAR, 102_000_000, "ALLOT", ON));
        book.post(new BusinessEvent.AppropriationCertified("DE", FUND, YEAR, 12_000_000, "APPR", ON));
        book.post(new BusinessEvent.AllotmentMade("DE", FUND, YEAR, 12_000_000, "ALLOT", ON));
        book.post(38, new PaymentEvent.InterestCharged("L-1", "NJ", FUND, YEAR, null, 312_319, null, ON));
        book.post(39, new TransferEvent.Accepted(TRANSFER, "DE", FUND, YEAR, "MD", FUND, 448_000, null, ON));
        book.post(40, new TransferEvent.Shipped(TRANSFER, "MD", FUND, MMR, 200, null, ON));
        book.post(41, new TransferEvent.Received(TRANSFER, "MD", FUND, MMR, 200, null, ON));
        Fund maryland = new Fund("MD", FUND);
        Fund delaware = new Fund("DE", FUND);
        book.post(
                42,
                new SettlementEvent.Netted(
                        "N-1",
                        List.of(
                                new SettlementEvent.Obligation(maryland, CAP, 22_242_215),
                                new SettlementEvent.Obligation(delaware, maryland, 448_000)),
                        null,
                        ON));
        book.post(
                43,
                new SettlementEvent.PaidIn(
                        "N-1/MD", "MD", FUND, 21_794_215, List.of(new Gross(YEAR, 22_242_215, 448_000)), null, ON));
        book.post(
                44,
                new SettlementEvent.PaidIn(
                        "N-1/DE", "DE", FUND, 448_000, List.of(new Gross(YEAR, 448_000, 0)), null, ON));
        book.post(
                45,
                new SettlementEvent.PaidToCapital(
                        "N-1/CAP", 22_242_215, List.of(new SettlementEvent.Repaid(maryland, 22_153_600)), null, ON));
        book.post(46, payment("P-5", "MD", 0, 132_921, 0));
    }

    private void yearEndWithLapse(Ledger copy) {
        copy.post(47, new YearEndEvent.UnencumberedLapsed("MD", FUND, YEAR, null, ON));
        Entry lapse = copy.post(48, new YearEndEvent.EncumbranceLapsed(MD, YEAR, null, ON));
        copy.post(49, new BusinessEvent.AppropriationCertified("MD", FUND, YEAR + 1, 30_000_000, "APPR", ON));
        copy.post(50, new BusinessEvent.AllotmentMade("MD", FUND, YEAR + 1, 30_000_000, "ALLOT", ON));
        copy.post(51, new YearEndEvent.Reencumbered(MD, lapse.seq(), YEAR + 1, null, ON));
        copy.post(52, new YearEndEvent.BudgetClosed("MD", FUND, YEAR, null, ON));
        copy.post(53, new YearEndEvent.OperationsClosed("MD", FUND, null, ON));

        Entry receipt = copy.post(new Received("R-9", Decided.ACCEPTED, MD, copy.desk.share("MD"), 9_890, null, ON));
        assertThat(receipt.lines().stream().map(ScenarioATest::written))
                .contains("MD/GEN BUDGET 2027 ENCUMBERED goods cents DEBIT 22153600");
    }

    private void yearEndWithContinuation(Ledger copy) {
        copy.post(54, new YearEndEvent.UnencumberedLapsed("MD", FUND, YEAR, null, ON));
        copy.post(55, new YearEndEvent.EncumbranceContinued(MD, YEAR, null, ON));
        copy.post(56, new YearEndEvent.BudgetClosed("MD", FUND, YEAR, null, ON));
        copy.post(57, new YearEndEvent.OperationsClosed("MD", FUND, null, ON));

        var share = copy.desk.share("MD");
        assertThat(copy.post(new Received("R-9", Decided.ACCEPTED, MD, share, 9_880, null, ON)).lines().stream()
                        .map(ScenarioATest::written))
                .contains("MD/GEN BUDGET 2026 ENCUMBERED_CONTINUING goods cents DEBIT 22131200");
        assertThat(copy.post(new OrderEvent.Cancelled("C-9", MD, share, 10, null, ON)).lines().stream()
                        .map(ScenarioATest::written))
                .contains(
                        "MD/GEN BUDGET 2026 ENCUMBERED_CONTINUING goods cents DEBIT 22400",
                        "MD/GEN BUDGET 2026 LAPSED cents CREDIT 22624");
        copy.post(new YearEndEvent.EncumbranceLapsed(MD, YEAR, null, ON));
        assertThat(copy.laws.net(AccountKey.budget("MD", FUND, YEAR, Purpose.ENCUMBERED_CONTINUING)))
                .isZero();
    }
}
