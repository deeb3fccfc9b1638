package org.concord.compact.guidance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All versions of all guidances. */
@ApplicationScoped
class GuidanceVersions implements PanacheRepositoryBase<GuidanceVersion, UUID> {

    private static final String SUMMARY = """
            select new org.concord.compact.guidance.GuidanceSummary(
                     g.id, g.agreementId, g.code, v.number, t.title, t.topic, v.issuedOn, v.effectiveOn, v.sunsetOn,
                     v.replacedOn, v.withdrawnOn)
              from Guidance g, GuidanceVersion v, VersionText t
             where v.guidanceId = g.id and t.id = v.textId and v.issuedAt is not null
               and v.number = (select max(w.number) from GuidanceVersion w
                                where w.guidanceId = g.id and w.issuedAt is not null)""";

    private static final String LINE = """
            select new org.concord.compact.guidance.DraftLine(
                     v.id, g.id, g.code, v.number, v.stage, v.revision, t.title, t.topic, v.draftedAt)
              from Guidance g, GuidanceVersion v, VersionText t
             where v.guidanceId = g.id and t.id = v.textId and g.agreementId = :agreement and v.id < :below
             order by v.id desc""";

    Optional<GuidanceVersion> find(UUID guidanceId, int number) {
        return find("guidanceId = ?1 and number = ?2", guidanceId, number).firstResultOptional();
    }

    /** The issued versions of a guidance, newest first. */
    List<GuidanceVersion> issued(UUID guidanceId) {
        return find("guidanceId = ?1 and issuedAt is not null order by number desc", guidanceId)
                .list();
    }

    /** The issued versions of each of these guidances, newest first. */
    Map<UUID, List<GuidanceVersion>> issued(Collection<UUID> guidances) {
        return find("guidanceId in ?1 and issuedAt is not null order by number desc", guidances).stream()
                .collect(Collectors.groupingBy(GuidanceVersion::guidanceId));
    }

    /** The versions of a guidance that nobody has replaced yet. */
    List<GuidanceVersion> inPlace(UUID guidanceId) {
        return find("guidanceId = ?1 and issuedAt is not null and replacedBy is null", guidanceId)
                .list();
    }

    boolean isInPreparation(UUID guidanceId) {
        return count(
                        "guidanceId = ?1 and stage in ?2",
                        guidanceId,
                        List.of(GuidanceStage.DRAFT, GuidanceStage.UNDER_REVIEW, GuidanceStage.IN_SIGNATURE))
                > 0;
    }

    /** Whose version it is, read without loading the version: what is loaded before the lock may be stale behind it. */
    Optional<UUID> guidanceOf(UUID versionId) {
        return find("select v.guidanceId from GuidanceVersion v where v.id = ?1", versionId)
                .project(UUID.class)
                .firstResultOptional();
    }

    Optional<UUID> agreementOf(UUID versionId) {
        return find(
                        "select g.agreementId from GuidanceVersion v, Guidance g where g.id = v.guidanceId and v.id = ?1",
                        versionId)
                .project(UUID.class)
                .firstResultOptional();
    }

    int lastNumber(UUID guidanceId) {
        return find("select coalesce(max(v.number), 0) from GuidanceVersion v where v.guidanceId = ?1", guidanceId)
                .project(Integer.class)
                .singleResult();
    }

    /** What is in preparation or was, newest first. */
    List<DraftLine> page(UUID agreementId, UUID below, int limit) {
        return getEntityManager()
                .createQuery(LINE, DraftLine.class)
                .setParameter("agreement", agreementId)
                .setParameter("below", below)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The newest issued version of each guidance, newest guidance first. */
    List<GuidanceSummary> summaries(@Nullable UUID agreementId, @Nullable String topic, UUID below, int limit) {
        TypedQuery<GuidanceSummary> query = getEntityManager()
                .createQuery(
                        SUMMARY + " and g.id < :below"
                                + (agreementId == null ? "" : " and g.agreementId = :agreement")
                                + (topic == null ? "" : " and t.topic = :topic")
                                + " order by g.id desc",
                        GuidanceSummary.class)
                .setParameter("below", below)
                .setMaxResults(limit);
        if (agreementId != null) {
            query.setParameter("agreement", agreementId);
        }
        if (topic != null) {
            query.setParameter("topic", topic);
        }
        return query.getResultList();
    }
}
