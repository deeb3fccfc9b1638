package org.concord.acceptance.story;

/** A step did not go as the story tells it; the message carries the service's own words. */
public final class StepFailed extends RuntimeException {

    StepFailed(String message) {
        super(message);
    }

    StepFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
