package org.concord.compact.agreement.enactment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.agreement.AgreementProblem;
import org.concord.compact.agreement.Joined;
import org.concord.compact.agreement.Joinings;
import org.concord.compact.agreement.LegalDates;
import org.concord.compact.agreement.OpenAgreement.Joining;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;

/**
 * The acts by which members are bound, for those who found, end and settle them. Callers bring the transaction and hold the
 * agreement.
 */
@ApplicationScoped
public class ActsOfJoining implements Joinings {

    private final Enactments enactments;
    private final ConformityFindings findings;
    private final LegalDates dates;
    private final Ids ids;

    ActsOfJoining(Enactments enactments, ConformityFindings findings, LegalDates dates, Ids ids) {
        this.enactments = enactments;
        this.findings = findings;
        this.dates = dates;
        this.ids = ids;
    }

    @Override
    public List<Joined> of(UUID agreementId) {
        return enactments.of(agreementId).stream()
                .map(Enactment::joined)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void found(UUID agreementId, Joining joining, String by) {
        enactments.persist(
                Enactment.founding(ids.next(), agreementId, joining.member(), joining.effectiveOn(), dates.now(), by));
    }

    /** Which members have taken these amendments, and the first day on which their act is in effect. */
    public Map<UUID, Map<String, LocalDate>> taken(Collection<UUID> amendmentIds) {
        Map<UUID, Map<String, LocalDate>> taken = new HashMap<>();
        for (Enactment act : enactments.taking(amendmentIds)) {
            act.amendmentId()
                    .ifPresent(amendment -> act.joined()
                            .ifPresent(one -> taken.computeIfAbsent(amendment, id -> new HashMap<>())
                                    .put(one.member(), one.effectiveOn())));
        }
        return taken;
    }

    /** The act by which the member is bound, with no end in sight. */
    public Optional<UUID> standing(UUID agreementId, String member) {
        return enactments.standing(agreementId, member).filter(Enactment::binds).map(Enactment::id);
    }

    /** The act by which the member is bound on that day, be it about to leave or not. */
    public Optional<UUID> bound(UUID agreementId, String member, LocalDate on) {
        return enactments.bound(agreementId, member, on).map(Enactment::id);
    }

    /** Whether a finding of material difference was made on what this act enacted. */
    public boolean differs(UUID actId, UUID findingId) {
        return findings.findByIdOptional(findingId)
                .filter(found -> found.isGroundAgainst(actId))
                .isPresent();
    }

    /**
     * The member leaves on that day.
     *
     * @throws ProblemException {@code enactment-not-in-this-state}, {@code step-dated-too-early}
     */
    public void end(UUID agreementId, UUID actId, LocalDate on) {
        known(agreementId, actId).end(on);
    }

    /**
     * The members put the member out on that day, be it about to leave or not.
     *
     * @throws ProblemException {@code not-a-member}, {@code step-dated-too-early}
     */
    public void terminate(UUID agreementId, String member, LocalDate on) {
        enactments
                .bound(agreementId, member, on)
                .orElseThrow(() ->
                        new ProblemException(AgreementProblem.NOT_A_MEMBER, member + " has left before " + on + "."))
                .terminate(on);
    }

    /**
     * The leaving is taken back.
     *
     * @return false when the act ends otherwise than by this leaving: the member was put out meanwhile
     * @throws ProblemException {@code enactment-stands}, {@code enactment-not-in-this-state}
     */
    public boolean restore(UUID agreementId, UUID actId, LocalDate leaving) {
        Enactment act = known(agreementId, actId);
        enactments.standing(agreementId, act.member()).ifPresent(other -> {
            throw EnactmentDesk.stands(other);
        });
        if (!act.endsOn(leaving)) {
            return false;
        }
        act.restore();
        return true;
    }

    /**
     * Nothing is owed any more, from that day on, of what the act led to.
     *
     * @throws ProblemException {@code enactment-not-in-this-state}, {@code step-dated-too-early}
     */
    public void settle(UUID agreementId, UUID actId, LocalDate on) {
        known(agreementId, actId).settle(on);
    }

    /**
     * Nothing is owed any more, from that day on, by a member that was put out.
     *
     * @throws ProblemException {@code step-dated-too-early}
     */
    public void settleLast(UUID agreementId, String member, LocalDate on) {
        enactments
                .lastEnded(agreementId, member)
                .orElseThrow(() -> new IllegalStateException("a terminated member has an ended act"))
                .settle(on);
    }

    private Enactment known(UUID agreementId, UUID actId) {
        return enactments
                .inAgreement(agreementId, actId)
                .orElseThrow(() -> new IllegalStateException("an act that ends is there"));
    }
}
