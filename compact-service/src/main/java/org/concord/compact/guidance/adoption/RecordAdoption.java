package org.concord.compact.guidance.adoption;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records a member's act on an issued version.
 *
 * @param number the version's number
 * @param replaces an act of the same member, guidance and effect that ends when this one begins; null for none
 */
public record RecordAdoption(
        @NotNull UUID guidanceId,
        @Min(1) int number,
        @NotNull LegalEffect legalEffect,
        @NotNull @Valid Terms terms,
        @Nullable UUID replaces) {}
