package org.concord.acceptance.story;

/** The file is not a scenario; the message is one sentence that begins with the JSON Pointer of the culprit. */
public final class InvalidScenario extends RuntimeException {

    InvalidScenario(String pointer, String why) {
        super((pointer.isEmpty() ? "The file " : pointer + " ") + why + ".");
    }
}
