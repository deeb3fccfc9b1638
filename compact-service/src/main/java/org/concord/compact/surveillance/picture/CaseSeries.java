package org.concord.compact.surveillance.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.concord.kit.time.MmwrWeek;
import org.jspecify.annotations.Nullable;

/**
 * A condition's counts week by week, statuses added.
 *
 * @param member null for the members together
 * @param points weeks that were reported, in order; a week that nobody reported is not there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseSeries(
        UUID dataUseAgreementId,
        String condition,
        @Nullable String member,
        List<CaseStatus> statuses,
        List<Point> points) {

    /** Copies are kept. */
    public CaseSeries {
        statuses = List.copyOf(statuses);
        points = List.copyOf(points);
    }

    /**
     * One week.
     *
     * @param cases null where suppressed
     * @param atLeast what the shown parts add up to; null where there is nothing to add
     * @param allFinal whether every count in it is final
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Point(
            MmwrWeek week,
            @Nullable Long cases,
            boolean suppressed,
            @Nullable Long atLeast,
            boolean allFinal) {

        static Point of(MmwrWeek week, Figure figure, boolean allFinal) {
            return new Point(week, figure.cases(), figure.suppressed(), figure.atLeast(), allFinal);
        }
    }

    /** The columns of the same points as CSV. */
    static final List<String> COLUMNS = List.of("week", "cases", "suppressed", "at_least", "all_final");

    List<List<String>> sheet() {
        return points.stream()
                .map(point ->
                        Sheet.row(point.week(), point.cases(), point.suppressed(), point.atLeast(), point.allFinal()))
                .toList();
    }
}
