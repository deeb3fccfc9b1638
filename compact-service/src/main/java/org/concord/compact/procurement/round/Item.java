package org.concord.compact.procurement.round;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.concord.compact.procurement.evaluation.Limits;

/**
 * What is bought.
 *
 * @param cvx vaccine code of the catalogue
 * @param packageDoses doses in one package
 */
public record Item(
        @NotNull @Pattern(regexp = "[0-9]{2,3}") String cvx,
        @NotBlank @Size(max = 100) String name,
        @Min(1) @Max(Limits.PACKAGE_DOSES) long packageDoses) {}
