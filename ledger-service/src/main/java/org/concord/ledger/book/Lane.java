package org.concord.ledger.book;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;
import org.jspecify.annotations.Nullable;

/**
 * The one door to a book: every command, from REST and from Kafka, passes here, in order. What it answered is durable. A
 * caller's own transaction plays no part in it: should that one fail, the caller asks again and is given the first
 * answer, since a command is known for ever by its key.
 */
@ApplicationScoped
public class Lane {

    private final BookWriter writer;
    private final Books books;
    private final List<Heads> heads;
    private final LaneConfig config;
    private final Clock clock;
    private final Ids ids;
    private final Map<UUID, BookLane> lanes = new ConcurrentHashMap<>();

    Lane(BookWriter writer, Books books, @All List<Heads> heads, LaneConfig config, Clock clock, Ids ids) {
        this.books = books;
        this.writer = writer;
        this.heads = heads;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Decides one command and waits until the answer is durable. A command that was answered before gets its first
     * answer again. A refusal touches nothing; it is kept under the command's key where it is final.
     *
     * @throws ProblemException a {@link LaneProblem}: nothing is known to be decided, the same command may be sent again
     * @throws IllegalStateException when the book is not open
     */
    public Outcome submit(UUID book, Command command) {
        return await(offer(book, List.of(command), false)).getFirst();
    }

    /**
     * Decides commands in order, each against what those before it left: all of them are written, or none. See
     * {@link #submit}.
     *
     * @param commands at most {@link LaneConfig#batch()}
     * @return one outcome per command, in order; where one is {@link Outcome.Refused} the others are
     *     {@link Outcome.Withdrawn}
     */
    public List<Outcome> submitTogether(UUID book, List<? extends Command> commands) {
        return await(offer(book, commands, true));
    }

    /**
     * Queues commands and does not wait. The answer completes on the lane's thread: do no work there.
     *
     * @param together whether they stand or fall together; else each is decided and answered by itself
     * @return one outcome per command, in order, when they are durable
     */
    public CompletableFuture<List<Outcome>> offer(UUID book, List<? extends Command> commands, boolean together) {
        if (commands.isEmpty() || commands.size() > config.batch()) {
            throw new IllegalArgumentException("a lane takes 1 to " + config.batch() + " commands at once");
        }
        CompletableFuture<List<Outcome>> answer = new CompletableFuture<>();
        lane(book).offer(new Job(commands, together, answer));
        return answer;
    }

    /** How many commands wait for the book. */
    public int waiting(UUID book) {
        BookLane lane = lanes.get(book);
        return lane == null ? 0 : lane.waiting();
    }

    /** Shuts a book until this process is started anew: somebody has proof that it is not what it was. */
    public void shut(UUID book, String why) {
        lane(book).shut(why);
    }

    private BookLane lane(UUID book) {
        return lanes.compute(
                book,
                (id, lane) ->
                        lane == null || lane.isDead() ? new BookLane(id, writer, heads, config, clock, ids) : lane);
    }

    /**
     * Waits for what {@link #offer} promised.
     *
     * @throws ProblemException {@code answer-pending} after {@link LaneConfig#patience()}, and what the lane answers
     */
    public List<Outcome> await(CompletableFuture<List<Outcome>> answer) {
        try {
            return answer.get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw pending();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw pending();
        } catch (ExecutionException failed) {
            throw unwrapped(failed.getCause());
        }
    }

    private static ProblemException pending() {
        return new ProblemException(
                LaneProblem.ANSWER_PENDING,
                "Nothing tells yet whether it was recorded. The same key gets the true answer.");
    }

    private static RuntimeException unwrapped(@Nullable Throwable cause) {
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    /** Takes up every book, so that after a crash what was committed is published and signed without waiting for work. */
    void open(@Observes StartupEvent event) {
        books.all().forEach(this::lane);
    }

    void close(@Observes ShutdownEvent event) throws InterruptedException {
        for (BookLane lane : lanes.values()) {
            lane.close();
        }
    }
}
