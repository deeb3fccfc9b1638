package org.concord.member.mandate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.concord.kit.access.MandateRole;
import org.concord.kit.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What mandates tell the others, on {@code member.mandate.v1}, keyed by mandate. */
public sealed interface MandateEvent extends DomainEvent {

    /**
     * An official may act. Carries no personal name; the username is the account's.
     *
     * @param agreementId absent: every agreement of the member
     * @param limitCents US cents; absent: no limit
     * @param endsOn last day, included; absent: open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MandateGranted(
            UUID mandateId,
            String subject,
            String username,
            String member,
            MandateRole role,
            @Nullable UUID agreementId,
            @Nullable Long limitCents,
            LocalDate effectiveOn,
            @Nullable LocalDate endsOn)
            implements MandateEvent {}
}
