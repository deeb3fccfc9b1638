package org.concord.acceptance.story;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Bounded waiting for what reaches another service by event. */
final class Patience {

    private Patience() {}

    /**
     * Asks until there is an answer.
     *
     * @param what what is waited for, in words for the failure
     * @throws StepFailed when nothing came within the bound
     */
    static <T> T until(String what, Duration bound, Duration interval, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + bound.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > end) {
                throw new StepFailed("Waited " + bound.toSeconds() + " s in vain for " + what);
            }
            pause(interval);
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed("Interrupted while waiting", e);
        }
    }
}
