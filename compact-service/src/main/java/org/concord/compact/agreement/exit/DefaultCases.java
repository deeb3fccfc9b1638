package org.concord.compact.agreement.exit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.agreement.Proceedings;
import org.concord.compact.agreement.Suspension;
import org.concord.compact.agreement.Suspensions;

/** All defaults. */
@ApplicationScoped
class DefaultCases implements Proceedings<DefaultCase>, Suspensions {

    Optional<DefaultCase> open(UUID agreementId, String member) {
        return find(
                        "agreementId = ?1 and member = ?2"
                                + " and state in ('NOTICE_GIVEN', 'ASSISTED', 'INTENT_NOTIFIED', 'SUSPENDED')",
                        agreementId,
                        member)
                .firstResultOptional();
    }

    /** Whether the members may suspend or put out now. It loads nothing, so that a lock taken afterwards sees what is then. */
    boolean isBeforeTheMembers(UUID agreementId, UUID id) {
        return count("agreementId = ?1 and id = ?2 and state in ('INTENT_NOTIFIED', 'SUSPENDED')", agreementId, id) > 0;
    }

    @Override
    public Map<String, List<Suspension>> of(UUID agreementId) {
        Map<String, List<Suspension>> suspensions = new HashMap<>();
        list("agreementId = ?1 and suspendedOn is not null order by id", agreementId)
                .forEach(one -> one.suspension()
                        .ifPresent(suspension -> suspensions
                                .computeIfAbsent(one.member(), member -> new ArrayList<>())
                                .add(suspension)));
        return suspensions;
    }
}
