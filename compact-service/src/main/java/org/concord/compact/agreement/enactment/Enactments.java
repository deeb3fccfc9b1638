package org.concord.compact.agreement.enactment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.agreement.Proceedings;

/** All acts of joining. */
@ApplicationScoped
class Enactments implements Proceedings<Enactment> {

    /** Every act of one agreement, oldest first: some for each of 56 jurisdictions. */
    List<Enactment> of(UUID agreementId) {
        return list("agreementId = ?1 order by id", agreementId);
    }

    /** The act by which the member is bound, or on its way to be. */
    Optional<Enactment> standing(UUID agreementId, String member) {
        return find(
                        "agreementId = ?1 and member = ?2 and state in ('INTRODUCED', 'PASSED', 'ENACTED', 'EFFECTIVE')",
                        agreementId,
                        member)
                .firstResultOptional();
    }

    /** The act by which the member is bound on that day, be it about to leave or not. */
    Optional<Enactment> bound(UUID agreementId, String member, LocalDate on) {
        return list(
                        "agreementId = ?1 and member = ?2 and state in ('EFFECTIVE', 'ENDED') order by id",
                        agreementId,
                        member)
                .stream()
                .filter(act -> act.bindsOn(on))
                .findFirst();
    }

    /** The member's last act that has ended or is to end. */
    Optional<Enactment> lastEnded(UUID agreementId, String member) {
        return find("agreementId = ?1 and member = ?2 and state = 'ENDED' order by id desc", agreementId, member)
                .page(0, 1)
                .firstResultOptional();
    }
}
