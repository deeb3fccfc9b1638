package org.concord.member.demand;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's demand in a round, as lines of the member's own naming. All lines are stored or none.
 *
 * @param roundId the round that collects demand
 * @param lines 1 to 1,000; larger lists come as a file
 */
public record PostDemand(
        @NotNull UUID roundId, @NotEmpty @Size(max = 1_000) List<@NotNull @Valid Line> lines) {

    /**
     * One line: a rate or doses, never both.
     *
     * @param reference unique among the member's lines in the round
     * @param ratePer10000 doses per 10,000 inhabitants, at most three decimals; the doses are rounded up to whole
     *     packages
     * @param doses the doses themselves, whole packages
     */
    public record Line(
            @NotNull @Pattern(regexp = DemandCheck.REFERENCE_PATTERN)
            String reference,

            @Nullable @DecimalMin("0.001") @DecimalMax(DemandCheck.MOST_PER_10000) @Digits(integer = 6, fraction = 3)
            BigDecimal ratePer10000,

            @Nullable @Min(1) @Max(DemandCheck.MOST_DOSES) Long doses) {}
}
