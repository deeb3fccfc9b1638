package org.concord.compact.guidance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Begins a guidance with the draft of its first version.
 *
 * @param code short name that people quote, unique within the agreement
 * @param origin what it is drafted for; null for its own sake
 */
public record DraftGuidance(
        @NotNull UUID agreementId,

        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
        String code,

        @NotNull @Valid GuidanceText text,
        @Nullable @Valid Origin origin) {}
