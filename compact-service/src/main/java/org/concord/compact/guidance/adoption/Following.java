package org.concord.compact.guidance.adoption;

/**
 * What a member does on a day, as the matrix and the map name it. Four kinds, none above another: they are not counted,
 * scored or ranked, and have no colours here.
 */
public enum Following {
    FOLLOWS("Follows the guidance"),
    FOLLOWS_WITH_DEVIATIONS("Follows the guidance with differences of its own"),
    DECLINES("Has declined the guidance"),
    NO_ACT("No act is recorded");

    private final String label;

    Following(String label) {
        this.label = label;
    }

    /** In words, for a legend. */
    public String label() {
        return label;
    }

    static Following of(Decision decision) {
        return switch (decision) {
            case ADOPT -> FOLLOWS;
            case ADOPT_WITH_DEVIATIONS -> FOLLOWS_WITH_DEVIATIONS;
            case DECLINE -> DECLINES;
        };
    }
}
