package org.concord.compact.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.concord.compact.Moments;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Zones;
import org.jspecify.annotations.Nullable;

/** Today where it matters: a member's acts by the date in its zone, the commission's by the date in the lead's. */
@ApplicationScoped
public class LegalDates {

    private final Clock clock;

    LegalDates(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return Moments.now(clock);
    }

    public LocalDate today(String jurisdiction) {
        return Zones.dateIn(jurisdiction, clock.instant());
    }

    /**
     * Holds that a fact is not recorded before it has happened.
     *
     * @throws ProblemException {@code dated-ahead}
     */
    public LocalDate happened(String jurisdiction, LocalDate on) {
        LocalDate today = today(jurisdiction);
        if (on.isAfter(today)) {
            throw new ProblemException(
                    AgreementProblem.DATED_AHEAD,
                    "It is " + today + " in " + jurisdiction + "; " + on + " has not come yet.");
        }
        return on;
    }

    /** The first instant after that day in the jurisdiction. */
    public static Instant endOf(LocalDate day, String jurisdiction) {
        return day.plusDays(1).atStartOfDay(Zones.of(jurisdiction)).toInstant();
    }

    /**
     * A date in a query.
     *
     * @throws ProblemException {@code validation-failed}
     */
    public static LocalDate parse(String parameter, @Nullable String asked, LocalDate otherwise) {
        if (asked == null) {
            return otherwise;
        }
        try {
            return LocalDate.parse(asked);
        } catch (DateTimeParseException noDate) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "A date is written as 2026-03-01.",
                    List.of(Violation.at("/" + parameter, "not-a-date", "write it as 2026-03-01")));
        }
    }
}
