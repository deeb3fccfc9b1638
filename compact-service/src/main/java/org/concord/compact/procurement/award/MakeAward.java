package org.concord.compact.procurement.award;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Awards what an evaluation recommends. There is nothing to choose: supplier and amounts are the evaluation's.
 *
 * @param ballotId the ballot by which the members concurred in exactly this evaluation
 */
public record MakeAward(@NotNull UUID evaluationId, @NotNull UUID ballotId) {}
