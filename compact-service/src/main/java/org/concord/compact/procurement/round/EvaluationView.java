package org.concord.compact.procurement.round;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.concord.compact.procurement.evaluation.EvaluateAward;
import org.concord.compact.procurement.evaluation.Evaluation;

/**
 * An evaluation as it is shown.
 *
 * @param evaluation the figures, shown beside the id
 * @param inputs what was evaluated; sent to {@code POST /award-evaluations} it gives the same figures again
 */
public record EvaluationView(
        UUID id, UUID roundId, @JsonUnwrapped Evaluation evaluation, EvaluateAward inputs, Instant evaluatedAt) {}
