package org.concord.compact.governance.meeting;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Records that a seat has left.
 *
 * @param seat its label
 */
public record RecordDeparture(
        @NotNull @Pattern(regexp = "[A-Z]{2}-[1-9]") String seat) {}
