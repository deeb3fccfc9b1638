package org.concord.member.mandate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Registered mandates. */
@ApplicationScoped
class Mandates implements PanacheRepositoryBase<Mandate, UUID> {
    private static final long REGISTRATION_LOCK = 0x6d616e64617465L; // "mandate"

    /** Registrations are rare and in batches: one at a time, so that what is there can be looked up before writing. */
    void lockRegistration() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(:lock)")
                .setParameter("lock", REGISTRATION_LOCK)
                .getSingleResult();
    }

    /** All mandates of the named officials. */
    List<Mandate> ofSubjects(Collection<String> subjects) {
        return list("subject in ?1", subjects);
    }
}
