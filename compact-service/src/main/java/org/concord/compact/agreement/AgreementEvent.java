package org.concord.compact.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.agreement.AgreementRegister.Term;
import org.concord.compact.agreement.instrument.AgreementType;
import org.concord.kit.access.Capability;
import org.concord.kit.access.StandingSpan;
import org.concord.kit.event.DomainEvent;
import org.jspecify.annotations.Nullable;

/** What an agreement tells the other services, on {@value #TOPIC}, keyed by its id. */
public sealed interface AgreementEvent extends DomainEvent {

    /** The topic, without the environment's prefix. */
    String TOPIC = "compact.agreement.v1";

    /**
     * The agreement is in force, or the day of its force is known; from here on its members stand in it by their dates
     * and its book may open. One that is open for enactment is told only then.
     */
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

    /**
     * A member stands otherwise than was told.
     *
     * @param spans all of its standing, by date and without overlap; they replace what was told before
     * @param cause what changed it, such as {@code WITHDRAWAL}
     */
    record StandingChanged(UUID agreementId, String member, List<StandingSpan> spans, String cause, Instant recordedAt)
            implements AgreementEvent {}

    /**
     * The agreement's powers, or the days between which it is in force, are others than was told.
     *
     * @param capabilities without those that wait for the consent of Congress
     * @param activeOn first day in force; null when it is not known any more
     * @param dissolvedOn first day no longer in force; null while none is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PowersChanged(
            UUID agreementId,
            Set<Capability> capabilities,
            @Nullable LocalDate activeOn,
            @Nullable LocalDate dissolvedOn,
            Instant recordedAt)
            implements AgreementEvent {}
}
