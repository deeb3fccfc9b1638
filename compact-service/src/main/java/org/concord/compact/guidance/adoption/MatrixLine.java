package org.concord.compact.guidance.adoption;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A row of a matrix by itself, with what it tells of.
 *
 * @param on the day that it tells of
 * @param knownAt as it was known then
 * @param code of the guidance within its agreement
 */
public record MatrixLine(
        LocalDate on,
        Instant knownAt,
        UUID guidanceId,
        String code,
        @JsonUnwrapped MatrixRow row) {}
