package org.concord.compact.guidance.adoption;

import java.time.Instant;
import java.time.LocalDate;
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

    boolean takes(MatrixRow row) {
        return (member == null || member.equals(row.member()))
                && (legalEffect == null || legalEffect == row.legalEffect())
                && (following == null || following == row.following());
    }
}
