package org.concord.member.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.concord.kit.access.Caller;
import org.concord.kit.access.MandateFact;
import org.concord.kit.access.PolicyFeed;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.concord.member.jurisdiction.UspsCodes;

/** Registers mandates: row, event and policy projection in one transaction, all of a batch or none. */
@ApplicationScoped
class MandateDesk {
    static final String TOPIC = "member.mandate.v1";

    private final UspsCodes members;
    private final Mandates mandates;
    private final PolicyFeed policy;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    MandateDesk(UspsCodes members, Mandates mandates, PolicyFeed policy, Outbox outbox, Ids ids, Clock clock) {
        this.members = members;
        this.mandates = mandates;
        this.policy = policy;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Registers what is new. An entry that says what is registered already is counted and left; one that says something
     * else of the same authority from the same day is refused, because a mandate is never edited.
     */
    RegistrationView register(RegisterMandates command, Caller staff) {
        mustBeSound(command);
        mandates.lockRegistration();
        List<Mandate> known = new ArrayList<>(mandates.ofSubjects(
                command.mandates().stream().map(RegisterMandates.Entry::subject).collect(Collectors.toSet())));
        List<Violation> conflicts = new ArrayList<>();
        Instant now = clock.instant();
        int registered = 0;
        for (int i = 0; i < command.mandates().size(); i++) {
            RegisterMandates.Entry entry = command.mandates().get(i);
            Mandate same = known.stream()
                    .filter(mandate -> mandate.isAbout(entry))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                Mandate mandate = new Mandate(ids.next(), entry, command.instrument(), staff.subject(), now);
                known.add(mandate);
                grant(mandate);
                registered++;
            } else if (!same.says(entry)) {
                conflicts.add(Violation.at(
                        "/mandates/" + i,
                        "mandate-differs",
                        entry.username() + " has this mandate from " + entry.effectiveOn()
                                + " with another limit or end. Give the new mandate a later effectiveOn."));
            }
        }
        if (!conflicts.isEmpty()) {
            throw new ProblemException(
                    MandateProblem.MANDATE_DIFFERS, "Nothing was registered; a mandate is never edited.", conflicts);
        }
        return new RegistrationView(registered, command.mandates().size() - registered);
    }

    private void grant(Mandate mandate) {
        mandates.persist(mandate);
        MandateEvent.MandateGranted granted = mandate.granted();
        outbox.publish(TOPIC, mandate.id.toString(), granted);
        policy.mandateGranted(new MandateFact(
                granted.mandateId(),
                granted.subject(),
                granted.member(),
                granted.role(),
                granted.agreementId(),
                granted.limitCents(),
                granted.effectiveOn(),
                granted.endsOn()));
    }

    private void mustBeSound(RegisterMandates command) {
        Set<String> codes = members.known();
        List<Violation> faults = new ArrayList<>();
        for (int i = 0; i < command.mandates().size(); i++) {
            RegisterMandates.Entry entry = command.mandates().get(i);
            if (!codes.contains(entry.member())) {
                faults.add(Violation.at(
                        "/mandates/" + i + "/member",
                        "member-unknown",
                        entry.member() + " is no jurisdiction. Use the USPS code, such as MD."));
            }
            if (entry.endsOn() != null && entry.endsOn().isBefore(entry.effectiveOn())) {
                faults.add(Violation.at(
                        "/mandates/" + i + "/endsOn",
                        "ends-before-it-begins",
                        "The last day is before the first. Exchange the dates or leave endsOn out."));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(MandateProblem.MANDATES_HAVE_FAULTS, "Nothing was registered.", faults);
        }
    }
}
