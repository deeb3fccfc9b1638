package org.concord.compact.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.concord.compact.agreement.instrument.Consent;

/**
 * Records a finding on the consent of Congress. It replaces the one before, which stays in the history.
 *
 * @param foundOn the day of the finding, in the lead's zone
 */
public record FindConsent(
        @NotNull @Valid Consent finding, @NotNull LocalDate foundOn) {}
