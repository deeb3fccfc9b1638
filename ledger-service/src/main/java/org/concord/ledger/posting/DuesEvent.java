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
import org.concord.verifier.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Dues: assessed by the agreement, accepted by the member's fiscal officer, owed when their period begins, paid as any
 * other bill. The assessment's id stands for the encumbrance.
 */
public sealed interface DuesEvent extends BusinessEvent {

    UUID assessment();

    @Override
    default CommandKey key() {
        return new CommandKey("ASSESSMENT", assessment().toString(), rule().name());
    }

    @Override
    default boolean refusalIsFinal() {
        return false;
    }

    /** Nothing is owed ahead of an appropriation: a memorandum, no more. */
    record Assessed(
            UUID assessment,
            String member,
            String fund,
            long cents,
            @Nullable String document,
            LocalDate effectiveOn) implements DuesEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.DUES_ASSESSMENT;
        }

        @Override
        public Json content() {
            return Content.of(member, fund, cents, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            Matter matter = Matter.of(member, fund).order(assessment).document(document);
            return new Proposal.Draft(effectiveOn, rule().lines(matter, Map.of(Figure.DUES, cents)), List.of());
        }
    }

    /** The member's fiscal officer certifies an appropriation for them. */
    record Accepted(
            UUID assessment,
            String member,
            String fund,
            int year,
            long cents,
            @Nullable String document,
            LocalDate effectiveOn)
            implements DuesEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.DUES_ACCEPTANCE;
        }

        @Override
        public Json content() {
            return Content.of(member, fund, year, cents, effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            Matter matter = Matter.of(member, fund, year).order(assessment).document(document);
            return new Proposal.Draft(
                    effectiveOn,
                    rule().lines(matter, Map.of(Figure.DUES, cents)),
                    List.of(Encumbrance.opening(assessment, Part.DUES, null, member, fund, year, 0, 0)));
        }
    }

    /** The dues' period begins: what was accepted is expended and owed. */
    record Begun(UUID assessment, @Nullable String document, LocalDate effectiveOn) implements DuesEvent {
        @Override
        public PostingRule rule() {
            return PostingRule.DUES_ACCRUAL;
        }

        @Override
        public Json content() {
            return Content.of(effectiveOn, document);
        }

        @Override
        public Proposal propose(Holdings book) {
            Optional<Encumbrance> dues = book.encumbrance(assessment, Part.DUES);
            if (dues.isEmpty() || dues.get().remaining() == 0) {
                return Proposal.Refusal.of(
                        PostingProblem.ENCUMBRANCE_ABSENT, "No dues of assessment " + assessment + " are encumbered.");
            }
            return new Proposal.Draft(
                    effectiveOn,
                    rule().lines(
                                    Matter.of(dues.get()).document(document),
                                    Map.of(Figure.DUES, dues.get().remaining())),
                    List.of());
        }
    }
}
