package org.concord.ledger.book;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;
import org.concord.verifier.merkle.Hashing;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The lane of one book: a bounded queue and one virtual thread. It takes everything that waits, decides each command
 * purely and in order on balances in memory, and commits the lot in one transaction; then each sender gets its own
 * answer. What is in memory is a cache: after any trouble it is dropped and read again, and the commands are asked
 * again. Their keys tell which of them were committed, so that nothing is guessed and nothing happens twice.
 */
final class BookLane {

    private static final Logger LOG = Logger.getLogger(BookLane.class);

    /** Tries of a batch before its senders are told to come back: a restart of the database takes longer than these. */
    private static final int TRIES = 3;

    /** Decided and written, not yet told. */
    private record Answered(Job job, List<Outcome> outcomes) {}

    private final UUID book;
    private final BookWriter writer;
    private final List<Heads> heads;
    private final LaneConfig config;
    private final Clock clock;
    private final Ids ids;
    private final LinkedBlockingQueue<Job> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable String shut;

    /** Null while the lane is closed: nothing in memory may be believed. */
    private @Nullable OpenBook open;

    BookLane(UUID book, BookWriter writer, List<Heads> heads, LaneConfig config, Clock clock, Ids ids) {
        this.book = book;
        this.writer = writer;
        this.heads = heads;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
        this.thread = Thread.ofVirtual().name("lane-" + book).start(this::work);
    }

    /**
     * Queues a job; its answer comes later.
     *
     * @throws ProblemException {@code lane-full}, {@code book-shut}
     */
    void offer(Job job) {
        String why = shut;
        if (why != null) {
            throw new ProblemException(LaneProblem.BOOK_SHUT, why);
        }
        int size = job.commands().size();
        if (closing || waiting.addAndGet(size) > config.queue()) {
            waiting.addAndGet(-size);
            throw new ProblemException(
                    LaneProblem.LANE_FULL, "Send the same request again, with the same key, after a second.");
        }
        queue.add(job);
    }

    /** Whether its thread ended although nobody closed it, as when memory ran out: another lane must take its place. */
    boolean isDead() {
        return !closing && !thread.isAlive();
    }

    /** Takes nothing more and writes nothing more. */
    void shut(String why) {
        shut = why;
    }

    /** Commands that wait. */
    int waiting() {
        return waiting.get();
    }

    /** Takes nothing more, finishes what waits, and lets the book go. */
    void close() throws InterruptedException {
        closing = true;
        // An empty job: a lane that waits for work would notice only at its next renewal, a third of the lease later.
        queue.add(new Job(List.of(), false, new CompletableFuture<>()));
        thread.join(config.patience());
    }

    private void work() {
        long renewal = config.lease().toMillis() / 3;
        openIfFree();
        while (!closing || !queue.isEmpty()) {
            try {
                Job first = queue.poll(closing ? 1 : renewal, TimeUnit.MILLISECONDS);
                if (first == null) {
                    renew();
                } else if (!first.commands().isEmpty()) {
                    serve(takeWhatWaits(first));
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                closing = true;
            }
        }
        letGo();
    }

    private List<Job> takeWhatWaits(Job first) {
        List<Job> batch = new ArrayList<>();
        batch.add(first);
        int commands = first.commands().size();
        for (Job next = queue.peek(); next != null; next = queue.peek()) {
            commands += next.commands().size();
            if (commands > config.batch()) {
                break;
            }
            batch.add(queue.remove());
        }
        return batch;
    }

    private void serve(List<Job> batch) {
        batch.forEach(job -> waiting.addAndGet(-job.commands().size()));
        for (List<Job> rest = batch; !rest.isEmpty(); ) {
            rest = rest.subList(serveSome(rest), rest.size());
        }
    }

    /** Answers the first jobs, at least one; returns how many. */
    private int serveSome(List<Job> batch) {
        Exception last = null;
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                List<Answered> answered = commit(batch);
                answered.forEach(each -> each.job().answer().complete(each.outcomes()));
                return answered.size();
            } catch (BookShut contradiction) {
                shut = contradiction.getMessage();
                LOG.errorf("book %s is shut: %s", book, shut);
                drop();
                fail(batch, new ProblemException(LaneProblem.BOOK_SHUT, String.valueOf(shut)));
                return batch.size();
            } catch (BookMoving elsewhere) {
                drop();
                fail(batch, elsewhere.problem());
                return batch.size();
            } catch (SQLException | RuntimeException trouble) {
                LOG.warnf("book %s: a batch of %d is asked again: %s", book, batch.size(), trouble.getMessage());
                last = trouble;
                drop();
                if (batch.size() > 1 && BookWriter.isRefusalOfData(trouble)) {
                    // One of them is at fault, and the others shall not suffer from it.
                    batch.forEach(job -> serveSome(List.of(job)));
                    return batch.size();
                }
                pause(attempt);
            }
        }
        LOG.errorf(last, "book %s: a batch of %d found no commit", book, batch.size());
        fail(
                batch,
                BookWriter.isRefusalOfData(last)
                        ? new IllegalStateException("the database refused what the book had decided", last)
                        : new ProblemException(
                                LaneProblem.ANSWER_PENDING,
                                "Nothing tells yet whether it was recorded. The same key gets the true answer."));
        return batch.size();
    }

    private static void fail(List<Job> batch, RuntimeException reason) {
        batch.forEach(job -> job.answer().completeExceptionally(reason));
    }

    /** Decides and commits the first jobs, as many as fit into one transaction, at least one. */
    private List<Answered> commit(List<Job> batch) throws SQLException {
        String why = shut;
        if (why != null) {
            throw new BookShut(why);
        }
        OpenBook current = openBook();
        current.attach(writer::session);
        List<Answered> answered = commit(current, batch);
        current.detach();
        return answered;
    }

    private List<Answered> commit(OpenBook current, List<Job> batch) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Writing writing = new Writing(current.head(), now);
        Map<CommandKey, BookWriter.Answer> known = current.answers(batch);
        List<Answered> answered = new ArrayList<>();
        Map<CommandKey, BookWriter.Answer> given = new HashMap<>(known);
        for (Job job : batch) {
            if (writing.bytes() >= config.batchBytes()) {
                break;
            }
            answered.add(new Answered(job, decideSafely(current.state(), job, writing, given, now)));
        }
        if (writing.isEmpty()) {
            return answered;
        }
        writing.records().forEach(record -> current.tree().append(Hashing.leaf(record.body())));
        writer.write(current, writing, config);
        current.commit();
        byte[] root = current.tree().root();
        heads.forEach(
                each -> each.committed(book, current.origin(), current.tree().size(), root));
        return answered;
    }

    /** A rule that fails is our bug; it has touched nothing, and the others go on. */
    private List<Outcome> decideSafely(
            BookState state, Job job, Writing writing, Map<CommandKey, BookWriter.Answer> given, Instant now) {
        try {
            return decide(state, job, writing, given, now);
        } catch (BookWriter.Unread lost) {
            throw lost;
        } catch (RuntimeException mistake) {
            LOG.errorf(mistake, "book %s: a command could not be decided", book);
            job.answer().completeExceptionally(mistake);
            return List.of();
        }
    }

    private List<Outcome> decide(
            BookState state, Job job, Writing writing, Map<CommandKey, BookWriter.Answer> given, Instant now) {
        if (!job.together()) {
            // Should a rule fail half-way, those before it are decided all the same: their keys will tell.
            return decideAll(state, job, writing, given, now);
        }
        BookState ground = state.tentative();
        Writing tried = new Writing(writing.before(), now);
        List<Outcome> outcomes = decideAll(ground, job, tried, new HashMap<>(given), now);
        if (outcomes.stream().anyMatch(Outcome.Refused.class::isInstance)) {
            // Nothing of it stays, its refusals neither: they were decided on ground that never came to be.
            return outcomes.stream()
                    .map(outcome -> outcome instanceof Outcome.Refused ? outcome : new Outcome.Withdrawn())
                    .toList();
        }
        state.absorb(ground);
        given.putAll(tried.answers());
        writing.add(tried);
        return outcomes;
    }

    private List<Outcome> decideAll(
            BookState ground, Job job, Writing writing, Map<CommandKey, BookWriter.Answer> given, Instant now) {
        List<Outcome> outcomes = new ArrayList<>(job.commands().size());
        for (int i = 0; i < job.commands().size(); i++) {
            Command command = job.commands().get(i);
            byte[] hash = job.hashes().get(i);
            BookWriter.Answer first = given.get(command.key());
            if (first != null) {
                outcomes.add(first.again(command, hash));
                continue;
            }
            Decision decision = ground.apply(command, ids.next(), now);
            BookWriter.Answer answer = switch (decision) {
                case Decision.Accepted yes -> BookWriter.Answer.accepted(hash, yes);
                case Decision.Stands stands -> BookWriter.Answer.stands(hash, stands.seq());
                case Decision.Refused no -> BookWriter.Answer.refused(hash, no.refusal());
            };
            outcomes.add(
                    decision instanceof Decision.Refused no
                            ? Outcome.Refused.now(no.refusal())
                            : answer.asOutcome(false));
            if (decision instanceof Decision.Accepted yes) {
                ground.fold(yes);
                writing.add(yes);
            }
            if (!(decision instanceof Decision.Refused no)
                    || (command.refusalIsFinal() && !no.refusal().mayResolve())) {
                given.put(command.key(), answer);
                writing.add(command.key(), answer);
            }
        }
        return outcomes;
    }

    private OpenBook openBook() throws SQLException {
        OpenBook known = open;
        if (known == null) {
            known = writer.open(book, config, heads);
            open = known;
            LOG.infof(
                    "book %s is open at sequence %d, epoch %d",
                    book, known.head().seq(), known.head().epoch());
        }
        return known;
    }

    /** Takes the book where nobody holds it, so that what another replica left unsent is sent, and unsigned is signed. */
    private void openIfFree() {
        if (shut != null) {
            return;
        }
        try {
            openBook().detach();
        } catch (BookShut contradiction) {
            shut = contradiction.getMessage();
            LOG.errorf("book %s is shut: %s", book, shut);
        } catch (BookMoving elsewhere) {
            LOG.debugf("book %s: %s", book, elsewhere.getMessage());
        } catch (SQLException | RuntimeException trouble) {
            LOG.warnf("book %s is not open yet: %s", book, trouble.getMessage());
        }
    }

    private void renew() {
        OpenBook known = open;
        if (known == null) {
            openIfFree();
            return;
        }
        try {
            known.attach(writer::session);
            known.renew(config.lease());
            known.detach();
        } catch (SQLException | BookMoving lost) {
            LOG.warnf("book %s: the lease is lost: %s", book, lost.getMessage());
            drop();
        }
    }

    private void letGo() {
        OpenBook known = open;
        if (known != null) {
            try {
                known.attach(writer::session);
                known.release();
            } catch (SQLException gone) {
                LOG.debugf("book %s: the lease will end by itself: %s", book, gone.getMessage());
            }
        }
        drop();
        List<Job> late = new ArrayList<>();
        queue.drainTo(late);
        fail(late, new ProblemException(LaneProblem.BOOK_MOVING, "Send the same request again in a moment."));
    }

    private void drop() {
        OpenBook known = open;
        open = null;
        if (known != null) {
            known.detach();
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(100L << attempt);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
