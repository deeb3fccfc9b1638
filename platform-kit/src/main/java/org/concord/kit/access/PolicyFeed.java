package org.concord.kit.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.concord.kit.event.Handlers;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the facts that the policy is decided on. The service that owns a fact notes it in the transaction that makes
 * it; the others subscribe with the handlers below. The records here read only what the policy needs.
 */
@ApplicationScoped
public class PolicyFeed {

    record MandateGranted(
            UUID mandateId,
            String subject,
            String member,
            MandateRole role,
            @Nullable UUID agreementId,
            @Nullable Long limitCents,
            LocalDate effectiveOn,
            @Nullable LocalDate endsOn) {}

    record AgreementOpened(
            UUID agreementId,
            String code,
            String type,
            @Nullable String lead,
            Set<Capability> capabilities,
            List<AgreementFact.Membership> memberships) {}

    private final PolicyStore store;

    PolicyFeed(PolicyStore store) {
        this.store = store;
    }

    /** For {@code member.mandate.v1}. */
    public Handlers mandateHandlers() {
        return Handlers.of()
                .on(
                        MandateGranted.class,
                        (context, event) -> mandateGranted(new MandateFact(
                                event.mandateId(),
                                event.subject(),
                                event.member(),
                                event.role(),
                                event.agreementId(),
                                event.limitCents(),
                                event.effectiveOn(),
                                event.endsOn())));
    }

    /** For {@code compact.agreement.v1}. A service that does more on the event adds its own handler instead. */
    public Handlers agreementHandlers() {
        return Handlers.of()
                .on(
                        AgreementOpened.class,
                        (context, event) -> agreementOpened(new AgreementFact(
                                event.agreementId(),
                                event.code(),
                                event.type(),
                                event.lead(),
                                event.capabilities(),
                                event.memberships())));
    }

    /** Notes a mandate, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void mandateGranted(MandateFact fact) {
        store.put(fact);
    }

    /** Notes an agreement and its memberships, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void agreementOpened(AgreementFact fact) {
        store.put(fact);
    }
}
