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

    record StandingChanged(UUID agreementId, String member, List<StandingSpan> spans) {}

    record PowersChanged(
            UUID agreementId,
            Set<Capability> capabilities,
            @Nullable LocalDate activeOn,
            @Nullable LocalDate dissolvedOn) {}

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

    /** For {@code compact.agreement.v1}. */
    public Handlers agreementHandlers() {
        return standingHandlers()
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

    /**
     * For {@code compact.agreement.v1} in a service that does more on {@code AgreementOpened}, and so adds its own
     * handler of that.
     */
    public Handlers standingHandlers() {
        return Handlers.of()
                .on(
                        StandingChanged.class,
                        (context, event) ->
                                standingChanged(new StandingFact(event.agreementId(), event.member(), event.spans())))
                .on(
                        PowersChanged.class,
                        (context, event) -> powersChanged(new PowersFact(
                                event.agreementId(), event.capabilities(), event.activeOn(), event.dissolvedOn())));
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

    /** Notes how a member stands, in the caller's transaction; the agreement must be known. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void standingChanged(StandingFact fact) {
        store.put(fact);
    }

    /** Notes what an agreement can do and when it is in force, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void powersChanged(PowersFact fact) {
        store.put(fact);
    }
}
