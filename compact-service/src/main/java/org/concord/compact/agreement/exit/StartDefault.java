package org.concord.compact.agreement.exit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives the written notice of default, to the member and to all members.
 *
 * @param findingId a finding of material difference in what the member enacted, where that is the ground
 * @param cureTerms what the member must do
 * @param noticedOn the day of the notice, in the lead's zone
 * @param cureDueOn last day to cure; no sooner than the agreement's terms allow
 */
public record StartDefault(
        @NotNull @Pattern(regexp = "[A-Z]{2}") String member,
        @NotBlank @Size(max = 4000) String ground,
        @Nullable UUID findingId,
        @NotBlank @Size(max = 4000) String cureTerms,
        @NotNull LocalDate noticedOn,
        @NotNull LocalDate cureDueOn) {}
