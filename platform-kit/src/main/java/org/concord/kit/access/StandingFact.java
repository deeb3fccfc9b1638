package org.concord.kit.access;

import java.util.List;
import java.util.UUID;

/**
 * How one member stands in one agreement, all of it; read from {@code StandingChanged}.
 *
 * @param spans by date, without overlap; they replace what was known of this member
 */
public record StandingFact(UUID agreementId, String member, List<StandingSpan> spans) {

    /** A copy is kept. */
    public StandingFact {
        spans = List.copyOf(spans);
    }
}
