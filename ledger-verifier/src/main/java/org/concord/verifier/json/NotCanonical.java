package org.concord.verifier.json;

/** The bytes are not the canonical form of any value that a leaf may hold; says what and at which byte. */
public final class NotCanonical extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;

    NotCanonical(String what, int position) {
        super(what + " at byte " + position);
        this.position = position;
    }

    /** Offset of the first byte that is wrong, from 0. */
    public int position() {
        return position;
    }
}
