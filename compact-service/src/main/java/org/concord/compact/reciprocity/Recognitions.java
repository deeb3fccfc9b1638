package org.concord.compact.reciprocity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All revisions of all recognitions. */
@ApplicationScoped
class Recognitions implements PanacheRepositoryBase<Recognition, UUID> {

    /**
     * Which are asked for.
     *
     * @param by who recognises; null for all
     * @param of whose things; null for all
     * @param kind null for all
     * @param on in force on that day; null for any day
     * @param knownAt as it was known then
     */
    record Filter(
            @Nullable String by,
            @Nullable String of,
            @Nullable RecognitionKind kind,
            @Nullable LocalDate on,
            Instant knownAt) {}

    /** Takes the lock of a member's book, making it first where it is missing. */
    void lockBook(String member) {
        getEntityManager()
                .createNativeQuery("insert into recognition_book (member) values (:member) on conflict do nothing")
                .setParameter("member", member)
                .executeUpdate();
        getEntityManager()
                .createNativeQuery("select member from recognition_book where member = :member for update")
                .setParameter("member", member)
                .getSingleResult();
    }

    /** A pair's recognitions of one subject, as they stand. */
    List<RecognitionView> standing(String member, String recognised, RecognitionKind kind, String subject) {
        return find(
                        "from Recognition r where r.member = ?1 and r.recognised = ?2 and r.kind = ?3 and r.subject = ?4"
                                + " and r.revision = (select max(s.revision) from Recognition s"
                                + " where s.recognitionId = r.recognitionId)",
                        member,
                        recognised,
                        kind,
                        subject)
                .stream()
                .map(Recognition::view)
                .toList();
    }

    Optional<RecognitionView> current(UUID recognitionId) {
        return find("recognitionId = ?1 order by revision desc", recognitionId)
                .page(0, 1)
                .firstResultOptional()
                .map(Recognition::view);
    }

    /** A recognition's revisions from the first on; empty for an unknown one. */
    List<RecognitionView> revisions(UUID recognitionId) {
        return find("recognitionId = ?1 order by revision", recognitionId).stream()
                .map(Recognition::view)
                .toList();
    }

    /** Newest first. */
    List<RecognitionView> page(Filter filter, UUID below, int limit) {
        StringBuilder query = new StringBuilder("from Recognition r where r.recognitionId < :below"
                + " and r.registeredAt <= :known and r.revision = (select max(s.revision) from Recognition s"
                + " where s.recognitionId = r.recognitionId and s.registeredAt <= :known)");
        Map<String, Object> parameters = new HashMap<>(Map.of("below", below, "known", filter.knownAt()));
        narrow(query, parameters, "r.member = ", "by", filter.by());
        narrow(query, parameters, "r.recognised = ", "of", filter.of());
        narrow(query, parameters, "r.kind = ", "kind", filter.kind());
        narrow(query, parameters, "(r.endsOn is null or r.endsOn > :on) and r.effectiveOn <= ", "on", filter.on());
        return find(query + " order by r.recognitionId desc", parameters).page(0, limit).stream()
                .map(Recognition::view)
                .toList();
    }

    private static void narrow(
            StringBuilder query,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(condition).append(':').append(name);
            parameters.put(name, value);
        }
    }
}
