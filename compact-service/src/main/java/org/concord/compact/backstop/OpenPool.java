package org.concord.compact.backstop;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.concord.kit.money.Amounts;

/**
 * Opens a pool; its rules are fixed from here on.
 *
 * @param program the federal program that it stands in for
 * @param triggerRule what counts as a lapse, in the words of the members' agreement
 * @param capCents the most that may be outstanding in all, in US cents
 * @param memberCapCents the most that may be outstanding for one member
 */
public record OpenPool(
        @NotNull UUID agreementId,

        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
        String code,

        @NotBlank @Size(max = 200) String program,
        @NotBlank @Size(max = 2000) String triggerRule,
        @Min(1) @Max(Amounts.MAX) long capCents,
        @Min(1) @Max(Amounts.MAX) long memberCapCents) {}
