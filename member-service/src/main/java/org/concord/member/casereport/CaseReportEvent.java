package org.concord.member.casereport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concord.kit.event.DomainEvent;
import org.concord.kit.time.MmwrWeek;
import org.jspecify.annotations.Nullable;

/** What counts tell the others, on {@value #TOPIC}, keyed {@code dataUseAgreementId/MEMBER}. Small counts are not in it. */
public sealed interface CaseReportEvent extends DomainEvent {

    /** The topic, without the environment's prefix. */
    String TOPIC = "member.case-report.v1";

    /**
     * A member reported.
     *
     * @param cells in the order in which they were sent
     */
    record CaseCountsReported(
            UUID reportId,
            UUID dataUseAgreementId,
            String dataUseAgreementCode,
            UUID agreementId,
            String member,
            Finality finality,
            Instant reportedAt,
            List<SharedCell> cells)
            implements CaseReportEvent {

        /** A copy is kept. */
        public CaseCountsReported {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One count, as it may be known: either the cases, or that they are few and what stands for them.
     *
     * @param cases null where suppressed
     * @param substitute what a suppressed count enters a computation as; null where the cases are told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SharedCell(
            String condition,
            MmwrWeek week,
            CaseStatus status,
            int version,
            @Nullable Long cases,
            @Nullable Integer substitute) {

        /** A small count loses its number here, and has none from here on. */
        static SharedCell of(PostCaseReport.Cell cell, int version, SmallCells small) {
            return small.hide(cell.cases())
                    ? new SharedCell(cell.condition(), cell.week(), cell.status(), version, null, small.substitute())
                    : new SharedCell(cell.condition(), cell.week(), cell.status(), version, cell.cases(), null);
        }

        /** Whether the count is small. */
        boolean suppressed() {
            return cases == null;
        }
    }
}
