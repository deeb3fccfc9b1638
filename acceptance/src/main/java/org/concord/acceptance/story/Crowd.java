package org.concord.acceptance.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Several people at once, each on a virtual thread; bounded, because the machine of a demonstration is small. */
final class Crowd {

    private static final int MOST_AT_ONCE = 4;

    private Crowd() {}

    /** Does the work for each and gives the results in the order of the input; the first failure stops the step. */
    static <T, R> List<R> each(Collection<T> people, Function<T, R> work) {
        Semaphore places = new Semaphore(MOST_AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> futures = new ArrayList<>();
            for (T person : people) {
                futures.add(threads.submit(() -> {
                    places.acquire();
                    try {
                        return work.apply(person);
                    } finally {
                        places.release();
                    }
                }));
            }
            List<R> results = new ArrayList<>();
            try {
                for (Future<R> future : futures) {
                    results.add(future.get());
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof StepFailed failed
                        ? failed
                        : new StepFailed("Unexpected: " + e.getCause(), e);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new StepFailed("Interrupted", e);
            }
            return results;
        }
    }
}
