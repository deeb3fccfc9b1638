package org.concord.member.mandate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.concord.kit.access.MandateRole;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as the API shows it.
 *
 * @param limitCents US cents; absent: no limit
 * @param endsOn last day, included; absent: open
 * @param instrument what the member certified
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MandateView(
        UUID id,
        String subject,
        String username,
        String name,
        String member,
        MandateRole role,
        @Nullable UUID agreementId,
        @Nullable Long limitCents,
        LocalDate effectiveOn,
        @Nullable LocalDate endsOn,
        String instrument,
        Instant registeredAt) {}
