package org.concord.compact.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens an agreement.
 *
 * @param code short name that people quote, unique
 * @param lead USPS code of the member that acts for the others; it must be one of the members
 * @param linkedAgreementId the agreement that this one serves, such as the alliance of a cooperative contract
 * @param members who joins, and from which date on; 56 jurisdictions at most
 */
public record OpenAgreement(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
        String code,

        @NotBlank @Size(max = 200) String title,
        @NotNull AgreementType type,
        @NotNull @Pattern(regexp = "[A-Z]{2}") String lead,
        @Nullable UUID linkedAgreementId,
        @NotEmpty @Size(max = 56) List<@NotNull @Valid Joining> members) {

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
