package org.concord.compact.guidance.adoption;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.kit.page.Cursor;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;

/**
 * Where a page of the matrix over all guidance begins. It carries the day and the instant of the first page, so that what
 * is recorded meanwhile moves no row from one page to another.
 *
 * @param guidanceId the guidance of the last line before it
 * @param member of that line
 * @param legalEffect of that line
 */
record MatrixPage(LocalDate on, Instant knownAt, UUID guidanceId, String member, LegalEffect legalEffect) {

    private static final int KEYS = 5;

    static String after(MatrixLine line) {
        return Cursor.encode(
                line.on().toString(),
                line.knownAt().toString(),
                line.guidanceId().toString(),
                line.row().member(),
                line.row().legalEffect().name());
    }

    /**
     * Reads a cursor.
     *
     * @throws ProblemException {@code cursor-invalid}
     */
    static MatrixPage of(String cursor) {
        List<String> keys = Cursor.decode(cursor, KEYS);
        try {
            return new MatrixPage(
                    LocalDate.parse(keys.get(0)),
                    Instant.parse(keys.get(1)),
                    UUID.fromString(keys.get(2)),
                    keys.get(3),
                    LegalEffect.valueOf(keys.get(4)));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw new ProblemException(KitProblem.CURSOR_INVALID, "Start from the first page again, without a cursor.");
        }
    }

    /** Whether the line comes on this page or a later one. */
    boolean isBefore(MatrixLine line) {
        if (!line.guidanceId().equals(guidanceId)) {
            return true;
        }
        int byMember = line.row().member().compareTo(member);
        return byMember > 0 || (byMember == 0 && line.row().legalEffect().compareTo(legalEffect) > 0);
    }
}
