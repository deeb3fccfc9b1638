package org.concord.compact.agreement.enactment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.agreement.Proceedings;

/** All acts of joining and of taking amendments. */
@ApplicationScoped
class Enactments implements Proceedings<Enactment> {

    /** Every act of joining one agreement, oldest first: some for each of 56 jurisdictions. */
    List<Enactment> of(UUID agreementId) {
        return list("agreementId = ?1 and amendmentId is null order by id", agreementId);
    }

    /** The acts in effect on these amendments, oldest first. */
    List<Enactment> taking(Collection<UUID> amendmentIds) {
        return amendmentIds.isEmpty()
                ? List.of()
                : list("amendmentId in ?1 and state = 'EFFECTIVE' order by id", amendmentIds);
    }

    /** The act by which the member has taken the amendment, or is on its way to. */
    Optional<Enactment> standingOn(UUID amendmentId, String member) {
        return find(
                        "amendmentId = ?1 and member = ?2 and state in ('INTRODUCED', 'PASSED', 'ENACTED', 'EFFECTIVE')",
                        amendmentId,
                        member)
                .firstResultOptional();
    }

    /** The act by which the member is bound, or on its way to be. */
    Optional<Enactment> standing(UUID agreementId, String member) {
        return find(
                        "agreementId = ?1 and member = ?2 and amendmentId is null"
                                + " and state in ('INTRODUCED', 'PASSED', 'ENACTED', 'EFFECTIVE')",
                        agreementId,
                        member)
                .firstResultOptional();
    }

    /** The act by which the member is bound on that day, be it about to leave or not. */
    Optional<Enactment> bound(UUID agreementId, String member, LocalDate on) {
        return list(
                        "agreementId = ?1 and member = ?2 and amendmentId is null and state in ('EFFECTIVE', 'ENDED') order by id",
                        agreementId,
                        member)
                .stream()
                .filter(act -> act.bindsOn(on))
                .findFirst();
    }

    /** The member's last act that has ended or is to end. */
    Optional<Enactment> lastEnded(UUID agreementId, String member) {
        return find(
                        "agreementId = ?1 and member = ?2 and amendmentId is null and state = 'ENDED' order by id desc",
                        agreementId,
                        member)
                .page(0, 1)
                .firstResultOptional();
    }
}
