package org.concord.compact.surveillance.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.kit.time.MmwrWeek;
import org.jspecify.annotations.Nullable;

/**
 * How one week's counts of one member moved as cases came in and were sorted out.
 *
 * @param versions by status, then by version
 */
public record CaseBackfill(
        UUID dataUseAgreementId, String condition, String member, MmwrWeek week, List<Version> versions) {

    /** A copy is kept. */
    public CaseBackfill {
        versions = List.copyOf(versions);
    }

    /**
     * One version of one count.
     *
     * @param cases null where suppressed
     * @param change cases more, or less, than in the version before; null in the first, and where either is suppressed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Version(
            CaseStatus status,
            int version,
            Finality finality,
            Instant reportedAt,
            @Nullable Long cases,
            boolean suppressed,
            @Nullable Long change) {}

    /** The columns of the same versions as CSV. */
    static final List<String> COLUMNS =
            List.of("status", "version", "finality", "reported_at", "cases", "suppressed", "change");

    List<List<String>> sheet() {
        return versions.stream()
                .map(version -> Sheet.row(
                        version.status(),
                        version.version(),
                        version.finality(),
                        version.reportedAt(),
                        version.cases(),
                        version.suppressed(),
                        version.change()))
                .toList();
    }

    /** Puts all versions of one member's counts of one week in their order. */
    static List<Version> layOut(Collection<Cell> cells) {
        Map<CaseStatus, @Nullable Long> before = new HashMap<>();
        List<Version> versions = new ArrayList<>();
        cells.stream()
                .sorted(Comparator.comparing(Cell::status).thenComparingInt(Cell::version))
                .forEach(cell -> {
                    Long now = cell.cases();
                    Long last = before.put(cell.status(), now);
                    versions.add(new Version(
                            cell.status(),
                            cell.version(),
                            cell.finality(),
                            cell.reportedAt(),
                            now,
                            now == null,
                            now == null || last == null ? null : Long.valueOf(now - last)));
                });
        return versions;
    }
}
