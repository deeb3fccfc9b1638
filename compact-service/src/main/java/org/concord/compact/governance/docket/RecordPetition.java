package org.concord.compact.governance.docket;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Records a petition for judicial review of a rule. It stays nothing by itself.
 *
 * @param reference the court's number
 */
public record RecordPetition(
        @NotBlank @Size(max = 200) String petitioner,
        @NotBlank @Size(max = 200) String court,
        @NotBlank @Size(max = 100) String reference,
        @NotNull LocalDate filedOn) {}
