package org.concord.compact.guidance.adoption;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Zones;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a matrix is asked for.
 *
 * @param on the day that it tells of
 * @param knownAt as it was known then
 * @param member USPS code; null for all
 * @param legalEffect null for all
 * @param following null for all
 */
record MatrixFilter(
        LocalDate on,
        Instant knownAt,
        @Nullable String member,
        @Nullable LegalEffect legalEffect,
        @Nullable Following following) {

    /**
     * Reads the question.
     *
     * @param lead USPS code of the agreement's lead, in whose zone it is today
     * @param on null for today
     * @param knownAt null for now
     * @throws ProblemException {@code validation-failed}, with each fault
     */
    static MatrixFilter asked(
            String lead,
            Instant now,
            @Nullable String on,
            @Nullable String knownAt,
            @Nullable String member,
            @Nullable LegalEffect legalEffect,
            @Nullable Following following) {
        List<Violation> faults = new ArrayList<>();
        LocalDate day = Zones.dateIn(lead, now);
        if (on != null) {
            try {
                day = LocalDate.parse(on);
            } catch (DateTimeException notADate) {
                faults.add(Violation.at("/on", "wrong-format", "a date such as 2026-11-22 is expected"));
            }
        }
        Instant known = now;
        if (knownAt != null) {
            try {
                known = Instant.parse(knownAt);
                if (known.isAfter(now)) {
                    faults.add(Violation.at("/knownAt", "ahead", "nothing is known of what has not been yet"));
                } else if (known.isBefore(Instant.EPOCH)) {
                    faults.add(Violation.at("/knownAt", "out-of-range", "nothing was known here so long ago"));
                }
            } catch (DateTimeException notAnInstant) {
                faults.add(Violation.at(
                        "/knownAt", "wrong-format", "an instant such as 2026-11-22T12:00:00Z is expected"));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "The question has faults.", faults);
        }
        return new MatrixFilter(day, known, member, legalEffect, following);
    }

    boolean takes(MatrixRow row) {
        return (member == null || member.equals(row.member()))
                && (legalEffect == null || legalEffect == row.legalEffect())
                && (following == null || following == row.following());
    }
}
