package org.concord.compact.governance.meeting;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Records that a seat is present.
 *
 * @param seat its label
 * @param subject who sits in it
 */
public record RecordAttendance(
        @NotNull @Pattern(regexp = "[A-Z]{2}-[1-9]") String seat,
        @NotBlank @Size(max = 100) String subject) {}
