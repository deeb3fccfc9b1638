package org.concord.compact.agreement.exit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Records the next step of a member's leaving. Dates are in its own zone; only the effect may lie ahead. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WithdrawalStep.Repeal.class, name = "REPEAL_ENACTED"),
    @JsonSubTypes.Type(value = WithdrawalStep.Failure.class, name = "BILL_FAILED"),
    @JsonSubTypes.Type(value = WithdrawalStep.Revocation.class, name = "REVOKED"),
    @JsonSubTypes.Type(value = WithdrawalStep.Settlement.class, name = "SETTLED")
})
public sealed interface WithdrawalStep {

    /** The date of the step. */
    LocalDate on();

    /**
     * The repeal is law.
     *
     * @param effectiveOn first day on which the member is out; no sooner than the notice period allows
     */
    record Repeal(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 200) String citation,
            @NotNull LocalDate effectiveOn) implements WithdrawalStep {}

    /** The bill failed. */
    record Failure(@NotNull LocalDate on) implements WithdrawalStep {}

    /** The leaving is taken back. */
    record Revocation(@NotNull LocalDate on) implements WithdrawalStep {}

    /** What the member owed is settled. */
    record Settlement(@NotNull LocalDate on) implements WithdrawalStep {}
}
