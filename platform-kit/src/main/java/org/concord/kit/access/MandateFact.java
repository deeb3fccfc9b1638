package org.concord.kit.access;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as the policy table needs it; read from {@code MandateGranted}.
 *
 * @param agreementId null when the mandate holds in every agreement of the member
 * @param limitCents the highest amount that may be approved, in US cents; null when there is no limit
 * @param endsOn last day; null when open-ended
 */
public record MandateFact(
        UUID mandateId,
        String subject,
        String member,
        MandateRole role,
        @Nullable UUID agreementId,
        @Nullable Long limitCents,
        LocalDate effectiveOn,
        @Nullable LocalDate endsOn) {}
