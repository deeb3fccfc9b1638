package org.concord.compact.agreement.instrument;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All texts; the last recorded one counts. */
@ApplicationScoped
class InstrumentTexts implements PanacheRepositoryBase<InstrumentText, UUID> {

    Optional<InstrumentText> model(UUID agreementId) {
        return find("agreementId = ?1 and enactmentId is null and amendmentId is null order by id desc", agreementId)
                .page(0, 1)
                .firstResultOptional();
    }

    /** What these amendments say: one text each, of those that change words. */
    List<InstrumentText> ofAmendments(Collection<UUID> amendmentIds) {
        return amendmentIds.isEmpty() ? List.of() : list("enactmentId is null and amendmentId in ?1", amendmentIds);
    }

    Optional<InstrumentText> enacted(UUID agreementId, UUID enactmentId) {
        return find("agreementId = ?1 and enactmentId = ?2 order by id desc", agreementId, enactmentId)
                .page(0, 1)
                .firstResultOptional();
    }
}
