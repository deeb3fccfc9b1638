package org.concord.verifier.bundle;

/** A leaf that breaks the format or a law: what was found and what was expected. */
final class BadLeaf extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String found;
    private final String expected;

    BadLeaf(String found, String expected) {
        super(found + "; expected " + expected, null, false, false);
        this.found = found;
        this.expected = expected;
    }

    String found() {
        return found;
    }

    String expected() {
        return expected;
    }

    /** For checks that are made once a leaf at most, or whose texts stand ready: they are made whether needed or not. */
    static void unless(boolean holds, String found, String expected) {
        if (!holds) {
            throw new BadLeaf(found, expected);
        }
    }
}
