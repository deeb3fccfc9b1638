package org.concord.compact.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.agreement.AgreementRegister.Term;
import org.concord.kit.access.Capability;
import org.concord.kit.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What an agreement tells the other services, on {@value #TOPIC}, keyed by its id. */
public sealed interface AgreementEvent extends DomainEvent {

    /** The topic, without the environment's prefix. */
    String TOPIC = "compact.agreement.v1";

    /** The agreement is in force; from here on its members stand in it and its book may open. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgreementOpened(
            UUID agreementId,
            String code,
            String title,
            AgreementType type,
            Set<Capability> capabilities,
            String lead,
            @Nullable UUID linkedAgreementId,
            List<Term> memberships,
            Instant openedAt)
            implements AgreementEvent {

        static AgreementOpened of(AgreementView agreement) {
            return new AgreementOpened(
                    agreement.id(),
                    agreement.code(),
                    agreement.title(),
                    agreement.type(),
                    agreement.capabilities(),
                    agreement.lead(),
                    agreement.linkedAgreementId(),
                    agreement.members(),
                    agreement.openedAt());
        }
    }
}
