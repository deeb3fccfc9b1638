package org.concord.compact.procurement.round;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A member that takes part in the round.
 *
 * @param member USPS code
 * @param population the figure that the round's shares go by, fixed at opening
 */
public record Participant(
        @NotNull @Pattern(regexp = "[A-Z]{2}") String member,
        @Min(1) @Max(1_000_000_000L) long population) {}
