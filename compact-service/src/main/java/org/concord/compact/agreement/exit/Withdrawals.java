package org.concord.compact.agreement.exit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.agreement.Proceedings;

/** All withdrawals. */
@ApplicationScoped
class Withdrawals implements Proceedings<Withdrawal> {

    /** The leaving by which this act of joining ends or may end. */
    Optional<Withdrawal> open(UUID agreementId, String member) {
        return find(
                        "agreementId = ?1 and member = ?2 and state in ('BILL_INTRODUCED', 'NOTICE_RUNNING') order by id desc",
                        agreementId,
                        member)
                .page(0, 1)
                .firstResultOptional();
    }
}
