package org.concord.compact.governance.rule;

import jakarta.validation.constraints.NotNull;

/**
 * One thing that must hold for a matter to carry: those for it are so large a share of a base.
 *
 * @param share the share that they must reach
 * @param of what it is a share of
 * @param by whether heads or weights are counted; heads where nothing is said
 */
public record Condition(@NotNull Share share, @NotNull Base of, By by) {

    /** Refuses what says too little; counts heads by default. */
    public Condition {
        if (share == null || of == null) {
            throw new IllegalArgumentException("A condition names its share and its base.");
        }
        by = by == null ? By.COUNT : by;
    }

    /** What a share is a share of. */
    public enum Base {
        /** The votes for and against, and the abstentions where the rule counts them. */
        CAST("cast"),
        /** All who voted or are present, whatever they said. */
        PRESENT("present"),
        /** All who may vote. */
        ALL("of all");

        private final String words;

        Base(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** How the share is measured. */
    public enum By {
        /** Each unit is one. */
        COUNT,
        /** Each unit is as much as its weight on the roll. */
        WEIGHT
    }
}
