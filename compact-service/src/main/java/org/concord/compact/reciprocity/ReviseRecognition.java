package org.concord.compact.reciprocity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Registers that a recognition is now other than it was registered: amended, ended, or written down wrongly.
 *
 * @param reasons why; kept with the revision
 */
public record ReviseRecognition(
        @NotNull @Valid RecognitionTerms terms,
        @NotBlank @Size(max = 1000) String reasons) {}
