package org.concord.compact.governance;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What a ballot is about. Each kind is owned by the feature that acts on the result ({@link MatterOwner}). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@JsonSubTypes.Type(value = Matter.ConcurInAward.class, name = "CONCUR_IN_AWARD"))
public sealed interface Matter {

    /**
     * Whether the members concur in the award that exactly this evaluation recommends.
     *
     * @param roundId the round
     * @param evaluationId the evaluation, whose inputs and result are fixed
     */
    record ConcurInAward(@NotNull UUID roundId, @NotNull UUID evaluationId) implements Matter {}
}
