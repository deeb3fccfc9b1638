package org.concord.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.ledger.posting.Facts.FUND;
import static org.concord.ledger.posting.Facts.ON;
import static org.concord.ledger.posting.Facts.YEAR;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.Decision;
import org.concord.ledger.book.Entry;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.PostingProblem;
import org.concord.ledger.book.Purpose;
import org.concord.ledger.book.Unit;
import org.concord.ledger.charge.MemberShare;
import org.concord.ledger.posting.ReceiptEvent.Decided;
import org.concord.ledger.posting.ReceiptEvent.Received;
import org.concord.ledger.posting.SettlementEvent.Fund;
import org.concord.ledger.posting.SettlementEvent.Gross;
import org.concord.ledger.posting.SettlementEvent.Obligation;
import org.junit.jupiter.api.Test;

/** The posting rules that scenario A does not come to, and what the events refuse. */
class VariantsTest {

    private static final UUID ORDER = new UUID(9, 1);
    private static final UUID TRANSFER = new UUID(9, 4);
    private static final Unit MMR = Unit.doses("03");
    private static final Fund MARYLAND = new Fund("MD", FUND);
    private static final Fund DELAWARE = new Fund("DE", FUND);

    private final CheckedBook book = new CheckedBook().ordered(ORDER, "MD", 24_710);
    private final MemberShare share = book.desk.share("MD");

    private Received received(String id, Decided decided, long doses) {
        return new Received(id, decided, ORDER, share, doses, null, ON);
    }

    private BillEvent.Billed billed(String id, long doses, long rejected) {
        return new BillEvent.Billed(id, ORDER, share, doses, rejected, null, ON);
    }

    private PaymentEvent.Paid paid(String id, long toCapital, long toOperations, long goods) {
        return new PaymentEvent.Paid(id, "MD", FUND, YEAR, toCapital, toOperations, goods, null, ON);
    }

    private long budget(Purpose purpose) {
        return book.laws.net(AccountKey.budget("MD", FUND, YEAR, purpose));
    }

    // ---- Authority and share --------------------------------------------------------------------------------------

    @Test
    void anAllotmentIsReducedAsFarAsItIsFree() {
        assertThat(book.lines(new BusinessEvent.AllotmentReduced("MD", FUND, YEAR, 23_037_221, "CUT-1", ON)))
                .containsExactly("MD/GEN AVAILABLE DEBIT 23037221", "MD/GEN UNALLOTTED CREDIT 23037221");
        assertThat(book.refusal(new BusinessEvent.AllotmentReduced("MD", FUND, YEAR, 1, "CUT-2", ON))
                        .problem())
                .isEqualTo(PostingProblem.APPROPRIATION_INSUFFICIENT);
        assertThat(book.lines(new BusinessEvent.AppropriationReduced("MD", FUND, YEAR, 23_037_221, "CUT-3", ON)))
                .containsExactly("MD/GEN UNALLOTTED DEBIT 23037221", "MD/GEN AUTHORITY CREDIT 23037221");
    }

    @Test
    void aDeclinedAllocationGoesBackToTheAward() {
        book.post(new BusinessEvent.Allocated(book.desk.award, MMR, "DE", 4_460, ON));

        assertThat(book.lines(new BusinessEvent.AllocationDeclined("D-1", book.desk.award, MMR, "DE", 4_000, ON)))
                .containsExactly(
                        "AGREEMENT AWARD_AVAILABLE DEBIT 4000",
                        "AGREEMENT ALLOCATED_OUT CREDIT 4000",
                        "DE SHARE_CONTROL DEBIT 4000",
                        "DE ALLOCATED CREDIT 4000");
        assertThat(book.refusal(new BusinessEvent.AllocationDeclined("D-2", book.desk.award, MMR, "DE", 461, ON))
                        .problem())
                .isEqualTo(PostingProblem.SHARE_EXCEEDED);
    }

    // ---- Receipts -------------------------------------------------------------------------------------------------

    @Test
    void clearedFromQuarantineIsAsAccepted() {
        assertThat(book.lines(received("R-1", Decided.QUARANTINED, 100)))
                .containsExactly("MD QUARANTINED DEBIT 100", "MD ON_ORDER CREDIT 100");
        assertThat(book.lines(received("R-2", Decided.QUARANTINE_CLEARED, 60)))
                .containsExactly(
                        "MD/GEN ENCUMBERED (goods) DEBIT 134400",
                        "MD/GEN EXPENDED_UNPAID CREDIT 134400",
                        "MD/GEN INVENTORY DEBIT 134400",
                        "MD/GEN RECEIVED_NOT_BILLED CREDIT 134400",
                        "MD ON_HAND DEBIT 60",
                        "MD QUARANTINED CREDIT 60");
        assertThat(book.refusal(received("R-3", Decided.QUARANTINE_CLEARED, 41)).problem())
                .isEqualTo(PostingProblem.FLOOR_BROKEN);
        book.laws.reconciliation();
    }

    @Test
    void whatIsRefusedAtTheDockCostsNothingAndMayBePromisedAgain() {
        assertThat(book.lines(received("R-1", Decided.REJECTED, 10)))
                .containsExactly("MD REJECTED DEBIT 10", "MD ON_ORDER CREDIT 10");
        assertThat(book.lines(received("R-2", Decided.REPLACEMENT_PROMISED, 10)))
                .containsExactly("MD ON_ORDER DEBIT 10", "MD REJECTED CREDIT 10");
        book.post(received("R-3", Decided.ACCEPTED, 24_710));
        assertThat(book.desk.book.encumbrance(ORDER, Part.GOODS).orElseThrow().remaining())
                .isZero();
    }

    @Test
    void moreThanWasOrderedIsNotReceived() {
        assertThat(book.refusal(received("R-1", Decided.ACCEPTED, 24_711)).problem())
                .isIn(PostingProblem.FLOOR_BROKEN, PostingProblem.ENCUMBRANCE_INSUFFICIENT);
        assertThat(book.refusal(new Received("R-1", Decided.ACCEPTED, new UUID(9, 9), share, 1, null, ON))
                        .problem())
                .isEqualTo(PostingProblem.ORDER_ABSENT);
    }

    @Test
    void lossesAreALossAndNoExpenseOfGivingOut() {
        book.post(received("R-1", Decided.ACCEPTED, 100));

        assertThat(book.lines(new ReceiptEvent.Wasted("W-1", "MD", FUND, MMR, 10, 22_400, null, ON)))
                .containsExactly(
                        "MD/GEN LOSS_WASTAGE DEBIT 22400",
                        "MD/GEN INVENTORY CREDIT 22400",
                        "MD WASTED DEBIT 10",
                        "MD ON_HAND CREDIT 10");
        book.laws.reconciliation();
        assertThat(book.refusal(new ReceiptEvent.Issued("S-1", "MD", FUND, MMR, 91, 22_400, null, ON))
                        .problem())
                .isEqualTo(PostingProblem.FLOOR_BROKEN);
    }

    // ---- Bills ----------------------------------------------------------------------------------------------------

    @Test
    void aSupplierMayBillDirectlyAndTheFeesComeByThemselves() {
        book.post(received("R-1", Decided.ACCEPTED, 24_700));
        book.post(received("R-2", Decided.REJECTED, 10));

        assertThat(book.lines(new BillEvent.DirectlyBilled("B-1", ORDER, share, 24_710, 10, null, ON)))
                .containsExactly(
                        "MD/GEN RECEIVED_NOT_BILLED DEBIT 55328000",
                        "MD/GEN CLAIM_ON_SUPPLIER DEBIT 22400",
                        "MD/GEN AP_SUPPLIER [ALPHA] CREDIT 55350400");
        assertThat(book.lines(new BillEvent.FeesBilled("B-2", ORDER, share, 14_820, false, null, ON)))
                .containsExactly(
                        "MD/GEN ENCUMBERED (ops) DEBIT 199181",
                        "MD/GEN ENCUMBERED (cap) DEBIT 132787",
                        "MD/GEN ENCUMBERED (shared) DEBIT 1058875",
                        "MD/GEN EXPENDED_UNPAID CREDIT 1390843",
                        "MD/GEN EXPENSE_OPS_FEE DEBIT 199181",
                        "MD/GEN EXPENSE_CAPITAL_FEE DEBIT 132787",
                        "MD/GEN EXPENSE_SHARED_COST DEBIT 1058875",
                        "MD/GEN DUE_TO [COMM:CAP] CREDIT 132787",
                        "MD/GEN DUE_TO [COMM:OPS] CREDIT 1258056",
                        "COMM/CAP DUE_FROM [MD:GEN] DEBIT 132787",
                        "COMM/CAP REVENUE_CAPITAL_FEE CREDIT 132787",
                        "COMM/OPS DUE_FROM [MD:GEN] DEBIT 1258056",
                        "COMM/OPS REVENUE_OPS_FEE CREDIT 199181",
                        "COMM/OPS REVENUE_COST_RECOVERY CREDIT 1058875");
        book.post(new BillEvent.FeesBilled("B-3", ORDER, share, 9_890, true, null, ON));
        assertThat(budget(Purpose.ENCUMBERED)).isEqualTo(22_400);
        assertThat(book.lines(new PaymentEvent.PaidDirectly("P-1", "MD", FUND, YEAR, "ALPHA", 55_328_000, null, ON)))
                .containsExactly(
                        "MD/GEN EXPENDED_UNPAID DEBIT 55328000",
                        "MD/GEN EXPENDED_PAID CREDIT 55328000",
                        "MD/GEN AP_SUPPLIER [ALPHA] DEBIT 55328000",
                        "MD/GEN TREASURY CREDIT 55328000");
        book.laws.reconciliation();
    }

    @Test
    void aFeeInsideThePriceIsTheContractorsAndNoLineAtTheMember() {
        assertThat(book.lines(new PaymentEvent.ContractorFeeReported("F-1", "ALPHA", 12_500, "Q3", ON)))
                .containsExactly("COMM/OPS DUE_FROM [ALPHA] DEBIT 12500", "COMM/OPS REVENUE_OPS_FEE CREDIT 12500");
        assertThat(book.refusal(new PaymentEvent.ContractorFeePaid("F-2", "ALPHA", 12_501, null, ON))
                        .problem())
                .isEqualTo(PostingProblem.FLOOR_BROKEN);
        assertThat(book.lines(new PaymentEvent.ContractorFeePaid("F-2", "ALPHA", 12_500, null, ON)))
                .containsExactly("COMM/OPS CASH DEBIT 12500", "COMM/OPS DUE_FROM [ALPHA] CREDIT 12500");
    }

    @Test
    void moreThanWasOrderedIsNotBilled() {
        book.post(received("R-1", Decided.ACCEPTED, 24_710));
        book.post(billed("B-1", 24_700, 0));

        assertThat(book.refusal(billed("B-2", 11, 0)).problem()).isEqualTo(PostingProblem.BILL_EXCEEDED);
        assertThat(book.refusal(billed("B-2", 0, 0)).problem()).isEqualTo(PostingProblem.BILL_EXCEEDED);
        assertThat(book.refusal(billed("B-2", 5, 6)).problem()).isEqualTo(PostingProblem.AMOUNT_OUT_OF_RANGE);
        book.post(billed("B-2", 10, 0));
        assertThat(book.refusal(new BillEvent.Invoiced("I-1", ORDER, share, 24_711, null, ON))
                        .problem())
                .isEqualTo(PostingProblem.BILL_EXCEEDED);
    }

    @Test
    void theLastBillTakesWhatIsLeftOfTheFeeHoweverTheOrderIsCut() {
        book.post(received("R-1", Decided.ACCEPTED, 24_710));
        long left = 24_710;
        for (int i = 0; left > 0; i++) {
            long doses = Math.min(left, 1_237);
            book.post(billed("B-" + i, doses, 0));
            left -= doses;
        }

        assertThat(budget(Purpose.ENCUMBERED)).isZero();
        assertThat(book.laws.net(AccountKey.actual("COMM", "OPS", Purpose.REVENUE_OPS_FEE, null)))
                .isEqualTo(332_102);
        assertThat(book.laws.net(AccountKey.actual("COMM", "CAP", Purpose.REVENUE_CAPITAL_FEE, null)))
                .isEqualTo(221_402);
        assertThat(book.laws.net(AccountKey.actual("COMM", "OPS", Purpose.REVENUE_COST_RECOVERY, null)))
                .isEqualTo(1_058_875);
        book.laws.reconciliation();
    }

    @Test
    void theWorkingOfABillIsNotedWithItsInputs() {
        book.post(received("R-1", Decided.ACCEPTED, 14_820));

        Decision.Accepted noted = (Decision.Accepted) book.desk.decide(new Worked(billed("B-1", 14_820, 0)));

        assertThat(noted.entry()).isNull();
        assertThat(new String(noted.records().getFirst().body(), StandardCharsets.UTF_8))
                .contains(
                        "\"formulas\":[\"bill-fees/1\",\"half-up/1\"]",
                        "\"goodsCents\":33196800",
                        "\"operationsFeeLeftCents\":332102",
                        "\"last\":false",
                        "{\"cents\":199181,\"figure\":\"OPERATIONS_FEE\"}",
                        "{\"cents\":132787,\"figure\":\"CAPITAL_FEE\"}",
                        "\"rule\":\"BILLING_FORMULA\"");
        assertThat(book.refusal(new Worked(billed("B-2", 24_711, 0))).problem())
                .isEqualTo(PostingProblem.BILL_EXCEEDED);
    }

    // ---- Credits and refunds --------------------------------------------------------------------------------------

    private void billWithRejects() {
        book.post(received("R-1", Decided.ACCEPTED, 24_610));
        book.post(received("R-2", Decided.REJECTED, 100));
        book.post(new BillEvent.Invoiced("I-1", ORDER, share, 24_710, null, ON));
        book.post(billed("B-1", 24_710, 100));
    }

    @Test
    void whatMayBeOrderedAgainIsTheMembersShareAgainWithItsFees() {
        billWithRejects();

        List<String> lines = book.lines(new BillEvent.Credited("M-1", ORDER, share, 100, true, false, null, ON));

        assertThat(lines).contains("MD ALLOCATED DEBIT 100", "MD SHARE_CONTROL CREDIT 100");
        UUID again = new UUID(9, 2);
        book.post(book.desk.requisition(again, "MD", 100));
        assertThat(book.lines(book.desk.order(again, "MD", 100)))
                .contains(
                        "MD/GEN ENCUMBERED (goods) CREDIT 224000",
                        "MD/GEN ENCUMBERED (ops) CREDIT 1344",
                        "MD/GEN ENCUMBERED (cap) CREDIT 896");
        book.laws.reconciliation();
    }

    @Test
    void whatMayNotBeOrderedAgainIsNot() {
        billWithRejects();
        assertThat(book.lines(new BillEvent.Credited("M-1", ORDER, share, 100, false, false, null, ON)))
                .noneMatch(line -> line.contains("ALLOCATED"));

        assertThat(book.refusal(book.desk.requisition(new UUID(9, 2), "MD", 100))
                        .problem())
                .isEqualTo(PostingProblem.SHARE_EXCEEDED);
    }

    @Test
    void aCreditForWhatTheFundHasPaidComesBackFromTheSupplier() {
        book.post(new CapitalEvent.Subscribed("SEED", 900_000_000, null, ON));
        billWithRejects();
        book.post(new PaymentEvent.Advanced("A-1", "MD", FUND, "ALPHA", 55_350_400, null, ON));

        assertThat(book.lines(new BillEvent.Credited("M-1", ORDER, share, 100, false, true, null, ON)))
                .contains("COMM/CAP SUPPLIER_REFUND_DUE [ALPHA] DEBIT 224000")
                .noneMatch(line -> line.contains("AP_SUPPLIER"));
        assertThat(book.lines(new PaymentEvent.SupplierRefunded("S-1", "ALPHA", 224_000, null, ON)))
                .containsExactly("COMM/CAP CASH DEBIT 224000", "COMM/CAP SUPPLIER_REFUND_DUE [ALPHA] CREDIT 224000");
        // The member owes less than was advanced for it: the rest of the exposure is the supplier's refund.
        book.post(paid("P-1", 55_350_400 - 224_000 + 221_402 - 896, 332_102 + 1_058_875 - 1_344, 55_350_400));
        assertThat(book.laws.net(AccountKey.control("CAP", Purpose.ADVANCED, "MD:GEN")))
                .isZero();
    }

    @Test
    void aRefundInTheSameYearRestoresTheAppropriationWhereTheLawSaysSo() {
        book.post(received("R-1", Decided.ACCEPTED, 24_710));
        book.post(billed("B-1", 24_710, 0));
        book.post(paid("P-1", 55_571_802, 1_390_977, 0));
        book.post(new ReceiptEvent.Issued("S-1", "MD", FUND, MMR, 1_000, 2_240_000, null, ON));

        assertThat(book.lines(new BillEvent.Refunded("F-1", ORDER, share, 100, true, false, null, ON)))
                .containsExactly(
                        "MD/GEN EXPENDED_PAID DEBIT 226240",
                        "MD/GEN AVAILABLE CREDIT 226240",
                        "MD/GEN DUE_FROM [COMM:CAP] DEBIT 224896",
                        "MD/GEN DUE_FROM [COMM:OPS] DEBIT 1344",
                        "MD/GEN EXPENSE_VACCINE CREDIT 224000",
                        "MD/GEN EXPENSE_OPS_FEE CREDIT 1344",
                        "MD/GEN EXPENSE_CAPITAL_FEE CREDIT 896",
                        "COMM/CAP SUPPLIER_REFUND_DUE [ALPHA] DEBIT 224000",
                        "COMM/CAP REVENUE_CAPITAL_FEE DEBIT 896",
                        "COMM/CAP DUE_TO [MD:GEN] CREDIT 224896",
                        "COMM/OPS REVENUE_OPS_FEE DEBIT 1344",
                        "COMM/OPS DUE_TO [MD:GEN] CREDIT 1344");
        book.laws.reconciliation();
        assertThat(book.lines(new PaymentEvent.RefundPaid("F-2", "MD", FUND, 224_896, 1_344, null, ON)))
                .containsExactly(
                        "COMM/CAP DUE_TO [MD:GEN] DEBIT 224896",
                        "COMM/CAP CASH CREDIT 224896",
                        "COMM/OPS DUE_TO [MD:GEN] DEBIT 1344",
                        "COMM/OPS CASH CREDIT 1344",
                        "MD/GEN TREASURY DEBIT 226240",
                        "MD/GEN DUE_FROM [COMM:CAP] CREDIT 224896",
                        "MD/GEN DUE_FROM [COMM:OPS] CREDIT 1344");
    }

    @Test
    void aRefundOfAnEarlierYearIsRevenueAndRestoresNothing() {
        List<String> lines = book.lines(new BillEvent.Refunded("F-1", ORDER, share, 100, false, true, null, ON));

        assertThat(lines)
                .contains("MD/GEN REVENUE_PRIOR_YEAR_REFUND CREDIT 226240")
                .noneMatch(line -> line.contains("EXPENDED") || line.contains("AVAILABLE"));
        assertThat(book.lines(new BillEvent.Refunded("F-2", ORDER, share, 100, false, false, null, ON)))
                .noneMatch(line -> line.contains("EXPENDED") || line.contains("AVAILABLE"));
    }

    // ---- Money ----------------------------------------------------------------------------------------------------

    @Test
    void capitalThatIsGivenBackIsOwedToTheMember() {
        book.post(new CapitalEvent.SubscribedByMember("C-0", "MD", FUND, YEAR, 500, false, null, ON));
        assertThat(book.lines(new CapitalEvent.SubscribedByMember("C-1", "MD", FUND, YEAR, 1_000, true, null, ON)))
                .containsExactly(
                        "MD/GEN AVAILABLE DEBIT 1000",
                        "MD/GEN EXPENDED_PAID CREDIT 1000",
                        "MD/GEN EXPENSE_CAPITAL_FEE DEBIT 1000",
                        "MD/GEN TREASURY CREDIT 1000",
                        "COMM/CAP CASH DEBIT 1000",
                        "COMM/CAP MEMBER_CAPITAL_REFUNDABLE [MD:GEN] CREDIT 1000",
                        "COMM/CAP EXPOSURE_LIMIT DEBIT 1000",
                        "COMM/CAP EXPOSURE_AVAILABLE CREDIT 1000");
        book.laws.reconciliation();
        assertThat(book.refusal(new CapitalEvent.GivenBack("C-2", "MD", FUND, YEAR, 1_001, true, null, ON))
                        .problem())
                .isEqualTo(PostingProblem.FLOOR_BROKEN);
        assertThat(book.lines(new CapitalEvent.GivenBack("C-2", "MD", FUND, YEAR, 400, true, null, ON)))
                .contains("MD/GEN AVAILABLE CREDIT 400", "MD/GEN EXPENSE_CAPITAL_FEE CREDIT 400");
        book.laws.reconciliation();
        assertThat(book.lines(new CapitalEvent.GivenBack("C-3", "MD", FUND, YEAR, 600, false, null, ON)))
                .contains("MD/GEN REVENUE_PRIOR_YEAR_REFUND CREDIT 600")
                .noneMatch(line -> line.contains("AVAILABLE") && line.startsWith("MD"));
    }

    @Test
    void theRevolvingFundAdvancesWithinItsExposureAndWhatItOwes() {
        book.post(received("R-1", Decided.ACCEPTED, 24_710));
        book.post(new BillEvent.Invoiced("I-1", ORDER, share, 10, null, ON));
        var advance = new PaymentEvent.Advanced("A-1", "MD", FUND, "ALPHA", 22_400, null, ON);
        assertThat(book.refusal(advance).problem()).isEqualTo(PostingProblem.FLOOR_BROKEN);
        book.post(new CapitalEvent.Subscribed("SEED", 100_000, null, ON));

        assertThat(book.refusal(new PaymentEvent.Advanced("A-1", "MD", FUND, "ALPHA", 22_401, null, ON))
                        .problem())
                .isEqualTo(PostingProblem.FLOOR_BROKEN);
        book.post(advance);
    }

    @Test
    void whatWasNeverAdvancedFreesNoExposure() {
        book.post(received("R-1", Decided.ACCEPTED, 24_710));
        book.post(billed("B-1", 24_710, 0));

        assertThat(book.lines(paid("P-1", 55_571_802, 1_390_977, 55_350_400)))
                .noneMatch(line -> line.contains("ADVANCED") || line.contains("EXPOSURE"));
    }

    @Test
    void nobodyPaysMoreThanIsOwed() {
        book.post(received("R-1", Decided.ACCEPTED, 24_710));
        book.post(billed("B-1", 24_710, 0));

        assertThat(book.refusal(paid("P-1", 55_571_803, 1_390_976, 0)).problem())
                .isEqualTo(PostingProblem.FLOOR_BROKEN);
    }

    @Test
    void interestToTheSupplierIsAPayableOfTheMember() {
        assertThat(book.lines(new PaymentEvent.InterestCharged("L-1", "MD", FUND, YEAR, "ALPHA", 77, null, ON)))
                .containsExactly(
                        "MD/GEN AVAILABLE DEBIT 77",
                        "MD/GEN EXPENDED_UNPAID CREDIT 77",
                        "MD/GEN EXPENSE_INTEREST DEBIT 77",
                        "MD/GEN AP_SUPPLIER [ALPHA] CREDIT 77");
    }

    @Test
    void anAmountBelowNothingDoesNotTurnAnEventIntoItsOpposite() {
        book.post(received("R-1", Decided.ACCEPTED, 100));
        for (var event : List.of(
                new ReceiptEvent.Issued("S-1", "MD", FUND, MMR, -10, -22_400, null, ON),
                new PaymentEvent.InterestCharged("L-1", "MD", FUND, YEAR, null, -1, null, ON),
                received("R-2", Decided.ACCEPTED, -5),
                new SettlementEvent.PaidIn("N-1", "MD", FUND, -1, List.of(), null, ON),
                new BusinessEvent.AppropriationCertified("MD", FUND, YEAR, -1, "X", ON))) {
            assertThat(book.refusal(event).problem()).isEqualTo(PostingProblem.AMOUNT_OUT_OF_RANGE);
        }
        assertThatThrownBy(() -> new Obligation(MARYLAND, DELAWARE, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Obligation(MARYLAND, MARYLAND, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Gross(YEAR, -1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    // ---- Dues -----------------------------------------------------------------------------------------------------

    @Test
    void noMoreDuesAreAcceptedThanWereAssessedAndOnlyAcceptedOnesAreOwed() {
        UUID assessment = new UUID(9, 5);
        book.post(new DuesEvent.Assessed(assessment, "MD", FUND, 100, null, ON));

        assertThat(book.refusal(new DuesEvent.Begun(assessment, null, ON)).problem())
                .isEqualTo(PostingProblem.ENCUMBRANCE_ABSENT);
        assertThat(book.refusal(new DuesEvent.Accepted(assessment, "MD", FUND, YEAR, 101, null, ON))
                        .problem())
                .isEqualTo(PostingProblem.FLOOR_BROKEN);
        book.post(new DuesEvent.Accepted(assessment, "MD", FUND, YEAR, 60, null, ON));
        book.post(new DuesEvent.Begun(assessment, null, ON));
        assertThat(book.refusal(new DuesEvent.Begun(assessment, null, ON)).problem())
                .isEqualTo(PostingProblem.ENCUMBRANCE_ABSENT);
    }

    // ---- Transfers and settlement ---------------------------------------------------------------------------------

    private void transferFromMaryland() {
        book.post(new BusinessEvent.AppropriationCertified("DE", FUND, YEAR, 12_000_000, "APPR", ON));
        book.post(new BusinessEvent.AllotmentMade("DE", FUND, YEAR, 12_000_000, "ALLOT", ON));
        book.post(received("R-1", Decided.ACCEPTED, 24_710));
        book.post(billed("B-1", 24_710, 0));
        book.post(paid("P-1", 55_571_802, 1_390_977, 0));
        book.post(new TransferEvent.Accepted(TRANSFER, "DE", FUND, YEAR, "MD", FUND, 448_000, null, ON));
        book.post(new TransferEvent.Shipped(TRANSFER, "MD", FUND, MMR, 200, null, ON));
        assertThat(book.refusal(new TransferEvent.Received(TRANSFER, "MD", FUND, MMR, 201, null, ON))
                        .problem())
                .isEqualTo(PostingProblem.FLOOR_BROKEN);
        book.post(new TransferEvent.Received(TRANSFER, "MD", FUND, MMR, 200, null, ON));
    }

    @Test
    void aTransferMayBePaidFromMemberToMember() {
        transferFromMaryland();

        assertThat(book.lines(new TransferEvent.Paid(TRANSFER, "DE", FUND, YEAR, "MD", FUND, 448_000, true, null, ON)))
                .containsExactly(
                        "DE/GEN EXPENDED_UNPAID DEBIT 448000",
                        "DE/GEN EXPENDED_PAID CREDIT 448000",
                        "DE/GEN DUE_TO [MD:GEN] DEBIT 448000",
                        "DE/GEN TREASURY CREDIT 448000",
                        "MD/GEN TREASURY DEBIT 448000",
                        "MD/GEN DUE_FROM [DE:GEN] CREDIT 448000",
                        "MD/GEN EXPENDED_PAID DEBIT 448000",
                        "MD/GEN AVAILABLE CREDIT 448000");
    }

    @Test
    void aNetReceiverIsPaidOutOfTheClearing() {
        transferFromMaryland();
        book.post(new PaymentEvent.InterestCharged("L-1", "MD", FUND, YEAR, null, 48_000, null, ON));
        var run = new SettlementEvent.Netted(
                "N-1",
                List.of(
                        new Obligation(DELAWARE, MARYLAND, 448_000),
                        new Obligation(MARYLAND, new Fund("COMM", "CAP"), 48_000)),
                null,
                ON);
        assertThat(new String(
                        ((Decision.Accepted) book.desk.decide(new Worked(run)))
                                .records()
                                .getFirst()
                                .body(),
                        StandardCharsets.UTF_8))
                .contains(
                        "\"formulas\":[\"netting-novation/1\"]",
                        "{\"fund\":\"COMM:CAP\",\"netCents\":48000}",
                        "{\"fund\":\"DE:GEN\",\"netCents\":-448000}",
                        "{\"fund\":\"MD:GEN\",\"netCents\":400000}");

        assertThat(book.lines(run))
                .contains("MD/GEN DUE_FROM [COMM:CLR] DEBIT 400000", "COMM/CLR DUE_TO [MD:GEN] CREDIT 400000");
        book.post(new SettlementEvent.PaidIn(
                "N-1/DE", "DE", FUND, 448_000, List.of(new Gross(YEAR, 448_000, 0)), null, ON));
        assertThat(book.lines(new SettlementEvent.PaidToMember(
                        "N-1/MD", "MD", FUND, 400_000, List.of(new Gross(YEAR, 48_000, 448_000)), null, ON)))
                .contains(
                        "COMM/CLR CASH CREDIT 400000",
                        "MD/GEN TREASURY DEBIT 400000",
                        "MD/GEN EXPENDED_PAID CREDIT 48000",
                        "MD/GEN AVAILABLE CREDIT 448000");
        book.post(new SettlementEvent.PaidToCapital("N-1/CAP", 48_000, List.of(), null, ON));
        assertThat(book.laws.net(AccountKey.actual("COMM", "CLR", Purpose.CASH, null)))
                .isZero();
    }

    @Test
    void whatOpsIsOwedIsSettledToo() {
        book.post(received("R-1", Decided.ACCEPTED, 24_710));
        book.post(billed("B-1", 24_710, 0));
        book.post(new SettlementEvent.Netted(
                "N-1",
                List.of(
                        new Obligation(MARYLAND, new Fund("COMM", "OPS"), 1_390_977),
                        new Obligation(MARYLAND, new Fund("COMM", "CAP"), 55_571_802)),
                null,
                ON));
        book.post(new SettlementEvent.PaidIn(
                "N-1/MD", "MD", FUND, 56_962_779, List.of(new Gross(YEAR, 56_962_779, 0)), null, ON));

        assertThat(book.lines(new SettlementEvent.PaidToOperations("N-1/OPS", 1_390_977, null, ON)))
                .containsExactly(
                        "COMM/CLR DUE_TO [COMM:OPS] DEBIT 1390977",
                        "COMM/CLR CASH CREDIT 1390977",
                        "COMM/OPS CASH DEBIT 1390977",
                        "COMM/OPS DUE_FROM [COMM:CLR] CREDIT 1390977");
        book.laws.reconciliation();
    }

    @Test
    void moreThanIsOwedIsNotSetOff() {
        assertThat(book.refusal(new SettlementEvent.Netted(
                                "N-1", List.of(new Obligation(MARYLAND, DELAWARE, 1)), null, ON))
                        .problem())
                .isEqualTo(PostingProblem.FLOOR_BROKEN);
        assertThat(book.refusal(new SettlementEvent.Netted("N-1", List.of(), null, ON))
                        .problem())
                .isEqualTo(PostingProblem.NOTHING_TO_POST);
    }

    // ---- The year's end -------------------------------------------------------------------------------------------

    @Test
    void aRequisitionLapsesWithItsYear() {
        UUID open = new UUID(9, 2);
        book.post(new BusinessEvent.Allocated(book.desk.award, MMR, "DE", 4_460, ON));
        book.post(new BusinessEvent.AppropriationCertified("DE", FUND, YEAR, 12_000_000, "APPR", ON));
        book.post(new BusinessEvent.AllotmentMade("DE", FUND, YEAR, 12_000_000, "ALLOT", ON));
        Entry requisition = book.post(book.desk.requisition(open, "DE", 4_460));
        long reserved = requisition.lines().getFirst().amount();

        assertThat(book.lines(new YearEndEvent.RequisitionLapsed(open, null, ON)))
                .containsExactly(
                        "DE/GEN PRE_ENCUMBERED (requisition) DEBIT " + reserved, "DE/GEN LAPSED CREDIT " + reserved);
        assertThat(book.refusal(book.desk.order(open, "DE", 4_460)).problem())
                .isEqualTo(PostingProblem.REQUISITION_ABSENT);
    }

    @Test
    void whatLapsedIsNotReceivedBeforeItIsFundedAgain() {
        Entry lapse = book.post(new YearEndEvent.EncumbranceLapsed(ORDER, YEAR, null, ON));

        assertThat(book.refusal(received("R-1", Decided.ACCEPTED, 10)).problem())
                .isEqualTo(PostingProblem.ENCUMBRANCE_INSUFFICIENT);
        assertThat(book.refusal(new YearEndEvent.Reencumbered(ORDER, lapse.seq(), YEAR + 1, null, ON))
                        .problem())
                .isEqualTo(PostingProblem.APPROPRIATION_INSUFFICIENT);
        assertThat(book.refusal(new YearEndEvent.Reencumbered(ORDER, lapse.seq() - 1, YEAR + 1, null, ON))
                        .problem())
                .isEqualTo(PostingProblem.ENTRY_ABSENT);
        book.post(new BusinessEvent.AppropriationCertified("MD", FUND, YEAR + 1, 80_000_000, "NEXT", ON));
        book.post(new BusinessEvent.AllotmentMade("MD", FUND, YEAR + 1, 80_000_000, "NEXT", ON));
        book.post(new YearEndEvent.Reencumbered(ORDER, lapse.seq(), YEAR + 1, null, ON));
        assertThat(book.refusal(new YearEndEvent.Reencumbered(ORDER, lapse.seq(), YEAR + 1, null, ON))
                        .problem())
                .isEqualTo(PostingProblem.ENCUMBRANCE_ABSENT);
        book.post(received("R-1", Decided.ACCEPTED, 24_710));
        assertThat(book.laws.net(AccountKey.budget("MD", FUND, YEAR + 1, Purpose.EXPENDED_UNPAID)))
                .isEqualTo(55_350_400);
    }

    @Test
    void anOrderOfAClosedYearDoesNotGrowAndContinuesOnce() {
        book.post(new YearEndEvent.EncumbranceContinued(ORDER, YEAR, null, ON));

        assertThat(book.refusal(new YearEndEvent.EncumbranceContinued(ORDER, YEAR, null, ON))
                        .problem())
                .isEqualTo(PostingProblem.NOTHING_TO_POST);
        assertThat(book.refusal(new OrderEvent.Changed("C-1", ORDER, share, 1, null, ON))
                        .problem())
                .isEqualTo(PostingProblem.YEAR_CLOSED);
        assertThat(book.refusal(new YearEndEvent.EncumbranceLapsed(ORDER, YEAR + 1, null, ON))
                        .problem())
                .isEqualTo(PostingProblem.ENCUMBRANCE_ELSEWHERE);
    }

    @Test
    void whereThereIsNothingThereIsNothingToPost() {
        assertThat(List.of(
                        book.refusal(new YearEndEvent.UnencumberedLapsed("DE", FUND, YEAR, null, ON))
                                .problem(),
                        book.refusal(new YearEndEvent.BudgetClosed("DE", FUND, YEAR, null, ON))
                                .problem(),
                        book.refusal(new YearEndEvent.OperationsClosed("DE", FUND, null, ON))
                                .problem()))
                .containsOnly(PostingProblem.NOTHING_TO_POST);
    }

    @Test
    void theCommissionsFundsCloseToo() {
        book.post(received("R-1", Decided.ACCEPTED, 24_710));
        book.post(billed("B-1", 24_710, 0));

        assertThat(book.lines(new YearEndEvent.OperationsClosed("COMM", "OPS", null, ON)))
                .containsExactly(
                        "COMM/OPS REVENUE_OPS_FEE DEBIT 332102",
                        "COMM/OPS REVENUE_COST_RECOVERY DEBIT 1058875",
                        "COMM/OPS NET_POSITION CREDIT 1390977");
    }

    // ---- Orders ---------------------------------------------------------------------------------------------------

    @Test
    void whatIsCancelledAfterAReceiptLeavesWhatIsReceivedItsFee() {
        book.post(received("R-1", Decided.ACCEPTED, 14_820));

        assertThat(book.lines(new OrderEvent.Cancelled("C-1", ORDER, share, 9_890, null, ON)))
                .containsExactly(
                        "MD/GEN ENCUMBERED (goods) DEBIT 22153600",
                        "MD/GEN ENCUMBERED (ops) DEBIT 132921",
                        "MD/GEN ENCUMBERED (cap) DEBIT 88615",
                        "MD/GEN AVAILABLE CREDIT 22375136",
                        "MD ALLOCATED DEBIT 9890",
                        "MD ON_ORDER CREDIT 9890",
                        "AGREEMENT CEILING_USED DEBIT 22153600",
                        "AGREEMENT CEILING_AVAILABLE CREDIT 22153600");
        book.post(billed("B-1", 14_820, 0));
        assertThat(budget(Purpose.ENCUMBERED)).isZero();
        UUID again = new UUID(9, 2);
        book.post(book.desk.requisition(again, "MD", 9_890));
        book.post(book.desk.order(again, "MD", 9_890));
        assertThat(budget(Purpose.ENCUMBERED)).isEqualTo(22_375_136);
    }

    @Test
    void anOrderIsNotChangedByNothingNorBelowNothing() {
        for (long change : new long[] {0, -24_711}) {
            assertThat(book.refusal(new OrderEvent.Changed("C-1", ORDER, share, change, null, ON))
                            .problem())
                    .isEqualTo(PostingProblem.ORDER_DIFFERS);
        }
        assertThat(book.refusal(new OrderEvent.Cancelled("C-1", ORDER, share, -1, null, ON))
                        .problem())
                .isIn(PostingProblem.AMOUNT_OUT_OF_RANGE, PostingProblem.SHARE_EXCEEDED);
        assertThat(book.refusal(new OrderEvent.Changed("C-1", ORDER, share, 1, null, ON))
                        .problem())
                .isEqualTo(PostingProblem.SHARE_EXCEEDED);
    }
}
