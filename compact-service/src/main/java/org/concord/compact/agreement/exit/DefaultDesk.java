package org.concord.compact.agreement.exit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.concord.compact.agreement.AgreementLife;
import org.concord.compact.agreement.AgreementProblem;
import org.concord.compact.agreement.Decision;
import org.concord.compact.agreement.Decisions;
import org.concord.compact.agreement.HeldAgreement;
import org.concord.compact.agreement.LegalDates;
import org.concord.compact.agreement.enactment.ActsOfJoining;
import org.concord.compact.agreement.exit.DefaultStep.Leader;
import org.concord.compact.agreement.notice.NoticeDesk;
import org.concord.compact.agreement.notice.Occasion;
import org.concord.kit.access.Access;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;

/** Runs a member's default from the notice to its end. Callers bring the transaction. */
@ApplicationScoped
class DefaultDesk {

    private final AgreementLife agreements;
    private final ActsOfJoining acts;
    private final DefaultCases defaults;
    private final NoticeDesk notices;
    private final Decisions decisions;
    private final LegalDates dates;
    private final Ids ids;

    DefaultDesk(
            AgreementLife agreements,
            ActsOfJoining acts,
            DefaultCases defaults,
            NoticeDesk notices,
            Decisions decisions,
            LegalDates dates,
            Ids ids) {
        this.agreements = agreements;
        this.acts = acts;
        this.defaults = defaults;
        this.notices = notices;
        this.decisions = decisions;
        this.dates = dates;
        this.ids = ids;
    }

    /**
     * Gives the notice of default.
     *
     * @throws ProblemException {@code not-found}, {@code dated-ahead}, {@code agreement-dissolved}, {@code not-a-member},
     *     {@code default-under-way}, {@code cure-period-too-short}, {@code finding-not-a-ground}
     */
    DefaultView start(UUID agreementId, StartDefault command, String by) {
        HeldAgreement agreement = agreements.hold(agreementId);
        agreement.requireNotDissolved();
        agreement.happened(command.noticedOn());
        String member = command.member();
        UUID act = acts.bound(agreementId, member, command.noticedOn())
                .orElseThrow(() -> new ProblemException(
                        AgreementProblem.NOT_A_MEMBER, member + " is not bound by " + agreement.code() + "."));
        defaults.open(agreementId, member).ifPresent(open -> {
            throw new ProblemException(
                    ExitProblem.DEFAULT_UNDER_WAY, "A default of " + member + " is under way: " + open.id() + ".");
        });
        LocalDate earliest = command.noticedOn()
                .plusDays(agreement.termsOn(command.noticedOn()).onDefault().cureDays());
        if (command.cureDueOn().isBefore(earliest)) {
            throw new ProblemException(
                    ExitProblem.CURE_PERIOD_TOO_SHORT, "The member may cure until " + earliest + " at least.");
        }
        UUID finding = command.findingId();
        if (finding != null && !acts.differs(act, finding)) {
            throw new ProblemException(
                    ExitProblem.FINDING_NOT_A_GROUND,
                    "Name a finding of material difference in what " + member + " enacted.");
        }
        DefaultCase started = new DefaultCase(ids.next(), agreementId, command, dates.now(), by);
        defaults.persist(started);
        List<String> told = new ArrayList<>(notices.others(agreementId, member));
        told.add(member);
        notices.owe(
                agreementId,
                started.id(),
                member,
                Occasion.DEFAULT_NOTICED,
                told,
                command.noticedOn(),
                command.noticedOn());
        defaults.flush();
        return started.view();
    }

    /**
     * Takes the next step. Suspension, reinstatement and termination change the member's rights from their dates on, in
     * every service.
     *
     * @throws ProblemException {@code not-found}, {@code dated-ahead}, {@code validation-failed},
     *     {@code default-not-in-this-state}, {@code step-dated-too-early}, {@code cure-period-runs}, what {@link Decisions}
     *     refuses,
     *     {@code enactment-not-in-this-state}
     */
    DefaultView take(UUID agreementId, UUID id, DefaultStep step, String by) {
        requireDecided(agreementId, id, step);
        HeldAgreement agreement = agreements.hold(agreementId);
        DefaultCase one = defaults.inAgreement(agreementId, id).orElseThrow(Access::notFound);
        if (!(step instanceof DefaultStep.Suspension) && !(step instanceof DefaultStep.Termination)) {
            agreement.happened(step.on());
        }
        if (step instanceof DefaultStep.Intent intent && !intent.told().containsAll(EnumSet.allOf(Leader.class))) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "The intent is told to all three.",
                    List.of(Violation.at("/told", "incomplete", "governor, majority and minority leader")));
        }
        one.take(step, agreement.termsOn(step.on()));
        follow(agreement, one, step);
        defaults.flush();
        agreement.rework("DEFAULT", by);
        return one.view();
    }

    /** Before the agreement is held: a ballot that is due is closed by this look, and its lock comes first everywhere. */
    private void requireDecided(UUID agreementId, UUID id, DefaultStep step) {
        switch (step) {
            case DefaultStep.Suspension suspension ->
                requireDecided(agreementId, id, suspension.decision(), DefaultRegister.SUSPENSION);
            case DefaultStep.Termination termination ->
                requireDecided(agreementId, id, termination.decision(), DefaultRegister.TERMINATION);
            case DefaultStep.Assistance assistance -> {}
            case DefaultStep.Intent intent -> {}
            case DefaultStep.Cure cure -> {}
            case DefaultStep.Settlement settlement -> {}
        }
    }

    private void requireDecided(UUID agreementId, UUID id, Decision decision, String matter) {
        if (defaults.count("agreementId = ?1 and id = ?2", agreementId, id) == 0) {
            throw Access.notFound();
        }
        if (!defaults.isBeforeTheMembers(agreementId, id)) {
            throw new ProblemException(
                    ExitProblem.DEFAULT_NOT_IN_THIS_STATE,
                    "The default is not before the members: governor and leaders must know first, and it is not over.");
        }
        decisions.requireCarried(agreementId, decision, matter, id);
    }

    private void follow(HeldAgreement agreement, DefaultCase one, DefaultStep step) {
        switch (step) {
            case DefaultStep.Intent intent ->
                notices.owe(
                        agreement.id(),
                        one.id(),
                        one.member(),
                        Occasion.INTENT_NOTIFIED,
                        EnumSet.allOf(Leader.class).stream().map(Leader::name).toList(),
                        intent.on(),
                        intent.on());
            case DefaultStep.Termination termination -> acts.terminate(agreement.id(), one.member(), termination.on());
            case DefaultStep.Settlement settlement -> acts.settleLast(agreement.id(), one.member(), settlement.on());
            case DefaultStep.Assistance assistance -> {}
            case DefaultStep.Suspension suspension -> {}
            case DefaultStep.Cure cure -> {}
        }
    }
}
