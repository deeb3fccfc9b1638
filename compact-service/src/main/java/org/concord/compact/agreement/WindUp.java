package org.concord.compact.agreement;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * Records that nothing is open any more between the members of a dissolved agreement.
 *
 * @param on in the lead's zone
 */
public record WindUp(@NotNull LocalDate on) {}
