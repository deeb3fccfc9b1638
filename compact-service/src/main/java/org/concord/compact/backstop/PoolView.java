package org.concord.compact.backstop;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pool with its rules, its lapses, and what is outstanding.
 *
 * @param outstandingCents drawn and not gone back, in US cents
 */
public record PoolView(
        UUID id,
        UUID agreementId,
        String code,
        String program,
        String triggerRule,
        long capCents,
        long memberCapCents,
        long outstandingCents,
        List<LapseView> lapses,
        Instant openedAt) {

    /**
     * A lapse of the program.
     *
     * @param restoredOn first day with the money again; null while it lasts
     * @param restoration what shows that; null while it lasts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LapseView(
            UUID id,
            LocalDate lapsedOn,
            String citation,
            @Nullable LocalDate restoredOn,
            @Nullable String restoration) {}
}
