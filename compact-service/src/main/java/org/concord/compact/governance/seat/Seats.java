package org.concord.compact.governance.seat;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The registered seats. */
@ApplicationScoped
class Seats implements PanacheRepositoryBase<AgreementSeat, UUID> {

    /** The seat, its row locked until the transaction ends: terms are entered one after the other. */
    Optional<AgreementSeat> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** All seats of an agreement by label: at most nine for each of 56 members. */
    List<AgreementSeat> of(UUID agreementId) {
        return list("agreementId = ?1 order by label", agreementId);
    }

    Optional<AgreementSeat> labelled(UUID agreementId, String label) {
        return find("agreementId = ?1 and label = ?2", agreementId, label).firstResultOptional();
    }
}
