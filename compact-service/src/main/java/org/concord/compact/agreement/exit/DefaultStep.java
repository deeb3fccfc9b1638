package org.concord.compact.agreement.exit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import org.concord.compact.agreement.Decision;

/** Records the next step of a default. Dates are in the lead's zone; suspension and termination may lie ahead. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DefaultStep.Assistance.class, name = "ASSISTED"),
    @JsonSubTypes.Type(value = DefaultStep.Intent.class, name = "INTENT_NOTIFIED"),
    @JsonSubTypes.Type(value = DefaultStep.Suspension.class, name = "SUSPENDED"),
    @JsonSubTypes.Type(value = DefaultStep.Cure.class, name = "CURED"),
    @JsonSubTypes.Type(value = DefaultStep.Termination.class, name = "TERMINATED"),
    @JsonSubTypes.Type(value = DefaultStep.Settlement.class, name = "SETTLED")
})
public sealed interface DefaultStep {

    /** The date of the step. */
    LocalDate on();

    /** Training and technical assistance were given. */
    record Assistance(@NotNull LocalDate on) implements DefaultStep {}

    /**
     * Governor and leaders were told what is intended.
     *
     * @param told all three of them
     */
    record Intent(@NotNull LocalDate on, @NotNull Set<@NotNull Leader> told) implements DefaultStep {}

    /** The members decided to suspend, from that day on. */
    record Suspension(@NotNull LocalDate on, @NotNull @Valid Decision decision) implements DefaultStep {}

    /** The member cured; one that was suspended is reinstated on that day. */
    record Cure(@NotNull LocalDate on) implements DefaultStep {}

    /** The members decided to terminate, from that day on. */
    record Termination(
            @NotNull LocalDate on, @NotNull @Valid Decision decision) implements DefaultStep {}

    /** The member that was put out owes nothing any more. */
    record Settlement(@NotNull LocalDate on) implements DefaultStep {}

    /** Whom the statutes name. */
    enum Leader {
        GOVERNOR,
        MAJORITY_LEADER,
        MINORITY_LEADER
    }
}
