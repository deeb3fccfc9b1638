package org.concord.compact.governance.reconvening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.governance.meeting.MeetingEvent;
import org.concord.compact.governance.meeting.MeetingRegister;
import org.concord.compact.governance.meeting.MeetingView;
import org.concord.compact.governance.reconvening.ReconveningEvent.MeetingReconvened;
import org.concord.compact.governance.reconvening.ReconveningEvent.ReconveningRequested;
import org.concord.compact.governance.reconvening.ReconveningEvent.ReconveningReserved;
import org.concord.compact.surveillance.picture.AlertRegister;
import org.concord.compact.surveillance.picture.AlertRegister.AlarmedMembers;
import org.concord.kit.access.Access;
import org.concord.kit.access.Right;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.concord.kit.time.Zones;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Adjourns meetings and judges whether a condition has come true. Callers bring the transaction; every act takes the lock
 * of the adjournment's terms first, so that the last two requests have one meeting noticed.
 */
@ApplicationScoped
class ReconveningDesk {

    private final Reconvenings reconvenings;
    private final ReconveningRequests requests;
    private final MeetingRegister meetings;
    private final AgreementRegister agreements;
    private final AlertRegister alerts;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    ReconveningDesk(
            Reconvenings reconvenings,
            ReconveningRequests requests,
            MeetingRegister meetings,
            AgreementRegister agreements,
            AlertRegister alerts,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.reconvenings = reconvenings;
        this.requests = requests;
        this.meetings = meetings;
        this.agreements = agreements;
        this.alerts = alerts;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adjourns a meeting, for good or on terms.
     *
     * @throws ProblemException {@code not-found}, {@code meeting-not-in-this-state}, {@code validation-failed}
     */
    MeetingView adjourn(UUID meetingId, @Nullable ReconveningTerms terms) {
        MeetingView adjourned = meetings.adjourn(meetingId);
        if (terms != null) {
            Instant now = Moments.now(clock);
            UUID agreement = adjourned.agreementId();
            terms.requireSound(agreement(agreement), agreements.keeping(Right.VOTE, agreement, now), now);
            reconvenings.persistAndFlush(new Reconvening(meetingId, adjourned.agreementId(), terms, now));
            publish(meetingId, new ReconveningReserved(meetingId, adjourned.agreementId(), terms, now));
        }
        return adjourned;
    }

    /**
     * Takes a member's written request, and reconvenes if so many members in standing have asked now.
     *
     * @throws ProblemException {@code no-such-condition}, {@code member-has-asked}, {@code reconvening-not-yet},
     *     {@code reconvening-lapsed}, {@code meeting-reconvened}
     */
    ReconveningView ask(UUID meetingId, String member, AskToReconvene command, String subject) {
        Instant now = Moments.now(clock);
        Reconvening reconvening = hold(meetingId, now);
        int number = reconvening.terms().numberOfRequestCondition();
        keep(new ReconveningRequest(ids.next(), meetingId, member, command, subject, now), member);
        publish(meetingId, new ReconveningRequested(meetingId, reconvening.agreementId(), member, now));
        AgreementFacts agreement = agreement(reconvening.agreementId());
        SortedSet<String> asked = new TreeSet<>();
        requests.of(meetingId).forEach(request -> asked.add(request.member()));
        asked.retainAll(agreements.keeping(Right.VOTE, agreement.id(), now));
        int needed = reconvening
                .terms()
                .condition(number, TriggerCondition.MembersAsk.class)
                .members();
        if (asked.size() >= needed) {
            fire(reconvening, agreement, number, "asked by " + String.join(", ", asked), subject, member, now);
        }
        return view(reconvening, now);
    }

    /**
     * Takes the attestation of an event, and reconvenes.
     *
     * @throws ProblemException {@code no-such-condition}, {@code not-the-attestor}, {@code condition-not-met} for an event
     *     outside the period, {@code reconvening-not-yet}, {@code reconvening-lapsed}, {@code meeting-reconvened}
     */
    ReconveningView attest(UUID meetingId, String member, AttestEvent command, String subject) {
        Instant now = Moments.now(clock);
        Reconvening reconvening = hold(meetingId, now);
        TriggerCondition.EventAttested event =
                reconvening.terms().condition(command.condition(), TriggerCondition.EventAttested.class);
        if (!event.member().equals(member)) {
            throw new ProblemException(
                    ReconveningProblem.NOT_THE_ATTESTOR, event.member() + " attests it, as " + event.office() + ".");
        }
        AgreementFacts agreement = agreement(reconvening.agreementId());
        requireInPeriod(command.occurredOn(), reconvening, agreement, now);
        String evidence =
                event.office() + ": \"" + event.event() + "\" on " + command.occurredOn() + "; " + command.citation();
        fire(reconvening, agreement, command.condition(), evidence, subject, member, now);
        return view(reconvening, now);
    }

    /**
     * Takes the finding that a day has come, or that alerts were raised, and reconvenes.
     *
     * @throws ProblemException {@code no-such-condition}, {@code condition-not-met}, {@code validation-failed} for a run
     *     that is missing, not asked for, or of another agreement; {@code reconvening-not-yet},
     *     {@code reconvening-lapsed}, {@code meeting-reconvened}
     */
    ReconveningView find(UUID meetingId, @Nullable String member, FindCondition command, String subject) {
        Instant now = Moments.now(clock);
        Reconvening reconvening = hold(meetingId, now);
        AgreementFacts agreement = agreement(reconvening.agreementId());
        UUID run = command.alertRunId();
        String evidence;
        if (run == null) {
            evidence = dayCame(
                    reconvening.terms().condition(command.condition(), TriggerCondition.DateComes.class),
                    agreement,
                    now);
        } else {
            evidence = alertsRaised(
                    reconvening.terms().condition(command.condition(), TriggerCondition.AlertsRaised.class),
                    run,
                    reconvening);
        }
        fire(reconvening, agreement, command.condition(), evidence, subject, member, now);
        return view(reconvening, now);
    }

    /** The terms of a meeting's adjournment; empty where it is over for good. */
    Optional<ReconveningView> show(UUID meetingId) {
        return reconvenings.findByIdOptional(meetingId).map(reconvening -> view(reconvening, Moments.now(clock)));
    }

    private static String dayCame(TriggerCondition.DateComes date, AgreementFacts agreement, Instant now) {
        LocalDate today = Zones.dateIn(agreement.lead(), now);
        if (today.isBefore(date.on())) {
            throw new ProblemException(
                    ReconveningProblem.CONDITION_NOT_MET,
                    "In " + agreement.lead() + " it is " + today + ", and not yet " + date.on() + ".");
        }
        return "the day of " + date.on();
    }

    private String alertsRaised(TriggerCondition.AlertsRaised asked, UUID run, Reconvening reconvening) {
        AlarmedMembers alarmed = alerts.alarmed(run, reconvening.agreementId(), asked.condition())
                .orElseThrow(() -> new ProblemException(
                        KitProblem.VALIDATION_FAILED,
                        "What is named is not there.",
                        List.of(Violation.at("/alertRunId", "unknown", "the agreement has no run with this id"))));
        boolean inTime = !alarmed.runAt().isBefore(reconvening.holdsFrom())
                && alarmed.runAt().isBefore(reconvening.holdsUntil());
        if (!inTime || alarmed.members().size() < asked.members()) {
            throw new ProblemException(
                    ReconveningProblem.CONDITION_NOT_MET,
                    "The run of " + alarmed.runAt() + " raised " + asked.condition() + " for "
                            + alarmed.members().size() + " members; it takes " + asked.members()
                            + " in a run of the period.");
        }
        return asked.condition() + " for " + String.join(", ", alarmed.members()) + " in run " + run;
    }

    private static void requireInPeriod(
            LocalDate occurredOn, Reconvening reconvening, AgreementFacts agreement, Instant now) {
        LocalDate first = Zones.dateIn(agreement.lead(), reconvening.holdsFrom());
        LocalDate today = Zones.dateIn(agreement.lead(), now);
        if (occurredOn.isBefore(first) || occurredOn.isAfter(today)) {
            throw new ProblemException(
                    ReconveningProblem.CONDITION_NOT_MET,
                    "An event from " + first + " to " + today + " has the meeting reconvened.");
        }
    }

    private void fire(
            Reconvening reconvening,
            AgreementFacts agreement,
            int condition,
            String evidence,
            String subject,
            @Nullable String member,
            Instant now) {
        UUID meetingId = reconvening.meetingId();
        UUID next = meetings.takeUpAgain(meetingId, reconvening.terms().next(agreement, now), agreement)
                .id();
        Fired fired = new Fired(condition, evidence, subject, member, now, next);
        reconvening.fire(fired, now);
        reconvenings.flush();
        publish(meetingId, new MeetingReconvened(meetingId, agreement.id(), fired));
    }

    private void keep(ReconveningRequest request, String member) {
        try {
            requests.persistAndFlush(request);
        } catch (ConstraintViolationException violated) {
            if ("reconvening_request_once_uk".equals(violated.getConstraintName())) {
                throw new ProblemException(ReconveningProblem.MEMBER_HAS_ASKED, member + " has asked in writing.");
            }
            throw violated;
        }
    }

    /** The terms under their lock, if a condition can be met now. */
    private Reconvening hold(UUID meetingId, Instant now) {
        Reconvening reconvening = reconvenings.lock(meetingId).orElseThrow(Access::notFound);
        reconvening.requireHolding(now);
        return reconvening;
    }

    private ReconveningView view(Reconvening reconvening, Instant now) {
        return ReconveningView.of(reconvening, requests.of(reconvening.meetingId()), now);
    }

    private AgreementFacts agreement(UUID id) {
        return agreements.find(id).orElseThrow();
    }

    private void publish(UUID meetingId, ReconveningEvent event) {
        outbox.publish(MeetingEvent.TOPIC, meetingId.toString(), event);
    }
}
