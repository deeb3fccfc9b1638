package org.concord.compact.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a recommendation is about. Ages are in months, because schedules for infants are.
 *
 * @param fromMonths the first month of age that belongs to it; 0 is birth
 * @param toMonths the first month of age that no longer belongs to it; null without an upper limit
 * @param riskGroup code of a risk group, such as {@code PREGNANT}; null for everyone of that age
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Population(
        @Min(0) @Max(MOST_MONTHS) int fromMonths,
        @Nullable @Min(1) @Max(MOST_MONTHS) Integer toMonths,

        @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{0,63}") String riskGroup) {

    /** 130 years: nobody was older. */
    static final int MOST_MONTHS = 1560;

    /** An age range runs forward. */
    public Population {
        if (toMonths != null && toMonths <= fromMonths) {
            throw new IllegalArgumentException("toMonths must be greater than fromMonths");
        }
    }

    /** Whether all of the other population belongs to this one. */
    public boolean contains(Population part) {
        boolean agesInside = part.fromMonths >= fromMonths
                && (toMonths == null || (part.toMonths != null && part.toMonths <= toMonths));
        return agesInside && (riskGroup == null || riskGroup.equals(part.riskGroup));
    }
}
