package org.concord.compact.agreement.enactment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** All findings on conformity. */
@ApplicationScoped
class ConformityFindings implements PanacheRepositoryBase<ConformityFinding, UUID> {

    /** The last finding on each article of these two texts. */
    Map<String, ConformityFindingView> last(UUID enactmentId, UUID modelTextId, UUID textId) {
        Map<String, ConformityFindingView> last = new HashMap<>();
        list("enactmentId = ?1 and modelTextId = ?2 and textId = ?3 order by id", enactmentId, modelTextId, textId)
                .forEach(finding -> last.put(finding.article(), finding.view()));
        return last;
    }
}
