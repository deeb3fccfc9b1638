package org.concord.compact.procurement.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.concord.kit.money.Amounts;
import org.jspecify.annotations.Nullable;

/**
 * One supplier's bid as it was opened.
 *
 * @param supplier the supplier's code, upper case
 * @param pricing how the tiers apply
 * @param tiers price steps; the first starts at dose 1, each later one further up
 * @param capacity the most doses the supplier can deliver
 * @param minimum the fewest doses the supplier will deliver; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Bid(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{0,31}") String supplier,
        @NotNull Pricing pricing,
        @NotEmpty @Size(max = Limits.TIERS) List<@NotNull @Valid Tier> tiers,
        @Min(1) @Max(Amounts.MAX) long capacity,
        @Nullable @Min(1) @Max(Amounts.MAX) Long minimum) {}
