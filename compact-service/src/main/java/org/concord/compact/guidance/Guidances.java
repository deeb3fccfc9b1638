package org.concord.compact.guidance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All guidances, newest first. */
@ApplicationScoped
class Guidances implements PanacheRepositoryBase<Guidance, UUID> {

    /** The guidance, its row locked until the transaction ends: its versions and adoptions move one after the other. */
    Optional<Guidance> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Locks every guidance of an agreement, in one order for everybody: only so can nobody else draw another edge of a
     * circle meanwhile.
     */
    void lockAllOf(UUID agreementId) {
        find("agreementId = ?1 order by id", agreementId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Guidances of the agreement of which something is issued, newest first, from this one on. */
    List<Guidance> issuedUnder(UUID agreementId, UUID from, int limit) {
        return find(
                        "from Guidance g where g.agreementId = ?1 and g.id <= ?2 and exists (select 1 from GuidanceVersion v"
                                + " where v.guidanceId = g.id and v.issuedAt is not null) order by g.id desc",
                        agreementId,
                        from)
                .page(0, limit)
                .list();
    }

    /** Which of these are guidances of the agreement of which something is issued. */
    List<UUID> issuedAmong(UUID agreementId, Collection<UUID> asked) {
        return find(
                        "select g.id from Guidance g where g.agreementId = ?1 and g.id in ?2 and exists"
                                + " (select 1 from GuidanceVersion v where v.guidanceId = g.id and v.issuedAt is not null)",
                        agreementId,
                        asked)
                .project(UUID.class)
                .list();
    }

    /** Whether the upper one already stands, directly or through others, in the place of the lower. */
    boolean supersedes(UUID upper, UUID lower) {
        return !getEntityManager()
                .createNativeQuery("""
                        with recursive below (id) as (
                          select superseded_id from guidance_supersession where guidance_id = :guidance
                          union
                          select s.superseded_id from guidance_supersession s join below b on s.guidance_id = b.id)
                        select 1 from below where id = :other""")
                .setParameter("guidance", upper)
                .setParameter("other", lower)
                .getResultList()
                .isEmpty();
    }

    boolean isSuperseded(UUID guidanceId) {
        return !getEntityManager()
                .createNativeQuery("select 1 from guidance_supersession where superseded_id = :guidance")
                .setParameter("guidance", guidanceId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    void recordSupersession(UUID guidanceId, UUID supersededId, UUID versionId, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        insert into guidance_supersession (guidance_id, superseded_id, version_id, recorded_at)
                        values (:guidance, :superseded, :version, :now) on conflict do nothing""")
                .setParameter("guidance", guidanceId)
                .setParameter("superseded", supersededId)
                .setParameter("version", versionId)
                .setParameter("now", now)
                .executeUpdate();
    }
}
