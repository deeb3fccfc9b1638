package org.concord.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.ledger.book.LaneRig.ask;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.concord.kit.problem.ProblemException;
import org.concord.ledger.book.CuttingProxy.Point;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The line to the database is cut at every statement of a commit, before, during and after it; a lane is killed and
 * another takes over; two replicas want one book. Afterwards every answered command is in the book exactly once, at the
 * place that was answered, and nothing else is.
 */
class LaneFaultTest {

    /** Commands of one trial; they come together, so that a cut hits several. */
    private static final int COMMANDS = 12;

    private static LaneRig rig;
    private static CuttingProxy proxy;
    private static BookLane lane;
    private static int trial;
    private static final Map<String, Long> ANSWERED = new HashMap<>();

    @BeforeAll
    static void open() throws IOException, InterruptedException, ExecutionException {
        rig = LaneRig.open();
        proxy = LaneRig.proxy(rig.url());
        lane = rig.lane("one", LaneRig.urlThrough(proxy, rig.url()));
        LaneRig.openAccounts(lane);
    }

    @AfterAll
    static void close() throws InterruptedException, IOException {
        rig.close();
        proxy.close();
    }

    @AfterEach
    void theBookIsWhole() throws SQLException {
        assertThat(rig.seqByKey()).isEqualTo(ANSWERED);
        LaneRig.Roots roots = rig.roots();
        assertThat(roots.ofRecords()).isEqualTo(roots.ofHead());
        assertThat(rig.count("select count(*) from record where book_id = ?", rig.book))
                .isEqualTo(roots.size());
        assertThat(rig.count("""
                        select count(*) from balance b
                          left join lateral (
                            select coalesce(sum(amount) filter (where side = 'DEBIT'), 0) as debits,
                                   coalesce(sum(amount) filter (where side = 'CREDIT'), 0) as credits
                              from line l where l.book_id = b.book_id and l.account_no = b.account_no) as fold on true
                         where b.book_id = ? and (b.debits <> fold.debits or b.credits <> fold.credits)""", rig.book)).isZero();
    }

    static Stream<Arguments> cuts() {
        return Stream.of(
                        "COMMIT",
                        "update book_head",
                        "insert into record",
                        "insert into entry",
                        "insert into line",
                        "update balance",
                        "insert into command_key",
                        "from unnest")
                .flatMap(statement -> Stream.of(Point.values()).map(point -> Arguments.of(statement, point)));
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("cuts")
    void aCutLineLosesNothingAndDoublesNothing(String statement, Point point) throws Exception {
        int cutsBefore = proxy.cuts();
        proxy.cutAt(statement, point);

        ANSWERED.putAll(postUntilAnswered(lane));

        assertThat(proxy.cuts()).isEqualTo(cutsBefore + 1);
    }

    @Test
    void twoCutsInARowAreSurvivedToo() throws Exception {
        int cutsBefore = proxy.cuts();
        proxy.cutAt("COMMIT", Point.AFTER);
        Map<String, CompletableFuture<List<Outcome>>> asked = askAll(lane, keys());
        awaitCuts(proxy, cutsBefore + 1);
        // The lane pauses before its second try, which begins with a commit: it takes the book anew.
        proxy.cutAt("COMMIT", Point.DURING);

        ANSWERED.putAll(await(lane, asked));

        assertThat(proxy.cuts()).isEqualTo(cutsBefore + 2);
    }

    /** As if the process were killed: its memory and its answers are gone, and another takes the book. */
    @ParameterizedTest
    @MethodSource("points")
    void aLaneThatDiesAtItsCommitIsFollowedByOneThatKnowsWhatWasCommitted(Point point) throws Exception {
        List<String> keys = keys();
        CuttingProxy dying = LaneRig.proxy(rig.url());
        BookLane first = rig.lane("one", LaneRig.urlThrough(dying, rig.url()));
        ANSWERED.putAll(await(first, askAll(first, List.of("warm-" + trial))));
        dying.cutAt("COMMIT", point);
        askAll(first, keys);
        awaitCuts(dying, 1);
        dying.close(); // it never reaches the database again, and nobody hears of it

        BookLane second = rig.lane("one", rig.url());
        ANSWERED.putAll(await(second, askAll(second, keys)));
    }

    private static void awaitCuts(CuttingProxy proxy, int count) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (proxy.cuts() < count) {
            assertThat(System.nanoTime()).as("no cut").isLessThan(end);
            Thread.sleep(5);
        }
    }

    static Stream<Point> points() {
        return Stream.of(Point.values());
    }

    @Test
    void whoeverHasLostTheBookIsFenced() throws Exception {
        // A book of its own, so that no lane of another trial wants it.
        LaneRig own = LaneRig.open();
        BookLane mine = own.lane("mine", own.url());
        LaneRig.openAccounts(mine);
        BookLane other = own.lane("other", own.url());
        assertMoving(other, "too-early");

        own.run("update book_head set leased_until = now() - interval '1 second'");
        Map<String, Long> answered = postUntilAnswered(other);

        // The first still believes that it holds the book, decides on what it remembers, and is fenced by the head.
        assertMoving(mine, "too-late");
        assertThat(own.seqByKey()).isEqualTo(answered);
        own.close();
    }

    @Test
    void anIdleLaneThatIsClosedLetsItsBookGoAtOnce() throws Exception {
        LaneRig own = rig.withAnotherBook();
        BookLane mine = own.lane("mine", own.url());
        LaneRig.openAccounts(mine);

        mine.close();

        Map<String, Long> answered = postUntilAnswered(own.lane("other", own.url()));
        assertThat(own.seqByKey()).isEqualTo(answered);
        own.close();
    }

    private static void assertMoving(BookLane lane, String key) {
        assertThatThrownBy(() -> ask(lane, LaneRig.voucher(key, 1)).get(10, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem()).isEqualTo(LaneProblem.BOOK_MOVING));
    }

    @Test
    void aFullQueueSaysSo() throws Exception {
        BookLane small = rig.lane("one", rig.url(), 5);
        List<CompletableFuture<List<Outcome>>> taken = new ArrayList<>();
        int refused = 0;
        List<String> keys = new ArrayList<>();
        // Faster than any disk: some must find the queue full.
        for (int i = 0; i < 2_000 && refused == 0; i++) {
            String key = "full-" + i;
            try {
                taken.add(ask(small, LaneRig.voucher(key, 1)));
                keys.add(key);
            } catch (ProblemException full) {
                assertThat(full.problem()).isEqualTo(LaneProblem.LANE_FULL);
                refused++;
            }
        }
        assertThat(refused).isPositive();
        for (int i = 0; i < taken.size(); i++) {
            ANSWERED.put(
                    keys.get(i), posted(taken.get(i).get(20, TimeUnit.SECONDS).getFirst()));
        }
    }

    private static List<String> keys() {
        trial++;
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            keys.add("trial-" + trial + "-" + i);
        }
        return keys;
    }

    private static Map<String, Long> postUntilAnswered(BookLane to) throws Exception {
        return await(to, askAll(to, keys()));
    }

    private static Map<String, CompletableFuture<List<Outcome>>> askAll(BookLane to, List<String> keys) {
        Map<String, CompletableFuture<List<Outcome>>> asked = new HashMap<>();
        keys.forEach(key -> asked.put(key, ask(to, LaneRig.voucher(key, 1 + key.length()))));
        return asked;
    }

    /** Asks again, with the same key, whoever was told that the answer is not known. */
    private static Map<String, Long> await(BookLane to, Map<String, CompletableFuture<List<Outcome>>> asked)
            throws Exception {
        Map<String, Long> seqs = new HashMap<>();
        for (Map.Entry<String, CompletableFuture<List<Outcome>>> each : asked.entrySet()) {
            CompletableFuture<List<Outcome>> answer = each.getValue();
            for (int attempt = 0; !seqs.containsKey(each.getKey()); attempt++) {
                try {
                    seqs.put(
                            each.getKey(),
                            posted(answer.get(20, TimeUnit.SECONDS).getFirst()));
                } catch (ExecutionException unknown) {
                    assertThat(unknown.getCause()).isInstanceOf(ProblemException.class);
                    assertThat(attempt).as("tries of %s", each.getKey()).isLessThan(50);
                    Thread.sleep(50);
                    answer = ask(
                            to, LaneRig.voucher(each.getKey(), 1 + each.getKey().length()));
                }
            }
        }
        return seqs;
    }

    private static long posted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Posted.class);
        return ((Outcome.Posted) outcome).seq();
    }
}
