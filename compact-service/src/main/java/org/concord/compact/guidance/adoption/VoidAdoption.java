package org.concord.compact.guidance.adoption;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Records that an act never was.
 *
 * @param reasons why it had been recorded; kept with the revision
 */
public record VoidAdoption(@NotBlank @Size(max = 1000) String reasons) {}
