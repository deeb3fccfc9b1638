package org.concord.verifier.note;

/** A note that must not be believed: malformed, or not signed as it has to be. Says why in one sentence. */
public final class NoteRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the reason. */
    public NoteRejected(String reason) {
        super(reason);
    }
}
