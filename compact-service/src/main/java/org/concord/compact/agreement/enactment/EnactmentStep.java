package org.concord.compact.agreement.enactment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Records the next step of a bill. Dates are in the member's zone; only the effect may lie ahead. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EnactmentStep.Passage.class, name = "PASSED"),
    @JsonSubTypes.Type(value = EnactmentStep.Law.class, name = "ENACTED"),
    @JsonSubTypes.Type(value = EnactmentStep.Effect.class, name = "EFFECTIVE"),
    @JsonSubTypes.Type(value = EnactmentStep.Failure.class, name = "FAILED"),
    @JsonSubTypes.Type(value = EnactmentStep.Veto.class, name = "VETOED")
})
public sealed interface EnactmentStep {

    /** The date of the step. */
    LocalDate on();

    /** Passed by the legislature. */
    record Passage(@NotNull LocalDate on) implements EnactmentStep {}

    /**
     * Signed, or law without signature.
     *
     * @param sessionLaw such as {@code 2026 Laws ch. 12}
     * @param citation where it is codified
     */
    record Law(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 200) String sessionLaw,
            @NotBlank @Size(max = 200) String citation)
            implements EnactmentStep {}

    /** Takes effect. */
    record Effect(@NotNull LocalDate on) implements EnactmentStep {}

    /** Failed in the legislature. */
    record Failure(@NotNull LocalDate on) implements EnactmentStep {}

    /** Vetoed. */
    record Veto(@NotNull LocalDate on) implements EnactmentStep {}
}
