package org.concord.ledger.book;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concord.kit.event.Outbox;
import org.concord.kit.time.Ids;
import org.concord.verifier.json.CanonicalJson;

/**
 * The one door to a book: every command, from REST and from Kafka, passes here, in order. Today it works in the
 * caller's transaction with the book's head locked; whoever calls it need not know.
 */
@ApplicationScoped
public class Lane {

    /** The topic of entries; its key is the book, so that a book's entries keep their order. */
    static final String TOPIC = "ledger.entry.v1";

    private final BookStore store;
    private final Outbox outbox;
    private final Clock clock;
    private final Ids ids;

    Lane(BookStore store, Outbox outbox, Clock clock, Ids ids) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    /** One command. See {@link #submit(UUID, List)}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome submit(UUID book, Command command) {
        return submit(book, List.of(command)).getFirst();
    }

    /**
     * Decides the commands in order, each against what those before it left, and writes what was accepted with the
     * surrounding transaction. A command that was answered before gets its first answer again. A refusal touches
     * nothing; it is kept under the command's key where it is final.
     *
     * @return one outcome per command, in order
     * @throws IllegalStateException when the book is not open
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Outcome> submit(UUID book, List<? extends Command> commands) {
        BookStore.Head head =
                store.lock(book).orElseThrow(() -> new IllegalStateException("no book " + book + " is open"));
        BookState state = store.state(book, head);
        // Milliseconds: what a record says must read back to the same instant everywhere.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Outcome> outcomes = new ArrayList<>();
        List<Decision.Accepted> accepted = new ArrayList<>();
        for (Command command : commands) {
            String hash = hash(command);
            Optional<BookStore.Answer> first = store.answer(book, command.key());
            if (first.isPresent()) {
                outcomes.add(again(command, first.get(), hash));
                continue;
            }
            switch (state.apply(command, ids.next(), now)) {
                case Decision.Refused refused -> outcomes.add(refuse(book, command, refused.refusal(), hash, now));
                case Decision.Stands stands -> outcomes.add(new Outcome.Noted(stands.seq(), true));
                case Decision.Accepted decided -> {
                    state.fold(decided);
                    accepted.add(decided);
                    outcomes.add(accept(book, command, decided, hash, now));
                }
            }
        }
        if (!accepted.isEmpty()) {
            store.write(book, head, state, accepted);
            accepted.forEach(each -> publish(book, each));
        }
        return outcomes;
    }

    private Outcome accept(UUID book, Command command, Decision.Accepted accepted, String hash, Instant now) {
        Entry entry = accepted.entry();
        UUID entryId = entry == null ? null : entry.entryId();
        String outcome = entry == null ? "NOTED" : "POSTED";
        store.remember(
                book,
                command.key(),
                new BookStore.Answer(hash, outcome, accepted.seq(), entryId, null, null, null),
                now);
        return entryId == null
                ? new Outcome.Noted(accepted.seq(), false)
                : new Outcome.Posted(accepted.seq(), entryId, false);
    }

    private Outcome refuse(UUID book, Command command, Proposal.Refusal refusal, String hash, Instant now) {
        String reason = refusal.problem().slug();
        if (command.refusalIsFinal()) {
            store.remember(
                    book,
                    command.key(),
                    new BookStore.Answer(hash, "REFUSED", null, null, reason, refusal.detail(), refusal.shortCents()),
                    now);
        }
        return new Outcome.Refused(reason, refusal.detail(), refusal.shortCents(), refusal);
    }

    /** The first answer, unless other figures are asked under the same key: then that is refused. */
    private static Outcome again(Command command, BookStore.Answer first, String hash) {
        if (!first.contentHash().equals(hash)) {
            Proposal.Refusal refusal = Proposal.Refusal.of(
                    PostingProblem.DOCUMENT_DIFFERS,
                    command.key().sourceId() + " is recorded under the rule "
                            + command.key().rule() + " with other figures; it is not recorded twice.");
            return new Outcome.Refused(refusal.problem().slug(), refusal.detail(), null, refusal);
        }
        Long seq = first.seq();
        UUID entryId = first.entryId();
        if (seq == null) {
            return new Outcome.Refused(
                    String.valueOf(first.reason()), String.valueOf(first.detail()), first.shortCents(), null);
        }
        return entryId == null ? new Outcome.Noted(seq, true) : new Outcome.Posted(seq, entryId, true);
    }

    private void publish(UUID book, Decision.Accepted accepted) {
        Entry entry = accepted.entry();
        if (entry == null) {
            return;
        }
        outbox.publish(
                TOPIC,
                book.toString(),
                new BookEvent.EntryPosted(
                        book,
                        entry.seq(),
                        entry.entryId(),
                        entry.key().rule(),
                        entry.effectiveOn(),
                        entry.recordedAt(),
                        new BookEvent.Source(
                                entry.key().sourceType(), entry.key().sourceId()),
                        entry.lines().stream().map(BookEvent.PostedLine::of).toList()));
    }

    private static String hash(Command command) {
        try {
            byte[] content = CanonicalJson.write(command.content());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
