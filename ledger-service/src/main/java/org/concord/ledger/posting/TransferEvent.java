package org.concord.ledger.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concord.ledger.book.CommandKey;
import org.concord.ledger.book.Encumbrance;
import org.concord.ledger.book.Holdings;
import org.concord.ledger.book.Part;
import org.concord.ledger.book.PostingProblem;
import org.concord.ledger.book.Proposal;
import org.concord.ledger.book.Unit;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/** Doses from one member to another, at the giver's cost. The transfer's id stands for the encumbrance. */
public sealed interface TransferEvent extends BusinessEvent {

    UUID transfer();

    @Override
    default CommandKey key() {
        return new CommandKey("TRANSFER", transfer().toString(), rule().name());
    }

    @Override
    default boolean refusalIsFinal() {
        return false;
    }

    /**
     * The receiver accepts, and binds its appropriation for what the doses cost the giver.
     *
     * @param costCents by the giver's lots
     */
    record Accepted(
            UUID transfer,
            String receiver,
            String fund,
            int year,
            String giver,
            String giverFund,
            long costCents,
            @Nullable String document,
            LocalDate effectiveOn)
            implements TransferEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.TRANSFER_ACCEPTANCE;
        }

        @Override
        public Json content() {
            return Content.of(receiver, fund, year, giver, giverFund, costCents, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            Matter matter = Matter.of(receiver, fund, year)
                    .order(transfer)
                    .partner(giver, giverFund)
                    .document(document);
            return new Proposal.Draft(
                    effectiveOn,
                    rule().lines(matter, Map.of(Figure.TRANSFER, costCents)),
                    List.of(Encumbrance.opening(transfer, Part.TRANSFER, null, receiver, fund, year, 0, 0)));
        }
    }

    /** The giver ships; the goods stay its own until they are received. */
    record Shipped(
            UUID transfer,
            String giver,
            String giverFund,
            Unit item,
            long doses,
            @Nullable String document,
            LocalDate effectiveOn)
            implements TransferEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.TRANSFER_SHIPMENT;
        }

        @Override
        public Json content() {
            return Content.of(giver, giverFund, item.code(), doses, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            Matter matter = Matter.COMMON
                    .order(transfer)
                    .item(item)
                    .partner(giver, giverFund)
                    .document(document);
            return new Proposal.Draft(effectiveOn, rule().lines(matter, Map.of(Figure.DOSES, doses)), List.of());
        }
    }

    /** The receiver takes the doses in, and owes the giver what they cost it. */
    record Received(
            UUID transfer,
            String giver,
            String giverFund,
            Unit item,
            long doses,
            @Nullable String document,
            LocalDate effectiveOn)
            implements TransferEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.TRANSFER_RECEIPT;
        }

        @Override
        public Json content() {
            return Content.of(giver, giverFund, item.code(), doses, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            Optional<Encumbrance> bound = book.encumbrance(transfer, Part.TRANSFER);
            if (bound.isEmpty() || bound.get().remaining() == 0) {
                return Proposal.Refusal.of(
                        PostingProblem.ENCUMBRANCE_ABSENT, "Nothing is encumbered for transfer " + transfer + ".");
            }
            Matter matter =
                    Matter.of(bound.get()).item(item).partner(giver, giverFund).document(document);
            return new Proposal.Draft(
                    effectiveOn,
                    rule().lines(
                                    matter,
                                    Map.of(
                                            Figure.DOSES,
                                            doses,
                                            Figure.TRANSFER,
                                            bound.get().remaining())),
                    List.of());
        }
    }

    /**
     * The receiver pays the giver itself, without a netting run.
     *
     * @param year the receiver's appropriation; and the giver's, where it is restored
     * @param restores whether the giver's law lets the receipt restore the year's appropriation
     */
    record Paid(
            UUID transfer,
            String receiver,
            String fund,
            int year,
            String giver,
            String giverFund,
            long cents,
            boolean restores,
            @Nullable String document,
            LocalDate effectiveOn)
            implements TransferEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.TRANSFER_PAYMENT;
        }

        @Override
        public Json content() {
            return Content.of(receiver, fund, year, giver, giverFund, cents, restores, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            Matter matter = Matter.of(receiver, fund, year)
                    .order(transfer)
                    .partner(giver, giverFund)
                    .document(document);
            return new Proposal.Draft(
                    effectiveOn,
                    rule().lines(matter, Map.of(Figure.AMOUNT, cents, Figure.RESTORED, restores ? cents : 0)),
                    List.of());
        }
    }
}
