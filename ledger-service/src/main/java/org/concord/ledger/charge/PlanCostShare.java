package org.concord.ledger.charge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What if a cost were shared so?
 *
 * @param totalCents US cents
 * @param formula a cost share formula's name, such as {@code HALF_POPULATION_HALF_VOLUME}
 */
public record PlanCostShare(
        @NotNull @Min(0) @Max(MAX) Long totalCents,
        @NotNull @Size(max = 80) String formula,
        @NotEmpty @Size(max = 60) List<@NotNull @Valid Member> members) {

    private static final long MAX = (1L << 53) - 1;

    /** One member's figures; sixty is more than there are jurisdictions. */
    public record Member(
            @NotNull @Pattern(regexp = "[A-Z]{2}") String member,
            @NotNull @Min(0) @Max(MAX) Long population,
            @NotNull @Min(0) @Max(MAX) Long doses) {}
}
