package org.concord.compact.guidance.adoption;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.concord.compact.guidance.Population;

/**
 * One difference between the guidance and what the member adopts.
 *
 * @param recommendation key of the recommendation that it departs from
 * @param population for whom, by age range or risk group; it must lie within that recommendation's population
 * @param differs what holds there instead
 */
public record Deviation(
        @NotBlank @Size(max = 32) String recommendation,
        @NotNull @Valid Population population,
        @NotBlank @Size(max = 1000) String differs) {}
