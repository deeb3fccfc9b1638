package org.concord.compact.surveillance.picture;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concord.kit.time.MmwrWeek;
import org.jspecify.annotations.Nullable;

/** A member has reported; read from {@code member.case-report.v1}, keyed by data-use agreement and member. */
record CaseCountsReported(
        UUID dataUseAgreementId,
        String dataUseAgreementCode,
        UUID agreementId,
        String member,
        Finality finality,
        Instant reportedAt,
        List<Cell> cells) {

    /**
     * One count: the cases, or what stands for few of them.
     *
     * @param cases null where suppressed
     * @param substitute null where the cases are told
     */
    record Cell(
            String condition,
            MmwrWeek week,
            CaseStatus status,
            int version,
            @Nullable Long cases,
            @Nullable Integer substitute) {}
}
