package org.concord.compact.agreement.enactment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.concord.compact.agreement.ProceedingView;
import org.jspecify.annotations.Nullable;

/**
 * A member's act of joining, or of taking an amendment, as it is shown.
 *
 * @param amendmentId the amendment that it takes; null for an act of joining
 * @param kind {@code BILL}, {@code SIGNATURE}, {@code RULE}, {@code FOUNDING} or {@code INCLUDED} (in the act of joining)
 * @param citation where it is codified, or the authority of a signature
 * @param closedOn when the bill failed or was vetoed
 * @param endedOn first day on which the member is no longer bound
 * @param settledOn first day on which it owed nothing any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnactmentView(
        UUID id,
        UUID agreementId,
        String member,
        @Nullable UUID amendmentId,
        String kind,
        String state,
        @Nullable String bill,
        @Nullable String chamber,
        @Nullable String session,
        @Nullable LocalDate introducedOn,
        @Nullable LocalDate passedOn,
        @Nullable LocalDate enactedOn,
        @Nullable String sessionLaw,
        @Nullable String citation,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate settledOn,
        int version)
        implements ProceedingView {}
