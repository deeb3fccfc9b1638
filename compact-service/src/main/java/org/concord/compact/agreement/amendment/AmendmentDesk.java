package org.concord.compact.agreement.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.compact.agreement.AgreementEvent;
import org.concord.compact.agreement.AgreementLife;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.agreement.HeldAgreement;
import org.concord.compact.agreement.Joined;
import org.concord.compact.agreement.LegalDates;
import org.concord.compact.agreement.amendment.AmendmentEvent.AmendmentProposed;
import org.concord.compact.agreement.amendment.AmendmentEvent.AmendmentRejected;
import org.concord.compact.agreement.amendment.AmendmentEvent.AmendmentWithdrawn;
import org.concord.compact.agreement.enactment.ActsOfJoining;
import org.concord.compact.agreement.enactment.EnactmentDesk;
import org.concord.compact.agreement.enactment.EnactmentView;
import org.concord.compact.agreement.enactment.JoinAgreement;
import org.concord.compact.agreement.instrument.Terms;
import org.concord.compact.agreement.instrument.TextRegister;
import org.concord.kit.access.Access;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;

/** Files amendments, brings them before the members, and takes them back. Callers bring the transaction. */
@ApplicationScoped
class AmendmentDesk {

    private static final String CAUSE = "AMENDMENT";

    private final AgreementLife agreements;
    private final AgreementRegister register;
    private final Amendments amendments;
    private final EnactmentDesk enactments;
    private final ActsOfJoining acts;
    private final TextRegister texts;
    private final Outbox outbox;
    private final LegalDates dates;
    private final Ids ids;

    AmendmentDesk(
            AgreementLife agreements,
            AgreementRegister register,
            Amendments amendments,
            EnactmentDesk enactments,
            ActsOfJoining acts,
            TextRegister texts,
            Outbox outbox,
            LegalDates dates,
            Ids ids) {
        this.agreements = agreements;
        this.register = register;
        this.amendments = amendments;
        this.enactments = enactments;
        this.acts = acts;
        this.texts = texts;
        this.outbox = outbox;
        this.dates = dates;
        this.ids = ids;
    }

    /**
     * Files an amendment. Where the terms in force on that day ask for no ballot, it is proposed with it.
     *
     * @throws ProblemException {@code not-found}, {@code agreement-not-in-force}, {@code agreement-dissolved}, {@code
     *     dated-ahead}, {@code amendment-changes-nothing}, {@code validation-failed} for terms that do not fit
     */
    AmendmentView file(UUID agreementId, FileAmendment command, String by) {
        HeldAgreement agreement = agreements.hold(agreementId);
        agreement.requireInForce();
        agreement.happened(command.filedOn());
        Terms terms = agreement.termsOn(command.filedOn());
        requireSound(agreement, terms, command);
        Amendment amendment = new Amendment(ids.next(), agreementId, terms.amendment(), command, dates.now(), by);
        amendments.persistAndFlush(amendment);
        if (!command.articlesOrNone().isEmpty()) {
            texts.recordAmendment(agreementId, amendment.id(), command.articlesOrNone(), by);
        }
        tellProposed(amendment);
        return view(amendment, agreement.lead());
    }

    private static void requireSound(HeldAgreement agreement, Terms terms, FileAmendment command) {
        if (command.articlesOrNone().isEmpty() && command.changeOrNone().changesNothing()) {
            throw new ProblemException(AmendmentProblem.AMENDMENT_CHANGES_NOTHING, "Name articles, terms, or both.");
        }
        List<Violation> faults = command.changeOrNone().faults(terms, agreement.type());
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED, "The agreement cannot be amended like this.", faults);
        }
    }

    /**
     * Takes an amendment back.
     *
     * @throws ProblemException {@code not-found}, {@code dated-ahead}, {@code step-dated-too-early}, {@code
     *     amendment-not-in-this-state}
     */
    AmendmentView withdraw(UUID agreementId, UUID id, WithdrawAmendment command, String by) {
        HeldAgreement agreement = agreements.hold(agreementId);
        Amendment amendment = amendments.inAgreement(agreementId, id).orElseThrow(Access::notFound);
        agreement.happened(command.on());
        amendment.withdraw(command, agreement.today());
        publish(amendment, new AmendmentWithdrawn(agreementId, id, command.on(), dates.now()));
        agreement.rework(CAUSE, by);
        return view(amendment, agreement.lead());
    }

    /**
     * Records that a member begins to take it.
     *
     * @throws ProblemException {@code not-found}, {@code agreement-dissolved}, {@code amendment-not-in-this-state}, and what
     *     {@link EnactmentDesk#beginAmending} refuses
     */
    EnactmentView enact(UUID agreementId, UUID id, JoinAgreement command, String by) {
        HeldAgreement agreement = agreements.hold(agreementId);
        agreement.requireNotDissolved();
        Amendment amendment = amendments.inAgreement(agreementId, id).orElseThrow(Access::notFound);
        return enactments.beginAmending(agreement, id, amendment.requireProposed(agreement.today()), command, by);
    }

    /**
     * Records that a member joined by the amended text.
     *
     * @throws ProblemException {@code not-found}, {@code agreement-dissolved}, {@code amendment-not-in-this-state}, and what
     *     {@link EnactmentDesk#include} refuses
     */
    EnactmentView include(UUID agreementId, UUID id, IncludeAmendment command, String by) {
        HeldAgreement agreement = agreements.hold(agreementId);
        agreement.requireNotDissolved();
        Amendment amendment = amendments.inAgreement(agreementId, id).orElseThrow(Access::notFound);
        return enactments.include(agreement, id, amendment.requireProposed(agreement.today()), command.member(), by);
    }

    /** Does what the members decided on proposing it. */
    void decided(UUID agreementId, UUID id, UUID ballotId, boolean carried) {
        HeldAgreement agreement = agreements.hold(agreementId);
        Amendment amendment = amendments
                .inAgreement(agreementId, id)
                .orElseThrow(() -> new IllegalStateException("a ballot on an amendment that is not there"));
        LocalDate today = agreement.today();
        boolean waits = amendment.state(today) instanceof AmendmentState.Filed;
        amendment.decided(ballotId, carried, today);
        if (waits && carried) {
            tellProposed(amendment);
            agreement.rework(CAUSE, "BALLOT " + ballotId);
        } else if (waits) {
            publish(amendment, new AmendmentRejected(agreementId, id, ballotId, dates.now()));
        }
    }

    /** The amendment as it is today in the lead's zone. */
    AmendmentView view(Amendment amendment) {
        String lead = register.find(amendment.agreementId())
                .map(AgreementFacts::lead)
                .orElseThrow(() -> new IllegalStateException("an amendment of no agreement"));
        return view(amendment, lead);
    }

    private AmendmentView view(Amendment amendment, String lead) {
        return view(amendment, lead, acts.taken(List.of(amendment.id())), acts.of(amendment.agreementId()));
    }

    /** A page of an agreement's, newest first, in three statements. */
    List<AmendmentView> page(UUID agreementId, String lead, UUID below, int limit) {
        List<Amendment> page = amendments.page(agreementId, below, limit);
        Map<UUID, Map<String, LocalDate>> taken =
                acts.taken(page.stream().map(Amendment::id).toList());
        List<Joined> joined = acts.of(agreementId);
        return page.stream()
                .map(amendment -> view(amendment, lead, taken, joined))
                .toList();
    }

    private AmendmentView view(
            Amendment amendment, String lead, Map<UUID, Map<String, LocalDate>> acted, List<Joined> joined) {
        Map<String, LocalDate> taken = acted.getOrDefault(amendment.id(), Map.of());
        List<String> outstanding = joined.stream()
                .filter(one -> one.countsOn(dates.today(one.member())))
                .map(Joined::member)
                .filter(member -> !taken.containsKey(member))
                .distinct()
                .sorted()
                .toList();
        return amendment.view(
                dates.today(lead), taken.keySet().stream().sorted().toList(), outstanding);
    }

    private void tellProposed(Amendment amendment) {
        LocalDate proposedOn = amendment.proposedOn();
        if (proposedOn != null) {
            publish(
                    amendment,
                    new AmendmentProposed(
                            amendment.agreementId(),
                            amendment.id(),
                            amendment.title(),
                            amendment.change(),
                            proposedOn,
                            dates.now()));
        }
    }

    private void publish(Amendment amendment, AmendmentEvent event) {
        outbox.publish(AgreementEvent.TOPIC, amendment.agreementId().toString(), event);
    }
}
