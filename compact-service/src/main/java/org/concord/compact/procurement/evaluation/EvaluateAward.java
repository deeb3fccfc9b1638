package org.concord.compact.procurement.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides an evaluation. A stored evaluation shows exactly this, so that sending it to the open what-if
 * replays it.
 *
 * @param packageDoses doses in one package; only whole packages are bought
 * @param demands what each member asks for
 * @param bids the opened bids, one per supplier
 * @param split the rule of the split; null where none was published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluateAward(
        @Min(1) @Max(Limits.PACKAGE_DOSES) long packageDoses,
        @NotEmpty @Size(max = Limits.MEMBERS) List<@NotNull @Valid DemandLine> demands,
        @NotEmpty @Size(max = Limits.BIDS) List<@NotNull @Valid Bid> bids,
        @Nullable @Valid SplitRule split) {}
