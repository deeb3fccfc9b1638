package org.concord.compact.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.compact.agreement.instrument.AgreementType;
import org.concord.compact.agreement.instrument.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Opens an agreement.
 *
 * @param code short name that people quote, unique
 * @param type null where the model says it
 * @param lead USPS code of the member that acts for the others; it must be one of the members, where there are any yet
 * @param linkedAgreementId the agreement that this one serves, such as the alliance of a cooperative contract
 * @param members who joins, and from which date on; 56 jurisdictions at most. None opens it for enactment, which takes a
 *     model or terms with a threshold
 * @param model code of an instrument model, whose terms, texts and consent it takes
 * @param terms the instrument's own; null for those of the model, or the usual ones of the type
 */
public record OpenAgreement(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
        String code,

        @NotBlank @Size(max = 200) String title,
        @Nullable AgreementType type,
        @NotNull @Pattern(regexp = "[A-Z]{2}") String lead,
        @Nullable UUID linkedAgreementId,
        @Size(max = 56) List<@NotNull @Valid Joining> members,
        @Nullable @Size(max = 64) String model,
        @Nullable @Valid Terms terms) {

    /** Nobody joins where nobody is named. */
    public OpenAgreement {
        members = members == null ? List.of() : members;
    }

    /**
     * One member's joining.
     *
     * @param member USPS code
     * @param effectiveOn first day of its standing, in its own zone
     */
    public record Joining(
            @NotNull @Pattern(regexp = "[A-Z]{2}") String member,
            @NotNull LocalDate effectiveOn) {}
}
