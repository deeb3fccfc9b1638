package org.concord.compact.governance.rule;

import java.util.List;
import org.concord.compact.governance.rule.Condition.Base;
import org.concord.compact.governance.rule.Condition.By;

/** The thresholds that instruments name, and what each comes to. */
public enum Threshold {
    /** More than half of the votes cast; a tie fails. */
    MAJORITY_OF_VOTES(new Condition(Share.MAJORITY, Base.CAST, By.COUNT)),
    /** Two thirds of the votes cast. */
    TWO_THIRDS_OF_VOTES(new Condition(Share.TWO_THIRDS, Base.CAST, By.COUNT)),
    /** More than half of those present, so that an abstention works as a no. */
    MAJORITY_OF_PRESENT(new Condition(Share.MAJORITY, Base.PRESENT, By.COUNT)),
    /** More than half of all who may vote. */
    MAJORITY_OF_ALL(new Condition(Share.MAJORITY, Base.ALL, By.COUNT)),
    /** Two thirds of all who may vote. */
    TWO_THIRDS_OF_ALL(new Condition(Share.TWO_THIRDS, Base.ALL, By.COUNT)),
    /** All who may vote. */
    UNANIMOUS(new Condition(Share.ALL, Base.ALL, By.COUNT)),
    /** More than half of the votes, and more than half of the weight behind them. */
    MAJORITY_OF_VOTES_AND_WEIGHT(
            new Condition(Share.MAJORITY, Base.CAST, By.COUNT), new Condition(Share.MAJORITY, Base.CAST, By.WEIGHT)),
    /** None of these: the conditions say it. */
    AS_CONDITIONS;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<Condition> conditions;

    Threshold(Condition... conditions) {
        this.conditions = List.of(conditions);
    }

    /** What must hold; empty for {@link #AS_CONDITIONS}. */
    public List<Condition> conditions() {
        return conditions;
    }

    /** The name of these conditions, {@link #AS_CONDITIONS} where they have none. */
    static Threshold naming(List<Condition> conditions) {
        for (Threshold threshold : values()) {
            if (threshold.conditions.equals(conditions)) {
                return threshold;
            }
        }
        return AS_CONDITIONS;
    }
}
