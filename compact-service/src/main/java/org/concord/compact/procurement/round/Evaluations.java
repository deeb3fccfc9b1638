package org.concord.compact.procurement.round;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.procurement.evaluation.EvaluateAward;
import org.concord.compact.procurement.evaluation.Evaluation;

/** The stored evaluations, written and read as the JSON that is shown. */
@ApplicationScoped
class Evaluations implements PanacheRepositoryBase<StoredEvaluation, UUID> {

    private final ObjectMapper json;

    Evaluations(ObjectMapper json) {
        this.json = json;
    }

    EvaluationView store(
            UUID id, UUID roundId, EvaluateAward inputs, Evaluation result, String evaluatedBy, Instant now) {
        try {
            persist(new StoredEvaluation(
                    id,
                    roundId,
                    result.formulaVersion(),
                    json.writeValueAsString(inputs),
                    json.writeValueAsString(result),
                    evaluatedBy,
                    now));
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("an evaluation could not be written", bug);
        }
        return new EvaluationView(id, roundId, result, inputs, now);
    }

    Optional<EvaluationView> find(UUID roundId, UUID id) {
        return find("id = ?1 and roundId = ?2", id, roundId)
                .firstResultOptional()
                .map(this::view);
    }

    private EvaluationView view(StoredEvaluation stored) {
        try {
            return new EvaluationView(
                    stored.id(),
                    stored.roundId(),
                    json.readValue(stored.result(), Evaluation.class),
                    json.readValue(stored.inputs(), EvaluateAward.class),
                    stored.evaluatedAt());
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("evaluation " + stored.id() + " could not be read", bug);
        }
    }
}
