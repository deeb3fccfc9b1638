package org.concord.compact.agreement.exit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Records that a member begins to leave, in the way that the agreement's terms ask for. Dates are in its own zone. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BeginWithdrawal.RepealBill.class, name = "REPEAL_BILL"),
    @JsonSubTypes.Type(value = BeginWithdrawal.Notice.class, name = "NOTICE"),
    @JsonSubTypes.Type(value = BeginWithdrawal.OwnRule.class, name = "RULE")
})
public sealed interface BeginWithdrawal {

    /** USPS code. */
    String member();

    /** The day on which the commission heard of it from the member. */
    LocalDate notifiedOn();

    /** A repeal bill was introduced. */
    record RepealBill(
            @NotNull @Pattern(regexp = "[A-Z]{2}") String member,
            @NotBlank @Size(max = 64) String bill,
            @NotNull LocalDate introducedOn,
            @NotNull LocalDate notifiedOn)
            implements BeginWithdrawal {}

    /** A written notice that leaves a memorandum or contract; the period runs from the day that it was received. */
    record Notice(
            @NotNull @Pattern(regexp = "[A-Z]{2}") String member,
            @NotBlank @Size(max = 200) String authority,
            @NotNull LocalDate notifiedOn,
            @NotNull LocalDate effectiveOn)
            implements BeginWithdrawal {}

    /** The member takes back its own rule; the period runs from the day of the rule. */
    record OwnRule(
            @NotNull @Pattern(regexp = "[A-Z]{2}") String member,
            @NotBlank @Size(max = 200) String citation,
            @NotNull LocalDate adoptedOn,
            @NotNull LocalDate notifiedOn,
            @NotNull LocalDate effectiveOn)
            implements BeginWithdrawal {}
}
