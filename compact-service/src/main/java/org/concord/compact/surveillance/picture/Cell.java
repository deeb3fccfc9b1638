package org.concord.compact.surveillance.picture;

import java.time.Instant;
import org.concord.kit.time.MmwrWeek;
import org.jspecify.annotations.Nullable;

/**
 * One version of one count of one condition, as it was shared.
 *
 * @param cases null where suppressed
 */
record Cell(
        String member,
        MmwrWeek week,
        CaseStatus status,
        int version,
        @Nullable Long cases,
        Finality finality,
        Instant reportedAt) {

    Figure figure() {
        return Figure.of(cases);
    }
}
