package org.concord.compact.agreement.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.agreement.AgreementEvent;
import org.concord.compact.agreement.Amending;
import org.concord.compact.agreement.Amendings;
import org.concord.compact.agreement.LegalDates;
import org.concord.compact.agreement.enactment.ActsOfJoining;
import org.concord.kit.event.Outbox;

/** Says what the force of amendments follows from, and keeps and tells the days that were worked out. */
@ApplicationScoped
class AmendmentForce implements Amendings {

    private final Amendments amendments;
    private final ActsOfJoining acts;
    private final Outbox outbox;
    private final LegalDates dates;

    AmendmentForce(Amendments amendments, ActsOfJoining acts, Outbox outbox, LegalDates dates) {
        this.amendments = amendments;
        this.acts = acts;
        this.outbox = outbox;
        this.dates = dates;
    }

    @Override
    public List<Amending> of(UUID agreementId) {
        List<Amendment> proposed = amendments.proposed(agreementId);
        Map<UUID, Map<String, LocalDate>> taken =
                acts.taken(proposed.stream().map(Amendment::id).toList());
        return proposed.stream()
                .map(amendment -> amendment.amending(taken.getOrDefault(amendment.id(), Map.of())))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void enterForce(UUID agreementId, Map<UUID, LocalDate> inForce) {
        Set<Amendment> touched = new LinkedHashSet<>(amendments.dated(agreementId));
        touched.addAll(amendments.proposed(agreementId));
        for (Amendment amendment : touched) {
            LocalDate since = inForce.get(amendment.id());
            if (amendment.enterForce(since)) {
                outbox.publish(
                        AgreementEvent.TOPIC,
                        agreementId.toString(),
                        new AmendmentEvent.AmendmentForceChanged(
                                agreementId, amendment.id(), since, amendment.change(), dates.now()));
            }
        }
    }
}
