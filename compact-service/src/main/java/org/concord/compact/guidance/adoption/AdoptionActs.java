package org.concord.compact.guidance.adoption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All revisions of all acts. */
@ApplicationScoped
class AdoptionActs implements PanacheRepositoryBase<AdoptionAct, UUID> {

    private static final TypeReference<List<Deviation>> DEVIATIONS = new TypeReference<>() {};

    /** The last revision of each act that had been recorded by an instant. */
    private static final String AS_KNOWN =
            " and a.recordedAt <= ?2 and a.revision = (select max(b.revision) from AdoptionAct b"
                    + " where b.actId = a.actId and b.recordedAt <= ?2)";

    private final ObjectMapper json;

    AdoptionActs(ObjectMapper json) {
        this.json = json;
    }

    void store(UUID id, AdoptionView view, String recordedBy) {
        try {
            persistAndFlush(new AdoptionAct(
                    id, view, json.writeValueAsString(view.terms().differences()), recordedBy));
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("deviations could not be written", bug);
        }
    }

    /** The acts on a guidance as they were known at an instant, void ones among them. */
    List<AdoptionView> asKnown(UUID guidanceId, Instant at) {
        return find(
                        "from AdoptionAct a where a.guidanceId = ?1" + AS_KNOWN + " order by a.member, a.actId",
                        guidanceId,
                        at)
                .stream()
                .map(this::view)
                .toList();
    }

    /** The acts on each of these guidances as they were known at an instant, void ones among them. */
    Map<UUID, List<AdoptionView>> asKnown(Collection<UUID> guidances, Instant at) {
        return find(
                        "from AdoptionAct a where a.guidanceId in ?1" + AS_KNOWN + " order by a.member, a.actId",
                        guidances,
                        at)
                .stream()
                .map(this::view)
                .collect(Collectors.groupingBy(AdoptionView::guidanceId));
    }

    /** A member's acts for one effect as they stand, void ones among them. */
    List<AdoptionView> standing(UUID guidanceId, String member, LegalEffect effect) {
        return find(
                        "from AdoptionAct a where a.guidanceId = ?1 and a.member = ?2 and a.legalEffect = ?3 and a.revision ="
                                + " (select max(b.revision) from AdoptionAct b where b.actId = a.actId)",
                        guidanceId,
                        member,
                        effect)
                .stream()
                .map(this::view)
                .toList();
    }

    /** An act's revisions from the first on; empty for an unknown act. */
    List<AdoptionView> revisions(UUID actId) {
        return find("actId = ?1 order by revision", actId).stream()
                .map(this::view)
                .toList();
    }

    Optional<AdoptionView> current(UUID actId) {
        return find("actId = ?1 order by revision desc", actId)
                .page(0, 1)
                .firstResultOptional()
                .map(this::view);
    }

    private AdoptionView view(AdoptionAct act) {
        try {
            return act.view(json.readValue(act.deviations(), DEVIATIONS));
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("deviations could not be read", bug);
        }
    }
}
