package org.concord.compact.surveillance.picture;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.MmwrWeek;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a query, and refuses all faults at once. */
final class PictureQuery {

    private final List<Violation> faults = new ArrayList<>();

    @Nullable
    MmwrWeek week(String name, @Nullable String given) {
        return read(name, given, MmwrWeek::parse);
    }

    @Nullable
    Instant instant(String name, @Nullable String given) {
        return read(name, given, Instant::parse);
    }

    private <T> @Nullable T read(String name, @Nullable String given, Function<String, T> reader) {
        if (given == null) {
            return null;
        }
        try {
            return reader.apply(given);
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            faults.add(Violation.at("/" + name, "wrong-format", String.valueOf(unreadable.getMessage())));
            return null;
        }
    }

    /** Both ends included. */
    void requireRange(MmwrWeek from, MmwrWeek to, int mostWeeks) {
        int weeks = to.number() - from.number() + 1;
        if (weeks < 1 || weeks > mostWeeks) {
            faults.add(Violation.at(
                    "/from", "out-of-range", "is at most " + mostWeeks + " weeks before to, and not after"));
        }
        check();
    }

    void check() {
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "The query cannot be read.", faults);
        }
    }
}
