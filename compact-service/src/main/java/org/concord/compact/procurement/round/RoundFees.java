package org.concord.compact.procurement.round;

import jakarta.validation.constraints.NotNull;

/**
 * The compact's fees on goods.
 *
 * @param operations percentage as written, such as {@code 0.60%}
 * @param capital percentage as written
 */
public record RoundFees(@NotNull String operations, @NotNull String capital) {}
