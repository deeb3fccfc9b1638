package org.concord.compact.backstop;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.concord.kit.money.Amounts;

/**
 * Asks to draw on a pool.
 *
 * @param amountCents US cents
 * @param purpose what it pays for in the program's place
 */
public record RequestDraw(
        @NotNull UUID poolId,
        @Min(1) @Max(Amounts.MAX) long amountCents,
        @NotBlank @Size(max = 1000) String purpose) {}
