package org.concord.compact.agreement.exit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.agreement.Proceeding;
import org.concord.compact.agreement.Rights;
import org.concord.compact.agreement.Suspension;
import org.concord.compact.agreement.instrument.Terms;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One default of one member, with its notices and decisions. */
@Entity
@Table(name = "default_case")
class DefaultCase extends Proceeding {

    @Column(name = "ground", nullable = false, updatable = false)
    private String ground;

    @Column(name = "finding_id", updatable = false)
    private @Nullable UUID findingId;

    @Column(name = "cure_terms", nullable = false, updatable = false)
    private String cureTerms;

    @Column(name = "noticed_on", nullable = false, updatable = false)
    private LocalDate noticedOn;

    @Column(name = "cure_due_on", nullable = false, updatable = false)
    private LocalDate cureDueOn;

    @Column(name = "assisted_on")
    private @Nullable LocalDate assistedOn;

    @Column(name = "intent_on")
    private @Nullable LocalDate intentOn;

    @Column(name = "suspended_on")
    private @Nullable LocalDate suspendedOn;

    @Column(name = "suspension_decision")
    private @Nullable String suspensionDecision;

    @Column(name = "reinstated_on")
    private @Nullable LocalDate reinstatedOn;

    @Column(name = "terminated_on")
    private @Nullable LocalDate terminatedOn;

    @Column(name = "termination_decision")
    private @Nullable String terminationDecision;

    @Column(name = "cured_on")
    private @Nullable LocalDate curedOn;

    @Column(name = "settled_on")
    private @Nullable LocalDate settledOn;

    /** Rights that the suspension takes away, by name, separated by spaces. */
    @Column(name = "withheld", nullable = false)
    private String withheld;

    protected DefaultCase() {}

    DefaultCase(UUID id, UUID agreementId, StartDefault command, Instant recordedAt, String recordedBy) {
        super(
                id,
                agreementId,
                command.member(),
                new DefaultState.NoticeGiven(command.noticedOn(), command.cureDueOn()),
                recordedAt,
                recordedBy);
        this.ground = command.ground();
        this.findingId = command.findingId();
        this.cureTerms = command.cureTerms();
        this.noticedOn = command.noticedOn();
        this.cureDueOn = command.cureDueOn();
        this.withheld = "";
    }

    /** Takes the next step; the state refuses one that is out of order. */
    void take(DefaultStep step, Terms terms) {
        switch (step) {
            case DefaultStep.Assistance assistance -> {
                if (state() instanceof DefaultState.NoticeGiven now) {
                    become(now.assist(assistance.on()));
                } else {
                    throw notNow("assisted");
                }
            }
            case DefaultStep.Intent intent -> {
                if (state() instanceof DefaultState.Assisted now) {
                    become(now.notifyIntent(intent.on()));
                } else {
                    throw notNow("brought before governor and leaders");
                }
            }
            case DefaultStep.Suspension suspension -> {
                if (state() instanceof DefaultState.IntentNotified now) {
                    become(now.suspend(suspension.on()));
                    suspensionDecision = suspension.decision().words();
                    withheld = Rights.words(terms.onDefault().takesAway());
                } else {
                    throw notNow("turned into a suspension");
                }
            }
            case DefaultStep.Cure cure ->
                become(
                        switch (state()) {
                            case DefaultState.NoticeGiven now -> now.cure(cure.on());
                            case DefaultState.Assisted now -> now.cure(cure.on());
                            case DefaultState.IntentNotified now -> now.cure(cure.on());
                            case DefaultState.Suspended now -> reinstated(now.reinstate(cure.on()));
                            case DefaultState.Cured now -> throw notNow("cured");
                            case DefaultState.Terminated now -> throw notNow("cured");
                            case DefaultState.Settled now -> throw notNow("cured");
                        });
            case DefaultStep.Termination termination -> {
                become(
                        switch (state()) {
                            case DefaultState.IntentNotified now -> now.terminate(termination.on());
                            case DefaultState.Suspended now -> now.terminate(termination.on());
                            case DefaultState.NoticeGiven now -> throw notNow("turned into a termination");
                            case DefaultState.Assisted now -> throw notNow("turned into a termination");
                            case DefaultState.Cured now -> throw notNow("turned into a termination");
                            case DefaultState.Terminated now -> throw notNow("turned into a termination");
                            case DefaultState.Settled now -> throw notNow("turned into a termination");
                        });
                terminationDecision = termination.decision().words();
            }
            case DefaultStep.Settlement settlement -> {
                if (state() instanceof DefaultState.Terminated now) {
                    become(now.settle(settlement.on()));
                } else {
                    throw notNow("settled");
                }
            }
        }
    }

    private DefaultState.Cured reinstated(DefaultState.Cured cured) {
        reinstatedOn = cured.on();
        return cured;
    }

    DefaultState state() {
        return switch (stateName()) {
            case "NOTICE_GIVEN" -> new DefaultState.NoticeGiven(noticedOn, cureDueOn);
            case "ASSISTED" -> new DefaultState.Assisted(known(assistedOn), cureDueOn);
            case "INTENT_NOTIFIED" -> new DefaultState.IntentNotified(known(intentOn));
            case "SUSPENDED" -> new DefaultState.Suspended(known(suspendedOn));
            case "CURED" -> new DefaultState.Cured(known(curedOn));
            case "TERMINATED" -> new DefaultState.Terminated(known(terminatedOn));
            case "SETTLED" -> new DefaultState.Settled(known(settledOn));
            default -> throw new IllegalStateException("unknown state " + stateName());
        };
    }

    private void become(DefaultState next) {
        switch (next) {
            case DefaultState.NoticeGiven now -> throw new IllegalStateException("a default is noticed once");
            case DefaultState.Assisted now -> assistedOn = now.on();
            case DefaultState.IntentNotified now -> intentOn = now.on();
            case DefaultState.Suspended now -> suspendedOn = now.on();
            case DefaultState.Cured now -> curedOn = now.on();
            case DefaultState.Terminated now -> terminatedOn = now.on();
            case DefaultState.Settled now -> settledOn = now.on();
        }
        enter((Record) next);
    }

    /** The suspension, if it came to one. */
    Optional<Suspension> suspension() {
        LocalDate from = suspendedOn;
        return from == null ? Optional.empty() : Optional.of(new Suspension(from, reinstatedOn, Rights.read(withheld)));
    }

    DefaultView view() {
        return new DefaultView(
                id(),
                agreementId(),
                member(),
                stateName(),
                ground,
                findingId,
                cureTerms,
                noticedOn,
                cureDueOn,
                assistedOn,
                intentOn,
                suspendedOn,
                suspensionDecision,
                Rights.read(withheld),
                reinstatedOn,
                curedOn,
                terminatedOn,
                terminationDecision,
                settledOn,
                version());
    }

    private ProblemException notNow(String step) {
        return new ProblemException(
                ExitProblem.DEFAULT_NOT_IN_THIS_STATE,
                "The default of " + member() + " is " + stateName() + " and cannot be " + step + " now.");
    }
}
