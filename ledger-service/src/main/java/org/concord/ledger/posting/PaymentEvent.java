package org.concord.ledger.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.concord.ledger.book.Account;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.CommandKey;
import org.concord.ledger.book.Holdings;
import org.concord.ledger.book.Proposal;
import org.concord.ledger.book.Purpose;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/** Money that moves for what was billed, and interest where it moves late. */
public sealed interface PaymentEvent extends BusinessEvent {

    /** Which payment or document it is. */
    String id();

    @Override
    default CommandKey key() {
        return new CommandKey("PAYMENT", id(), rule().name());
    }

    @Override
    default boolean refusalIsFinal() {
        return false;
    }

    private static Proposal draft(LocalDate effectiveOn, PostingRule rule, Matter matter, Map<Figure, Long> figures) {
        return new Proposal.Draft(effectiveOn, rule.lines(matter, figures), List.of());
    }

    /** How much of those goods the revolving fund had advanced to that member. */
    static long advanced(Holdings book, String member, String fund, long goodsCents) {
        long outstanding = book.account(
                        AccountKey.control(AccountKey.CAPITAL, Purpose.ADVANCED, AccountKey.across(member, fund)))
                .map(Account::net)
                .orElse(0L);
        return Math.max(0, Math.min(goodsCents, outstanding));
    }

    /**
     * A member pays what it owes the commission's funds: bills, dues, interest. What the revolving fund had advanced
     * of the goods may be advanced again.
     *
     * @param year the appropriation that was expended
     * @param goodsCents how much of what goes to the capital fund is for goods
     */
    record Paid(
            String id,
            String member,
            String fund,
            int year,
            long toCapitalCents,
            long toOperationsCents,
            long goodsCents,
            @Nullable String document,
            LocalDate effectiveOn)
            implements PaymentEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.PAYMENT;
        }

        @Override
        public Json content() {
            return Content.of(member, fund, year, toCapitalCents, toOperationsCents, goodsCents, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return draft(
                    effectiveOn,
                    rule(),
                    Matter.of(member, fund, year).document(document),
                    Map.of(
                            Figure.TO_CAPITAL,
                            toCapitalCents,
                            Figure.TO_OPERATIONS,
                            toOperationsCents,
                            Figure.ADVANCED,
                            advanced(book, member, fund, goodsCents)));
        }
    }

    /** A member pays a supplier that bills it directly. */
    record PaidDirectly(
            String id,
            String member,
            String fund,
            int year,
            String supplier,
            long cents,
            @Nullable String document,
            LocalDate effectiveOn)
            implements PaymentEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.DIRECT_PAYMENT;
        }

        @Override
        public Json content() {
            return Content.of(member, fund, year, supplier, cents, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return draft(
                    effectiveOn,
                    rule(),
                    Matter.of(member, fund, year).supplier(supplier).document(document),
                    Map.of(Figure.AMOUNT, cents));
        }
    }

    /** The revolving fund pays a supplier for a member's goods, within its exposure and what it owes the supplier. */
    record Advanced(
            String id,
            String member,
            String fund,
            String supplier,
            long goodsCents,
            @Nullable String document,
            LocalDate effectiveOn)
            implements PaymentEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.ADVANCE;
        }

        @Override
        public Json content() {
            return Content.of(member, fund, supplier, goodsCents, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return draft(
                    effectiveOn,
                    rule(),
                    Matter.of(member, fund).supplier(supplier).document(document),
                    Map.of(Figure.GOODS, goodsCents));
        }
    }

    /** A member owes interest for paying late: to the revolving fund, or to the supplier where that bills directly. */
    record InterestCharged(
            String id,
            String member,
            String fund,
            int year,
            @Nullable String supplier,
            long cents,
            @Nullable String document,
            LocalDate effectiveOn)
            implements PaymentEvent {
        @Override
        public PostingRule rule() {
            return supplier == null ? PostingRule.LATE_INTEREST : PostingRule.LATE_INTEREST_DIRECT;
        }

        @Override
        public Json content() {
            return Content.of(member, fund, year, supplier, cents, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            Matter matter = Matter.of(member, fund, year).document(document);
            return draft(
                    effectiveOn,
                    rule(),
                    supplier == null ? matter : matter.supplier(supplier),
                    Map.of(Figure.AMOUNT, cents));
        }
    }

    /** The commission's funds pay a refund out to a member. */
    record RefundPaid(
            String id,
            String member,
            String fund,
            long fromCapitalCents,
            long fromOperationsCents,
            @Nullable String document,
            LocalDate effectiveOn)
            implements PaymentEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.REFUND_PAYMENT;
        }

        @Override
        public Json content() {
            return Content.of(member, fund, fromCapitalCents, fromOperationsCents, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return draft(
                    effectiveOn,
                    rule(),
                    Matter.of(member, fund).document(document),
                    Map.of(Figure.TO_CAPITAL, fromCapitalCents, Figure.TO_OPERATIONS, fromOperationsCents));
        }
    }

    /** A supplier pays back what it was paid for and then credited. */
    record SupplierRefunded(
            String id,
            String supplier,
            long cents,
            @Nullable String document,
            LocalDate effectiveOn) implements PaymentEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.SUPPLIER_REFUND_RECEIVED;
        }

        @Override
        public Json content() {
            return Content.of(supplier, cents, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return draft(
                    effectiveOn,
                    rule(),
                    Matter.COMMON.supplier(supplier).document(document),
                    Map.of(Figure.AMOUNT, cents));
        }
    }

    /** A contractor reports sales, and owes the administrative fee that is inside its price. */
    record ContractorFeeReported(
            String id,
            String supplier,
            long cents,
            @Nullable String document,
            LocalDate effectiveOn) implements PaymentEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.CONTRACTOR_FEE;
        }

        @Override
        public Json content() {
            return Content.of(supplier, cents, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return draft(
                    effectiveOn,
                    rule(),
                    Matter.COMMON.supplier(supplier).document(document),
                    Map.of(Figure.AMOUNT, cents));
        }
    }

    /** A contractor pays its administrative fee. */
    record ContractorFeePaid(
            String id,
            String supplier,
            long cents,
            @Nullable String document,
            LocalDate effectiveOn) implements PaymentEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.CONTRACTOR_FEE_PAYMENT;
        }

        @Override
        public Json content() {
            return Content.of(supplier, cents, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return draft(
                    effectiveOn,
                    rule(),
                    Matter.COMMON.supplier(supplier).document(document),
                    Map.of(Figure.AMOUNT, cents));
        }
    }
}
