package org.concord.kit.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as the policy table needs it; read from {@code AgreementOpened}.
 *
 * @param lead the lead state's USPS code; null where the agreement has none
 */
public record AgreementFact(
        UUID agreementId,
        String code,
        String type,
        @Nullable String lead,
        Set<Capability> capabilities,
        List<Membership> memberships) {

    /**
     * A member's standing.
     *
     * @param endedOn first day without standing; null while it lasts
     */
    public record Membership(
            String member, LocalDate effectiveOn, @Nullable LocalDate endedOn) {}
}
