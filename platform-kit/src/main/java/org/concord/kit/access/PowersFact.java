package org.concord.kit.access;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement can do, and from when to when; read from {@code PowersChanged}.
 *
 * @param capabilities without those that wait for the consent of Congress
 * @param activeOn first day in force; null while it is not known
 * @param dissolvedOn first day no longer in force; null while it lasts
 */
public record PowersFact(
        UUID agreementId,
        Set<Capability> capabilities,
        @Nullable LocalDate activeOn,
        @Nullable LocalDate dissolvedOn) {

    /** A copy is kept. */
    public PowersFact {
        capabilities = Set.copyOf(capabilities);
    }
}
