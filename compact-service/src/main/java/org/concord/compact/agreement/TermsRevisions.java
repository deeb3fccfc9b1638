package org.concord.compact.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concord.compact.agreement.instrument.TermsHistory.Version;

/** The history of terms: rows are added, never changed. */
@ApplicationScoped
class TermsRevisions implements PanacheRepositoryBase<TermsRevision, UUID> {

    /** The amendments in force, as they were known before that instant; none before the first. */
    List<Version> known(UUID agreementId, Instant before) {
        return find("agreementId = ?1 and recordedAt < ?2 order by recordedAt desc, id desc", agreementId, before)
                .page(0, 1)
                .firstResultOptional()
                .map(TermsRevision::versions)
                .orElse(List.of());
    }
}
