package org.concord.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.concord.kit.problem.ProblemException;

/**
 * Callers of a lane, each on a thread of its own: they post one voucher after the other, and whoever is not told what came of
 * it asks again with the same key until he is.
 */
final class Callers {

    static final int COUNT = 8;

    /** With a dead server in between; a lane tries for about a second and a half before it gives a batch back. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Half of what a rig's lane lets wait. */
    private static final int AT_ONCE = 500;

    private final BookLane lane;
    private final String name;
    private final BiConsumer<String, Outcome.Posted> listener;
    private final Map<String, Outcome.Posted> told = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> calls = new ArrayList<>();
    private final AtomicInteger sentAway = new AtomicInteger();
    private volatile boolean enough;

    /**
     * They begin at once.
     *
     * @param name what all their keys begin with
     * @param listener hears each answer as soon as a caller has it
     */
    Callers(BookLane lane, String name, BiConsumer<String, Outcome.Posted> listener) {
        this.lane = lane;
        this.name = name;
        this.listener = listener;
        for (int caller = 0; caller < COUNT; caller++) {
            int number = caller;
            calls.add(threads.submit(() -> call(number)));
        }
    }

    Callers(BookLane lane, String name) {
        this(lane, name, (key, answer) -> {});
    }

    /** The key of a caller's n-th voucher, from 0. */
    static String key(String name, int caller, int n) {
        return name + "-" + caller + "-" + n;
    }

    /** What the voucher of that key is about. */
    static long cents(String key) {
        return 1L + Math.floorMod(key.hashCode(), 10_000);
    }

    private void call(int caller) {
        for (int n = 0; !enough; n++) {
            String key = key(name, caller, n);
            Outcome.Posted answer = ask(lane, key, sentAway::incrementAndGet);
            told.put(key, answer);
            listener.accept(key, answer);
        }
    }

    /** Posts a voucher, and again with the same key until the answer is known. */
    static Outcome.Posted ask(BookLane lane, String key) {
        return ask(lane, key, () -> {});
    }

    private static Outcome.Posted ask(BookLane lane, String key, Runnable unanswered) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return posted(LaneRig.ask(lane, LaneRig.voucher(key, cents(key)))
                        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            } catch (ExecutionException | ProblemException unknown) {
                Throwable why = unknown instanceof ExecutionException ? unknown.getCause() : unknown;
                assertThat(why).as("what %s was told", key).isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.problem()).isNotEqualTo(LaneProblem.BOOK_SHUT);
                    assertThat(System.nanoTime()).as("%s found no answer", key).isLessThan(end);
                });
                unanswered.run();
                pause();
            } catch (InterruptedException | TimeoutException silent) {
                return fail("%s was never answered".formatted(key), silent);
            }
        }
    }

    /** Asks for all of them at once, again with keys that were used before: nobody may fail. */
    static Map<String, Outcome.Posted> askAgain(BookLane lane, List<String> keys) throws Exception {
        Map<String, Outcome.Posted> answers = new HashMap<>();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            Map<String, CompletableFuture<List<Outcome>>> asked = new HashMap<>();
            for (String key : keys.subList(from, Math.min(keys.size(), from + AT_ONCE))) {
                asked.put(key, LaneRig.ask(lane, LaneRig.voucher(key, cents(key))));
            }
            for (Map.Entry<String, CompletableFuture<List<Outcome>>> each : asked.entrySet()) {
                answers.put(each.getKey(), posted(each.getValue().get(PATIENCE.toSeconds(), TimeUnit.SECONDS)));
            }
        }
        return answers;
    }

    /** The same answers, as they are given to whoever asks again. */
    static Map<String, Outcome.Posted> again(Map<String, Outcome.Posted> told) {
        Map<String, Outcome.Posted> again = new HashMap<>();
        told.forEach((key, answer) -> again.put(key, new Outcome.Posted(answer.seq(), answer.entryId(), true)));
        return again;
    }

    private static Outcome.Posted posted(List<Outcome> outcomes) {
        assertThat(outcomes).singleElement().isInstanceOf(Outcome.Posted.class);
        return (Outcome.Posted) outcomes.getFirst();
    }

    /** Waits until so many answers are told, from the beginning on. */
    void await(int answers) throws Exception {
        while (told.size() < answers) {
            for (Future<?> call : calls) {
                if (call.isDone()) {
                    call.get(); // throws what ended it
                }
            }
            pause();
        }
    }

    /** Each gets the answer that it waits for, and leaves. */
    Map<String, Outcome.Posted> leave() throws Exception {
        enough = true;
        for (Future<?> call : calls) {
            call.get(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        threads.close();
        return Map.copyOf(told);
    }

    /** How often one was told that the answer is not known, and asked again. */
    int sentAway() {
        return sentAway.get();
    }

    int answers() {
        return told.size();
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
