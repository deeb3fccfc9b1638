package org.concord.ledger.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.ledger.book.CommandKey;
import org.concord.ledger.book.Holdings;
import org.concord.ledger.book.Proposal;
import org.concord.ledger.book.Unit;
import org.concord.ledger.charge.MemberShare;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/** Goods at a member's dock, and what becomes of them there. */
public sealed interface ReceiptEvent extends BusinessEvent {

    /** Which receipt, examination, issue or loss it is. */
    String id();

    @Override
    default boolean refusalIsFinal() {
        return false;
    }

    @Override
    default CommandKey key() {
        return new CommandKey("RECEIPT", id(), rule().name());
    }

    /** What was decided about goods of an order. */
    enum Decided {
        ACCEPTED(PostingRule.RECEIPT),
        QUARANTINED(PostingRule.RECEIPT_QUARANTINED),
        REJECTED(PostingRule.RECEIPT_REJECTED),
        QUARANTINE_CLEARED(PostingRule.QUARANTINE_CLEARED),
        QUARANTINE_REJECTED(PostingRule.QUARANTINE_REJECTED),
        REPLACEMENT_PROMISED(PostingRule.REPLACEMENT_PROMISED);

        private final PostingRule rule;

        Decided(PostingRule rule) {
            this.rule = rule;
        }
    }

    /**
     * Goods of an order are accepted, set aside, refused or promised again. What is accepted is worth contract price
     * times doses; fees are no part of it.
     */
    record Received(
            String id,
            Decided decided,
            UUID order,
            MemberShare share,
            long doses,
            @Nullable String document,
            LocalDate effectiveOn)
            implements ReceiptEvent {
        @Override
        public PostingRule rule() {
            return decided.rule;
        }

        @Override
        public Json content() {
            return Content.of(order, doses, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return OrderParts.of(book, order, parts -> {
                Matter matter = parts.matter()
                        .item(share.item())
                        .supplier(share.supplier())
                        .document(document);
                Map<Figure, Long> figures =
                        Map.of(Figure.DOSES, doses, Figure.GOODS, doses <= 0 ? 0 : parts.settling(doses));
                return new Proposal.Draft(effectiveOn, rule().lines(matter, figures), List.of());
            });
        }
    }

    /**
     * Doses are given out to providers.
     *
     * @param costCents what they cost, by their lots
     */
    record Issued(
            String id,
            String member,
            String fund,
            Unit item,
            long doses,
            long costCents,
            @Nullable String document,
            LocalDate effectiveOn)
            implements ReceiptEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.ISSUE;
        }

        @Override
        public Json content() {
            return Content.of(member, fund, item.code(), doses, costCents, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return given(rule(), member, fund, item, doses, costCents, document, effectiveOn);
        }
    }

    /** Doses are wasted, expired or recalled. */
    record Wasted(
            String id,
            String member,
            String fund,
            Unit item,
            long doses,
            long costCents,
            @Nullable String document,
            LocalDate effectiveOn)
            implements ReceiptEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.WASTAGE;
        }

        @Override
        public Json content() {
            return Content.of(member, fund, item.code(), doses, costCents, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return given(rule(), member, fund, item, doses, costCents, document, effectiveOn);
        }
    }

    private static Proposal given(
            PostingRule rule,
            String member,
            String fund,
            Unit item,
            long doses,
            long costCents,
            @Nullable String document,
            LocalDate effectiveOn) {
        Matter matter = Matter.of(member, fund).item(item).document(document);
        return new Proposal.Draft(
                effectiveOn, rule.lines(matter, Map.of(Figure.DOSES, doses, Figure.GOODS, costCents)), List.of());
    }
}
