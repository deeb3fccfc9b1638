package org.concord.compact.guidance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Replaces the text of a draft; the earlier one is kept. */
public record ReviseDraft(@NotNull @Valid GuidanceText text) {}
