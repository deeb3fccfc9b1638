package org.concord.compact.governance.reconvening;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The terms of all adjournments. */
@ApplicationScoped
class Reconvenings implements PanacheRepositoryBase<Reconvening, UUID> {

    /** The terms, their row locked until the transaction ends: conditions are met one after the other. */
    Optional<Reconvening> lock(UUID meetingId) {
        return findByIdOptional(meetingId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whose meeting it was, read without loading the terms: what is loaded before the lock may be stale behind it. */
    Optional<UUID> agreementOf(UUID meetingId) {
        return find("select r.agreementId from Reconvening r where r.meetingId = ?1", meetingId)
                .project(UUID.class)
                .firstResultOptional();
    }
}
