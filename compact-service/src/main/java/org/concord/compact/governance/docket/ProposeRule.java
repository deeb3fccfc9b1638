package org.concord.compact.governance.docket;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a rule.
 *
 * @param effectiveAfterDays days between its adoption and its effect
 * @param petition the time to petition for review that the agreement sets; null for the configured one
 */
public record ProposeRule(
        @NotNull UUID agreementId,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 100_000) String text,
        @Min(0) @Max(3650) int effectiveAfterDays,
        @Nullable @Valid Period petition) {

    /**
     * A period that an instrument sets.
     *
     * @param days whole days, in the lead's zone
     * @param citation the article that sets it
     */
    public record Period(
            @Min(0) @Max(365) int days,
            @NotBlank @Size(max = 300) String citation) {}
}
