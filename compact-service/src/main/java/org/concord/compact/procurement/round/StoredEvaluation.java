package org.concord.compact.procurement.round;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * An evaluation as it was made: the formula's version, all its inputs and its result, as the JSON that is shown. Never
 * changed; the table refuses it.
 */
@Entity
@Table(name = "evaluation")
class StoredEvaluation {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "round_id", nullable = false, updatable = false)
    private UUID roundId;

    @Column(name = "formula_version", nullable = false, updatable = false)
    private String formulaVersion;

    @Column(name = "inputs", nullable = false, updatable = false)
    private String inputs;

    @Column(name = "result", nullable = false, updatable = false)
    private String result;

    @Column(name = "evaluated_by", nullable = false, updatable = false)
    private String evaluatedBy;

    @Column(name = "evaluated_at", nullable = false, updatable = false)
    private Instant evaluatedAt;

    protected StoredEvaluation() {}

    StoredEvaluation(
            UUID id,
            UUID roundId,
            String formulaVersion,
            String inputs,
            String result,
            String evaluatedBy,
            Instant evaluatedAt) {
        this.id = id;
        this.roundId = roundId;
        this.formulaVersion = formulaVersion;
        this.inputs = inputs;
        this.result = result;
        this.evaluatedBy = evaluatedBy;
        this.evaluatedAt = evaluatedAt;
    }

    UUID id() {
        return id;
    }

    UUID roundId() {
        return roundId;
    }

    String inputs() {
        return inputs;
    }

    String result() {
        return result;
    }

    Instant evaluatedAt() {
        return evaluatedAt;
    }
}
