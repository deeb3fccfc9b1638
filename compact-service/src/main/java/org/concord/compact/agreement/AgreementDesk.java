package org.concord.compact.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.agreement.AgreementEvent.AgreementOpened;
import org.concord.compact.agreement.OpenAgreement.Joining;
import org.concord.kit.access.AgreementFact;
import org.concord.kit.access.PolicyFeed;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.concord.kit.time.Zones;
import org.hibernate.exception.ConstraintViolationException;

/** Opens agreements: the instrument, its event and this service's own policy facts in one transaction. */
@ApplicationScoped
class AgreementDesk {

    private final Agreements agreements;
    private final Outbox outbox;
    private final PolicyFeed policy;
    private final Ids ids;
    private final Clock clock;

    AgreementDesk(Agreements agreements, Outbox outbox, PolicyFeed policy, Ids ids, Clock clock) {
        this.agreements = agreements;
        this.outbox = outbox;
        this.policy = policy;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens an agreement.
     *
     * @throws ProblemException {@code validation-failed}, {@code lead-not-a-member}, {@code linked-agreement-unknown},
     *     {@code agreement-code-taken}
     */
    AgreementView open(OpenAgreement command) {
        requireSound(command);
        Agreement agreement = Agreement.open(ids.next(), command, Moments.now(clock));
        store(agreement, command.code());
        AgreementView view = agreement.view();
        outbox.publish(AgreementEvent.TOPIC, view.id().toString(), AgreementOpened.of(view));
        // Our own topic is not consumed here: the facts must be there before the answer is.
        policy.agreementOpened(facts(view));
        return view;
    }

    private static AgreementFact facts(AgreementView view) {
        return new AgreementFact(
                view.id(),
                view.code(),
                view.type().name(),
                view.lead(),
                view.capabilities(),
                view.members().stream()
                        .map(term -> new AgreementFact.Membership(term.member(), term.effectiveOn(), term.endedOn()))
                        .toList());
    }

    private void store(Agreement agreement, String code) {
        try {
            agreements.persistAndFlush(agreement);
        } catch (ConstraintViolationException violated) {
            if ("agreement_code_uk".equals(violated.getConstraintName())) {
                throw new ProblemException(
                        AgreementProblem.AGREEMENT_CODE_TAKEN, "An agreement with the code " + code + " exists.");
            }
            throw violated;
        }
    }

    private void requireSound(OpenAgreement command) {
        List<Violation> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < command.members().size(); i++) {
            Joining joining = command.members().get(i);
            if (!Zones.isJurisdiction(joining.member())) {
                faults.add(Violation.at(
                        "/members/" + i + "/member", "unknown-jurisdiction", "no jurisdiction has this USPS code"));
            } else if (!seen.add(joining.member())) {
                faults.add(Violation.at("/members/" + i + "/member", "duplicate", "the member stands here twice"));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "The members cannot join like this.", faults);
        }
        if (!seen.contains(command.lead())) {
            throw new ProblemException(
                    AgreementProblem.LEAD_NOT_A_MEMBER, command.lead() + " is not among the members.");
        }
        UUID linked = command.linkedAgreementId();
        if (linked != null && agreements.findByIdOptional(linked).isEmpty()) {
            throw new ProblemException(
                    AgreementProblem.LINKED_AGREEMENT_UNKNOWN, "There is no agreement " + linked + ".");
        }
    }
}
