package org.concord.compact.guidance.adoption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.compact.guidance.Force;
import org.concord.compact.guidance.GuidanceStage;

/**
 * The adoption matrix of a guidance.
 *
 * @param on the day that it tells of
 * @param knownAt as it was known then
 * @param force what the guidance can do to a member by itself: nothing
 * @param versions the versions issued as far as was known, newest first
 * @param rows by member and legal effect, as the filter asks
 * @param unaffected what no state's act reaches
 */
public record MatrixView(
        UUID guidanceId,
        String code,
        LocalDate on,
        Instant knownAt,
        Force force,
        List<IssuedVersion> versions,
        List<MatrixRow> rows,
        List<UnreachedProgramView> unaffected) {

    /** Its rows, each by itself. */
    List<MatrixLine> lines() {
        return rows.stream()
                .map(row -> new MatrixLine(on, knownAt, guidanceId, code, row))
                .toList();
    }

    /** A version and where it stood on that day. */
    public record IssuedVersion(int number, LocalDate effectiveOn, GuidanceStage stage) {}
}
