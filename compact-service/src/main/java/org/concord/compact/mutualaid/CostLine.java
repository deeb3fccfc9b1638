package org.concord.compact.mutualaid;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** An estimate for one category, in US cents. */
public record CostLine(
        @NotNull CostCategory category,
        @Min(0) @Max(MOST_CENTS) long cents) {

    /** Ten billion dollars: a thousand lines of it are still exact. */
    static final long MOST_CENTS = 1_000_000_000_000L;
}
