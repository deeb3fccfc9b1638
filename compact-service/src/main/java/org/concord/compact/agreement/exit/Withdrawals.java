package org.concord.compact.agreement.exit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All withdrawals. */
@ApplicationScoped
class Withdrawals implements PanacheRepositoryBase<Withdrawal, UUID> {

    Optional<Withdrawal> inAgreement(UUID agreementId, UUID id) {
        return find("agreementId = ?1 and id = ?2", agreementId, id).firstResultOptional();
    }

    /** The leaving by which this act of joining ends or may end. */
    Optional<Withdrawal> open(UUID agreementId, String member) {
        return find(
                        "agreementId = ?1 and member = ?2 and state in ('BILL_INTRODUCED', 'NOTICE_RUNNING') order by id desc",
                        agreementId,
                        member)
                .page(0, 1)
                .firstResultOptional();
    }

    List<Withdrawal> page(UUID agreementId, UUID below, int limit) {
        return find("agreementId = ?1 and id < ?2 order by id desc", agreementId, below)
                .page(0, limit)
                .list();
    }
}
