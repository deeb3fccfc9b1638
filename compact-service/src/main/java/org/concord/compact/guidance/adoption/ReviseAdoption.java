package org.concord.compact.guidance.adoption;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Records that an act is now other than it was recorded: amended, ended, or written down wrongly.
 *
 * @param reasons why; kept with the revision
 */
public record ReviseAdoption(
        @NotNull @Valid Terms terms,
        @NotBlank @Size(max = 1000) String reasons) {}
