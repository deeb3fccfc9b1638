package org.concord.compact.guidance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Drafts the next version of a guidance.
 *
 * @param origin what it is drafted for; null for its own sake
 */
public record DraftVersion(
        @NotNull @Valid GuidanceText text, @Nullable @Valid Origin origin) {}
