package org.concord.compact.agreement.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.concord.compact.agreement.Proceedings;

/** All amendments. */
@ApplicationScoped
class Amendments implements Proceedings<Amendment> {

    /** Those of one agreement that are or may come into force, oldest first: a handful in the life of an instrument. */
    List<Amendment> proposed(UUID agreementId) {
        return list(
                "agreementId = ?1 and proposedOn is not null and withdrawnOn is null order by proposedOn, id",
                agreementId);
    }

    /** Those whose day of force is known. */
    List<Amendment> dated(UUID agreementId) {
        return list("agreementId = ?1 and inForceOn is not null order by id", agreementId);
    }
}
