package org.concord.compact.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.concord.compact.agreement.DefaultStep.Leader;
import org.concord.compact.agreement.StatutoryNotice.Occasion;
import org.concord.kit.access.Access;
import org.concord.kit.access.PowersFact;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;

/** Runs a member's default from the notice to its end. Callers bring the transaction. */
@ApplicationScoped
class DefaultDesk {

    private final Agreements agreements;
    private final Enactments enactments;
    private final DefaultCases defaults;
    private final ConformityFindings findings;
    private final NoticeDesk notices;
    private final StandingDesk standing;
    private final LegalDates dates;
    private final Ids ids;

    DefaultDesk(
            Agreements agreements,
            Enactments enactments,
            DefaultCases defaults,
            ConformityFindings findings,
            NoticeDesk notices,
            StandingDesk standing,
            LegalDates dates,
            Ids ids) {
        this.agreements = agreements;
        this.enactments = enactments;
        this.defaults = defaults;
        this.findings = findings;
        this.notices = notices;
        this.standing = standing;
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
        Agreement agreement = agreements.lock(agreementId);
        agreement.requireNotDissolved(dates.today(agreement.lead()));
        dates.happened(agreement.lead(), command.noticedOn());
        String member = command.member();
        Enactment act = enactments
                .bound(agreementId, member, command.noticedOn())
                .orElseThrow(() -> new ProblemException(
                        AgreementProblem.NOT_A_MEMBER, member + " is not bound by " + agreement.code() + "."));
        defaults.open(agreementId, member).ifPresent(open -> {
            throw new ProblemException(
                    AgreementProblem.DEFAULT_UNDER_WAY, "A default of " + member + " is under way: " + open.id() + ".");
        });
        LocalDate earliest =
                command.noticedOn().plusDays(agreement.instrument().onDefault().cureDays());
        if (command.cureDueOn().isBefore(earliest)) {
            throw new ProblemException(
                    AgreementProblem.CURE_PERIOD_TOO_SHORT, "The member may cure until " + earliest + " at least.");
        }
        UUID finding = command.findingId();
        if (finding != null
                && findings.findByIdOptional(finding)
                        .filter(found -> found.isGroundAgainst(act.id()))
                        .isEmpty()) {
            throw new ProblemException(
                    AgreementProblem.FINDING_NOT_A_GROUND,
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
     *     {@code default-not-in-this-state}, {@code step-dated-too-early}, {@code cure-period-runs},
     *     {@code enactment-not-in-this-state}
     */
    DefaultView take(UUID agreementId, UUID id, DefaultStep step, String by) {
        Agreement agreement = agreements.lock(agreementId);
        DefaultCase one = defaults.inAgreement(agreementId, id).orElseThrow(Access::notFound);
        PowersFact before = agreement.powers();
        if (!(step instanceof DefaultStep.Suspension) && !(step instanceof DefaultStep.Termination)) {
            dates.happened(agreement.lead(), step.on());
        }
        if (step instanceof DefaultStep.Intent intent && !intent.told().containsAll(EnumSet.allOf(Leader.class))) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "The intent is told to all three.",
                    List.of(Violation.at("/told", "incomplete", "governor, majority and minority leader")));
        }
        one.take(step, agreement.instrument());
        follow(agreement, one, step);
        defaults.flush();
        standing.rework(agreement, before, "DEFAULT", by);
        return one.view();
    }

    private void follow(Agreement agreement, DefaultCase one, DefaultStep step) {
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
            case DefaultStep.Termination termination ->
                enactments
                        .bound(agreement.id(), one.member(), termination.on())
                        .orElseThrow(() -> new ProblemException(
                                AgreementProblem.NOT_A_MEMBER,
                                one.member() + " has left before " + termination.on() + "."))
                        .terminate(termination.on());
            case DefaultStep.Settlement settlement ->
                enactments
                        .lastEnded(agreement.id(), one.member())
                        .orElseThrow(() -> new IllegalStateException("a terminated member has an ended act"))
                        .settle(settlement.on());
            case DefaultStep.Assistance assistance -> {}
            case DefaultStep.Suspension suspension -> {}
            case DefaultStep.Cure cure -> {}
        }
    }
}
