package org.concord.compact.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The history of standing: rows are added, never changed. */
@ApplicationScoped
class StandingRevisions implements PanacheRepositoryBase<StandingRevision, UUID> {

    private static final String LAST_KNOWN =
            " and r.revision = (select max(e.revision) from StandingRevision e where e.agreementId = r.agreementId"
                    + " and e.member = r.member and e.recordedAt < ?2)";

    /** What was known of every member of the agreement before that instant, by USPS code. */
    List<StandingRevision> ofAgreement(UUID agreementId, Instant before) {
        return list(
                "from StandingRevision r where r.agreementId = ?1" + LAST_KNOWN + " order by r.member",
                agreementId,
                before);
    }

    /** What was known of one member in these agreements before that instant, newest agreement first. */
    List<StandingRevision> ofMember(String member, Instant before, Collection<UUID> in, UUID below, int limit) {
        return find(
                        "from StandingRevision r where r.member = ?1" + LAST_KNOWN
                                + " and r.agreementId in ?3 and r.agreementId < ?4 order by r.agreementId desc",
                        member,
                        before,
                        in,
                        below)
                .page(0, limit)
                .list();
    }

    /** The number of each member's last revision. */
    Map<String, Integer> last(UUID agreementId) {
        Map<String, Integer> last = new HashMap<>();
        getEntityManager()
                .createQuery(
                        "select r.member, max(r.revision) from StandingRevision r where r.agreementId = ?1 group by r.member",
                        Object[].class)
                .setParameter(1, agreementId)
                .getResultList()
                .forEach(row -> last.put((String) row[0], (Integer) row[1]));
        return last;
    }
}
