package org.concord.compact.agreement.instrument;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** All texts; the last recorded one counts. */
@ApplicationScoped
class InstrumentTexts implements PanacheRepositoryBase<InstrumentText, UUID> {

    Optional<InstrumentText> model(UUID agreementId) {
        return find("agreementId = ?1 and enactmentId is null order by id desc", agreementId)
                .page(0, 1)
                .firstResultOptional();
    }

    Optional<InstrumentText> enacted(UUID agreementId, UUID enactmentId) {
        return find("agreementId = ?1 and enactmentId = ?2 order by id desc", agreementId, enactmentId)
                .page(0, 1)
                .firstResultOptional();
    }
}
