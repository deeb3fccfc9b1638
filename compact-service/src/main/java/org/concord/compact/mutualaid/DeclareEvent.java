package org.concord.compact.mutualaid;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Opens an event that the acting member is affected by.
 *
 * @param declaration the governor's declaration, by its number or citation
 * @param declaredOn its date
 */
public record DeclareEvent(
        @NotNull UUID agreementId,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 300) String declaration,
        @NotNull LocalDate declaredOn) {}
