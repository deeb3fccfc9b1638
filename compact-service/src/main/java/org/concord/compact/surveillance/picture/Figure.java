package org.concord.compact.surveillance.picture;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A number that may be shown, or that none may be. A sum with a suppressed part is suppressed: shown beside its other
 * parts, it would tell the one that is not.
 *
 * @param cases null where suppressed
 * @param atLeast the shown parts of a suppressed sum, which anyone can add; null where there is nothing to add
 */
record Figure(@Nullable Long cases, @Nullable Long atLeast) {

    static Figure of(@Nullable Long cases) {
        return new Figure(cases, null);
    }

    static Figure sum(Collection<Figure> parts) {
        long shown = 0;
        boolean whole = true;
        for (Figure part : parts) {
            Long cases = part.cases();
            Long least = part.atLeast();
            if (cases == null) {
                whole = false;
                shown += least == null ? 0 : least;
            } else {
                shown += cases;
            }
        }
        return whole ? new Figure(shown, null) : new Figure(null, shown);
    }

    boolean suppressed() {
        return cases == null;
    }
}
