package org.concord.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.concord.kit.problem.ProblemException;
import org.concord.ledger.proof.Signer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The process that writes a book is killed with SIGKILL at each moment of a batch, while its callers post. Another takes the
 * book, is asked everything again that the first was asked, tells the same, and goes on.
 */
class KilledServiceTest {

    /** A successor must come while it lasts, also on a busy machine, and waits for its end. */
    private static final Duration SHORT_LEASE = Duration.ofSeconds(3);

    /** Answers before a kill and of the successor: together they fill a tile. */
    private static final int SOME = 140;

    private static final String DEAD = "dead";

    @TempDir
    private static Path folder;

    private static LaneRig database;

    private LaneRig rig;
    private CuttingProxy proxy;
    private Signer signer;

    @BeforeAll
    static void makeTheDatabase() {
        database = LaneRig.open();
    }

    @BeforeEach
    void openTheBook() throws IOException, ExecutionException, InterruptedException {
        rig = database.withAnotherBook();
        proxy = LaneRig.proxy(rig.url());
        signer = Signer.start(rig.pooled(rig.url()), folder);
        BookLane first = rig.lane("one", rig.url());
        LaneRig.openAccounts(first);
        first.close();
    }

    @AfterEach
    void closeTheBook() throws InterruptedException, IOException {
        signer.stop();
        rig.close();
        proxy.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasToldOutlivesTheServiceAndItsSuccessorTellsTheSame(Moment moment) throws Exception {
        Map<String, Outcome.Posted> told = postUntilKilledAt(moment, LaneRig.LONG_LEASE);

        // The same address takes its book back while its own lease still runs.
        assertThat(rig.count(
                        "select count(*) from book_head where book_id = ? and leased_until > now() + interval '1 minute'",
                        rig.book))
                .isEqualTo(1);
        succeed(moment, told, rig.lane("one", rig.pooled(rig.url()), LaneRig.LONG_LEASE, signer.heads()));
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_COMMIT", "COMMIT_ANSWERED"})
    void anotherOwnerWaitsUntilTheLeaseOfTheDeadHasEnded(Moment moment) throws Exception {
        Map<String, Outcome.Posted> told = postUntilKilledAt(moment, SHORT_LEASE);

        BookLane other = rig.lane("two", rig.pooled(rig.url()), SHORT_LEASE, signer.heads());
        awaitTheEndOfTheLease(other);
        succeed(moment, told, other);
    }

    /** A service posts until it dies; what its callers were told. */
    private Map<String, Outcome.Posted> postUntilKilledAt(Moment moment, Duration lease) throws Exception {
        String url = LaneRig.urlThrough(proxy, rig.url());
        try (ServiceProcess service = ServiceProcess.start(rig, url, "one", lease, folder, DEAD)) {
            service.await(SOME);
            if (moment == Moment.COMMIT_HEARD) {
                service.holdAtItsNextCommit();
                service.kill();
            } else {
                CompletableFuture<Void> dead = new CompletableFuture<>();
                proxy.cutAt(moment.statement(), moment.point(), () -> {
                    service.kill();
                    dead.complete(null);
                });
                dead.get(30, TimeUnit.SECONDS);
            }
            return service.told();
        }
    }

    /** Whoever comes too early is refused, and nobody is let in before the lease has ended by the database's clock. */
    private void awaitTheEndOfTheLease(BookLane other) {
        long until = rig.count(
                "select (extract(epoch from leased_until) * 1000000)::bigint from book_head where book_id = ?",
                rig.book);
        String key = Callers.key(DEAD, 0, 0);
        assertThatThrownBy(() -> LaneRig.ask(other, LaneRig.voucher(key, Callers.cents(key)))
                        .get(10, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(LaneProblem.BOOK_MOVING));
        Callers.ask(other, key);
        assertThat(rig.count("select (extract(epoch from now()) * 1000000)::bigint"))
                .as("when the other owner answered, in microseconds")
                .isGreaterThan(until);
    }

    /** The successor is asked everything that the dead one was asked, and then posts on. */
    private void succeed(Moment moment, Map<String, Outcome.Posted> told, BookLane successor) throws Exception {
        Map<String, Outcome.Posted> answers = Callers.askAgain(successor, asked(told));

        Map<String, Outcome.Posted> toldBefore = new HashMap<>(answers);
        toldBefore.keySet().retainAll(told.keySet());
        assertThat(CountedBook.differences(Callers.again(told), toldBefore))
                .as("what the dead one told, and its successor tells")
                .isEmpty();
        if (moment == Moment.COMMIT_ANSWERED || moment == Moment.COMMIT_HEARD) {
            Map<String, Outcome.Posted> toldNobody = new HashMap<>(answers);
            toldNobody.keySet().removeAll(told.keySet());
            assertThat(toldNobody.values()).as("answers that were waited for").anyMatch(Outcome.Posted::repeated);
        }
        Callers more = new Callers(successor, "successor");
        more.await(SOME);
        answers.putAll(more.leave());
        CountedBook.assertWhole(rig, answers, signer);
    }

    /** Every key that the dead may have been asked for: each caller's answered ones, and the one that it waited for. */
    private static List<String> asked(Map<String, Outcome.Posted> told) {
        List<String> keys = new ArrayList<>();
        for (int caller = 0; caller < Callers.COUNT; caller++) {
            int n = 0;
            for (; told.containsKey(Callers.key(DEAD, caller, n)); n++) {
                keys.add(Callers.key(DEAD, caller, n));
            }
            keys.add(Callers.key(DEAD, caller, n));
        }
        return keys;
    }
}
