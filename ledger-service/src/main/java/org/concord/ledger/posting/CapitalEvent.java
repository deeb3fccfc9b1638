package org.concord.ledger.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.concord.ledger.book.CommandKey;
import org.concord.ledger.book.Holdings;
import org.concord.ledger.book.Proposal;
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/** The revolving fund's capital: what it may advance is what it was given. */
public sealed interface CapitalEvent extends BusinessEvent {

    /** Which subscription or repayment it is. */
    String id();

    @Override
    default CommandKey key() {
        return new CommandKey("CAPITAL", id(), rule().name());
    }

    @Override
    default boolean refusalIsFinal() {
        return false;
    }

    /** Capital comes from outside the members' appropriations in this book. */
    record Subscribed(String id, long cents, @Nullable String document, LocalDate effectiveOn) implements CapitalEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.CAPITAL_SUBSCRIPTION;
        }

        @Override
        public Json content() {
            return Content.of(cents, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return new Proposal.Draft(
                    effectiveOn,
                    rule().lines(Matter.COMMON.document(document), Map.of(Figure.AMOUNT, cents)),
                    List.of());
        }
    }

    /**
     * A member subscribes out of its appropriation.
     *
     * @param refundable whether the agreement gives it back
     */
    record SubscribedByMember(
            String id,
            String member,
            String fund,
            int year,
            long cents,
            boolean refundable,
            @Nullable String document,
            LocalDate effectiveOn)
            implements CapitalEvent {
        @Override
        public PostingRule rule() {
            return refundable ? PostingRule.CAPITAL_SUBSCRIPTION_REFUNDABLE : PostingRule.CAPITAL_SUBSCRIPTION_MEMBER;
        }

        @Override
        public Json content() {
            return Content.of(member, fund, year, cents, refundable, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return new Proposal.Draft(
                    effectiveOn,
                    rule().lines(Matter.of(member, fund, year).document(document), Map.of(Figure.AMOUNT, cents)),
                    List.of());
        }
    }

    /**
     * Refundable capital goes back to a member.
     *
     * @param restores whether it was expended in the same open year, and the member's law lets it restore the
     *     appropriation
     */
    record GivenBack(
            String id,
            String member,
            String fund,
            int year,
            long cents,
            boolean restores,
            @Nullable String document,
            LocalDate effectiveOn)
            implements CapitalEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.CAPITAL_REFUND;
        }

        @Override
        public Json content() {
            return Content.of(member, fund, year, cents, restores, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            return new Proposal.Draft(
                    effectiveOn,
                    rule().lines(
                                    Matter.of(member, fund, year).document(document),
                                    Map.of(Figure.AMOUNT, cents, Figure.RESTORED, restores ? cents : 0)),
                    List.of());
        }
    }
}
