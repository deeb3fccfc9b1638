package org.concord.compact.agreement.amendment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Takes an amendment back before it is in force.
 *
 * @param on in the lead's zone
 */
public record WithdrawAmendment(
        @NotNull LocalDate on, @NotBlank @Size(max = 4000) String reasons) {}
