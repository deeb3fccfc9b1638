package org.concord.local;

/**
 * What keeps the platform from running, told to the person at the terminal: one sentence on what is wrong and one on
 * what to do. It is printed without a stack trace; everything that is not a {@code Trouble} is a bug of ours.
 */
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * Trouble of our own finding.
     *
     * @param what what is wrong, a whole sentence
     * @param remedy what to do about it, a whole sentence
     */
    public Trouble(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    /** The same with the cause, which only the log shows. */
    public Trouble(String what, String remedy, Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }

    /** Both sentences, as the terminal shows them. */
    public String told() {
        return getMessage() + " " + remedy;
    }
}
