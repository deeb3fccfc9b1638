package org.concord.compact.agreement.exit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.concord.compact.agreement.ProceedingView;
import org.jspecify.annotations.Nullable;

/**
 * A member's leaving as it is shown.
 *
 * @param noticedOn the act from which the notice period runs: repeal, notice or rule
 * @param effectiveOn first day on which the member is out
 * @param closedOn when the bill failed, the notice was taken back, or all was settled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WithdrawalView(
        UUID id,
        UUID agreementId,
        String member,
        String state,
        @Nullable String bill,
        @Nullable LocalDate introducedOn,
        @Nullable LocalDate noticedOn,
        @Nullable String citation,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate closedOn,
        int version)
        implements ProceedingView {}
