package org.concord.compact.governance.reconvening;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A member asks that the meeting be taken up again.
 *
 * @param reference the letter by which it does
 */
public record AskToReconvene(
        @NotBlank @Size(max = 4000) String reasons,
        @NotBlank @Size(max = 300) String reference) {}
