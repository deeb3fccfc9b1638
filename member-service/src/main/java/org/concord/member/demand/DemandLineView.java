package org.concord.member.demand;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posted line, with what its doses were computed from.
 *
 * @param doses whole packages
 * @param ratePer10000 absent when the member named the doses itself
 * @param population inhabitants by which the rate was multiplied
 * @param packageDoses the package to which it was rounded up
 * @param source {@code REST} or {@code UPLOAD}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DemandLineView(
        UUID roundId,
        String member,
        String reference,
        long doses,
        @Nullable BigDecimal ratePer10000,
        long population,
        long packageDoses,
        String source,
        Instant postedAt) {}
