package org.concord.member.casereport;

import java.time.Instant;
import java.util.UUID;
import org.concord.kit.time.MmwrWeek;

/** One version of one count, as the member's own health officers see it. */
public record CaseCountView(
        String condition,
        MmwrWeek week,
        CaseStatus status,
        int version,
        long cases,
        Finality finality,
        UUID reportId,
        Instant reportedAt) {}
