package org.concord.member.mandate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.kit.access.MandateRole;
import org.concord.kit.money.Amounts;
import org.jspecify.annotations.Nullable;

/**
 * Mandates that one certified instrument brings. All are registered or none.
 *
 * @param instrument what the member certified, such as a letter of appointment with its date
 * @param mandates 1 to 500, a batch that one transaction holds well
 */
public record RegisterMandates(
        @NotBlank @Size(max = 200) @Pattern(regexp = PLAIN_TEXT)
        String instrument,

        @NotEmpty @Size(max = 500) List<@NotNull @Valid Entry> mandates) {

    /** No control, formatting (bidirectional, zero-width) or unpaired surrogate characters. */
    static final String PLAIN_TEXT = "[^\\p{Cc}\\p{Cf}\\p{Cs}]*";

    /**
     * One official's authority.
     *
     * @param subject the person's or service account's identifier with the identity provider
     * @param agreementId null: every agreement of the member
     * @param limitCents the most one approval may bind, in US cents; null: no limit
     * @param effectiveOn first day, in the member's zone
     * @param endsOn last day, included; null: open
     */
    public record Entry(
            @NotBlank @Size(max = 64) @Pattern(regexp = "[A-Za-z0-9-]*")
            String subject,

            @NotBlank @Size(max = 100) @Pattern(regexp = "[A-Za-z0-9@._-]*")
            String username,

            @NotBlank @Size(max = 100) @Pattern(regexp = PLAIN_TEXT)
            String name,

            @NotNull @Pattern(regexp = "[A-Z]{2}") String member,
            @NotNull MandateRole role,
            @Nullable UUID agreementId,
            @Nullable @Min(0) @Max(Amounts.MAX) Long limitCents,
            @NotNull LocalDate effectiveOn,
            @Nullable LocalDate endsOn) {}
}
