package org.concord.member.casereport;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concord.kit.time.MmwrWeek;

/**
 * A report that was taken: which version each cell became, in the order in which they were sent.
 *
 * @param dataUseAgreementId under which they are shared
 */
public record CaseReportView(
        UUID id, UUID dataUseAgreementId, String member, Finality finality, Instant reportedAt, List<CellView> cells) {

    /**
     * One cell.
     *
     * @param suppressed whether others see it as suppressed
     */
    public record CellView(String condition, MmwrWeek week, CaseStatus status, int version, boolean suppressed) {}
}
