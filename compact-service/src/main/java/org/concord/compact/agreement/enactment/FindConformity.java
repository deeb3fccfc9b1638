package org.concord.compact.agreement.enactment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Records whether an enacted article is materially different from the model's (Me. Rev. Stat. 32 §6095).
 *
 * @param foundOn in the lead's zone
 */
public record FindConformity(
        @NotBlank @Size(max = 16) String article,
        @NotNull Finding finding,
        @NotBlank @Size(max = 4000) String reasons,
        @NotNull LocalDate foundOn) {

    /** The finding. */
    public enum Finding {
        CONFORMS,
        MATERIALLY_DIFFERENT
    }
}
