package org.concord.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.concord.ledger.proof.Signer;
import org.concord.testkit.OwnPostgres;
import org.concord.verifier.merkle.HashReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * PostgreSQL is killed, all of its processes at once and without a word, at each moment of a batch, while callers post; it is
 * started on the same folder and recovers. The lane lives through it. What a kill cannot show is a disk that lies about
 * fsync: the operating system lives on.
 */
class KilledDatabaseTest {

    /** Longer than a lane tries, so that callers must ask again. */
    private static final long LONG_MILLIS = 1_800;

    /** A commit waits so long before it writes its log: time enough to die before, while and after it becomes durable. */
    private static final long COMMIT_MILLIS = 4;

    /** Answers before and after a kill: together they fill a tile. */
    private static final int SOME = 140;

    @TempDir
    private static Path folder;

    private static OwnPostgres postgres;
    private static LaneRig database;

    private final AtomicReference<Runnable> atNextCommit = new AtomicReference<>();
    private LaneRig rig;
    private CuttingProxy proxy;
    private Signer signer;
    private BookLane lane;

    /**
     * A kill.
     *
     * @param afterMillis how long after the moment
     * @param awayMillis how long the database stays away
     */
    record Trial(Moment moment, long afterMillis, long awayMillis) {}

    static Stream<Trial> trials() {
        Stream<Trial> atOnce = Stream.of(Moment.values()).map(moment -> new Trial(moment, 0, 0));
        Stream<Trial> forLong = Stream.of(Moment.values()).map(moment -> new Trial(moment, 0, LONG_MILLIS));
        Stream<Trial> onItsWay =
                LongStream.rangeClosed(1, COMMIT_MILLIS).mapToObj(millis -> new Trial(Moment.COMMIT_SENT, millis, 0));
        return Stream.of(atOnce, forLong, onItsWay).flatMap(each -> each);
    }

    @BeforeAll
    static void startTheServer() {
        postgres = OwnPostgres.open(
                folder.resolve("postgres"), Map.of("commit_delay", COMMIT_MILLIS + "000", "commit_siblings", "0"));
        database = LaneRig.open(postgres.freshDatabase());
    }

    @AfterAll
    static void stopTheServer() {
        postgres.close();
    }

    @BeforeEach
    void openTheBook() throws IOException, ExecutionException, InterruptedException {
        rig = database.withAnotherBook();
        proxy = LaneRig.proxy(rig.url());
        signer = Signer.start(rig.pooled(rig.url()), folder.resolve("proof"));
        DataSource line = rig.pooled(LaneRig.urlThrough(proxy, rig.url()));
        lane = rig.lane("one", line, LaneRig.LONG_LEASE, signer.heads(), new Ear());
        LaneRig.openAccounts(lane);
    }

    @AfterEach
    void closeTheBook() throws InterruptedException, IOException {
        signer.stop();
        rig.close();
        proxy.close();
    }

    @ParameterizedTest
    @MethodSource("trials")
    void whatWasToldOutlivesTheDatabaseAndNothingIsPostedTwice(Trial trial) throws Exception {
        // given
        Callers callers = new Callers(lane, "caller");
        callers.await(SOME);

        // when
        kill(trial).get(30, TimeUnit.SECONDS);
        Thread.sleep(trial.awayMillis());
        postgres.start();
        callers.await(callers.answers() + SOME);
        Map<String, Outcome.Posted> told = callers.leave();

        // then
        long found = told.values().stream().filter(Outcome.Posted::repeated).count();
        if (trial.moment().isBeforeTheCommit()) {
            assertThat(found).as("answers found in a book that had none").isZero();
        } else if (trial.moment() == Moment.COMMIT_ANSWERED) {
            assertThat(found)
                    .as("answers found that the killed database never told")
                    .isPositive();
        }
        if (trial.awayMillis() > 0) {
            assertThat(callers.sentAway())
                    .as("callers sent away without an answer")
                    .isPositive();
        }
        CountedBook.assertWhole(rig, told, signer);
        assertThat(CountedBook.differences(Callers.again(told), Callers.askAgain(lane, List.copyOf(told.keySet()))))
                .as("what is told to whoever asks again")
                .isEmpty();
    }

    /** Done when the database is dead. */
    private CompletableFuture<Void> kill(Trial trial) {
        CompletableFuture<Void> dead = new CompletableFuture<>();
        Runnable kill = () -> {
            pause(trial.afterMillis());
            postgres.kill();
            dead.complete(null);
        };
        Moment moment = trial.moment();
        if (moment == Moment.COMMIT_HEARD) {
            atNextCommit.set(kill);
        } else {
            proxy.cutAt(moment.statement(), moment.point(), kill);
        }
        return dead;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hears of each commit on the lane's own thread, before any caller is told. */
    private final class Ear implements Heads {
        @Override
        public void opening(UUID book, String origin, long size, HashReader hashes) {}

        @Override
        public void committed(UUID book, String origin, long size, byte[] root) {
            Runnable deed = atNextCommit.getAndSet(null);
            if (deed != null) {
                deed.run();
            }
        }
    }
}
