package org.concord.compact.agreement.enactment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Records that a member begins to join, in the way that the agreement's terms ask for. Dates are in its own zone. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JoinAgreement.Bill.class, name = "BILL"),
    @JsonSubTypes.Type(value = JoinAgreement.Signature.class, name = "SIGNATURE"),
    @JsonSubTypes.Type(value = JoinAgreement.OwnRule.class, name = "RULE")
})
public sealed interface JoinAgreement {

    /** USPS code. */
    String member();

    /** A bill was introduced; its further way is recorded step by step. */
    record Bill(
            @NotNull @Pattern(regexp = "[A-Z]{2}") String member,
            @NotBlank @Size(max = 64) String bill,
            @NotBlank @Size(max = 64) String chamber,
            @NotBlank @Size(max = 64) String session,
            @NotNull LocalDate introducedOn)
            implements JoinAgreement {}

    /**
     * An authorised officer signed.
     *
     * @param authority what authorises the signature, such as an executive order
     * @param effectiveOn may lie ahead
     */
    record Signature(
            @NotNull @Pattern(regexp = "[A-Z]{2}") String member,
            @NotBlank @Size(max = 200) String authority,
            @NotNull LocalDate signedOn,
            @NotNull LocalDate effectiveOn)
            implements JoinAgreement {}

    /**
     * The member adopted a rule of its own that carries out the memorandum.
     *
     * @param effectiveOn may lie ahead
     */
    record OwnRule(
            @NotNull @Pattern(regexp = "[A-Z]{2}") String member,
            @NotBlank @Size(max = 200) String citation,
            @NotNull LocalDate adoptedOn,
            @NotNull LocalDate effectiveOn)
            implements JoinAgreement {}
}
