package org.concord.compact.mutualaid;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.concord.compact.Moments;
import org.concord.compact.mutualaid.AidCase.Mover;
import org.concord.compact.mutualaid.AidCaseEvent.AidAgreed;
import org.concord.compact.mutualaid.AidCaseEvent.AidAmended;
import org.concord.compact.mutualaid.AidCaseEvent.AidClaimed;
import org.concord.compact.mutualaid.AidCaseEvent.MissionOrdered;
import org.concord.compact.mutualaid.AidState.Sides;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;
import org.concord.kit.time.Zones;

/** Declares, requests, offers and moves cases on. Callers bring the transaction. */
@ApplicationScoped
class AidDesk {

    /** Requests of one event, and offers for one request: more than a hurricane brings. */
    private static final int MOST = 2000;

    private final AidEvents events;
    private final AidRequests requests;
    private final AidCases cases;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    AidDesk(AidEvents events, AidRequests requests, AidCases cases, Outbox outbox, Ids ids, Clock clock) {
        this.events = events;
        this.requests = requests;
        this.cases = cases;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens an event that the acting member is affected by.
     *
     * @throws ProblemException {@code event-not-yet-declared}
     */
    AidEventView declare(DeclareEvent command, Caller caller) {
        Instant now = Moments.now(clock);
        String affected = caller.requireMember();
        if (command.declaredOn().isAfter(Zones.dateIn(affected, now))) {
            throw new ProblemException(
                    AidProblem.EVENT_NOT_YET_DECLARED, "Help is asked for once the emergency is declared.");
        }
        AidEvent event = new AidEvent(ids.next(), command, affected, caller.subject(), now);
        events.persistAndFlush(event);
        return event.view();
    }

    /**
     * Ends an event; help that is under way goes on.
     *
     * @throws ProblemException {@code not-the-requesting-member}, {@code event-ended}
     */
    AidEventView end(UUID eventId, Caller caller) {
        AidEvent event = events.lock(eventId).orElseThrow();
        event.requireAffected(caller.requireMember());
        event.end(Zones.dateIn(event.affected(), clock.instant()));
        events.flush();
        return event.view();
    }

    /**
     * Asks for help.
     *
     * @throws ProblemException {@code not-the-requesting-member}, {@code event-ended}, {@code validation-failed},
     *     {@code too-much-aid}
     */
    AidRequestView request(RequestAid command, Caller caller) {
        command.requireSound();
        AidEvent event = events.lock(command.eventId()).orElseThrow();
        event.requireAffected(caller.requireMember());
        event.requireOngoing();
        requireRoom(requests.count("eventId", command.eventId()));
        AidRequest request = new AidRequest(ids.next(), command, caller.subject(), Moments.now(clock));
        requests.persist(request);
        return request.view();
    }

    /**
     * Offers help, with an estimate.
     *
     * @throws ProblemException {@code own-request}, {@code event-ended}, {@code validation-failed},
     *     {@code workers-compensation-excluded}, {@code too-much-aid}
     */
    AidCaseView offer(OfferAid command, UUID eventId, Caller caller) {
        command.terms().requireSound();
        String assisting = caller.requireMember();
        AidEvent event = events.lock(eventId).orElseThrow();
        if (assisting.equals(event.affected())) {
            throw new ProblemException(AidProblem.OWN_REQUEST, "The request is " + assisting + "'s own.");
        }
        event.requireOngoing();
        requireRoom(cases.count("requestId", command.requestId()));
        AidCase offer = AidCase.offer(
                ids.next(),
                command.requestId(),
                event.agreementId(),
                new Sides(event.affected(), assisting),
                command.resource(),
                cases.write(command.terms()),
                mover(caller));
        cases.persistAndFlush(offer);
        return cases.view(offer);
    }

    /**
     * Signs for the acting member; with the second signature both are bound.
     *
     * @throws ProblemException {@code not-a-party}, {@code side-has-signed}, {@code case-not-in-this-stage}
     */
    AidCaseView sign(UUID caseId, Caller caller) {
        return move(caseId, caller, (one, by) -> {
            if (one.sign(by)) {
                AidTerms terms = cases.terms(one.terms());
                publish(
                        one,
                        new AidAgreed(
                                one.id(),
                                one.requestId(),
                                one.agreementId(),
                                one.requesting(),
                                one.assisting(),
                                terms,
                                terms.estimatedCents(),
                                by.now()));
            }
        });
    }

    /** Takes an offer back before it binds. */
    AidCaseView takeBack(UUID caseId, Caller caller) {
        return move(caseId, caller, AidCase::takeBack);
    }

    /** Declines an offer before it binds. */
    AidCaseView decline(UUID caseId, Caller caller) {
        return move(caseId, caller, AidCase::decline);
    }

    /** Orders the mission of a binding agreement. */
    AidCaseView orderMission(UUID caseId, OrderMission command, Caller caller) {
        return move(caseId, caller, (one, by) -> {
            one.orderMission(command.missionOrder(), by);
            publish(one, new MissionOrdered(one.id(), one.agreementId(), command.missionOrder(), by.now()));
        });
    }

    /** Proposes other terms. */
    AidCaseView proposeAmendment(UUID caseId, ProposeAmendment command, Caller caller) {
        command.terms().requireSound();
        return move(
                caseId, caller, (one, by) -> one.proposeAmendment(cases.write(command.terms()), command.reasons(), by));
    }

    /** Agrees to the terms that the other side proposed. */
    AidCaseView agreeToAmendment(UUID caseId, Caller caller) {
        return move(caseId, caller, (one, by) -> {
            one.agreeToAmendment(by);
            AidTerms terms = cases.terms(one.terms());
            publish(one, new AidAmended(one.id(), one.agreementId(), terms, terms.estimatedCents(), by.now()));
        });
    }

    /** Drops the terms that were proposed. */
    AidCaseView dropAmendment(UUID caseId, Caller caller) {
        return move(caseId, caller, AidCase::dropAmendment);
    }

    /** Ends the mission. */
    AidCaseView complete(UUID caseId, Caller caller) {
        return move(caseId, caller, (one, by) -> {
            LocalDate today = Zones.dateIn(one.requesting(), by.now());
            one.complete(cases.terms(one.terms()).startsOn(), today, by);
        });
    }

    /**
     * Claims what a completed mission cost.
     *
     * @throws ProblemException {@code not-the-assisting-member}, {@code case-not-in-this-stage},
     *     {@code workers-compensation-excluded}, {@code expense-outside-mission}
     */
    AidCaseView claim(UUID caseId, ClaimCosts command, Caller caller) {
        return move(caseId, caller, (one, by) -> {
            AidTerms terms = cases.terms(one.terms());
            one.claim(cases.write(command), by);
            command.requireWithin(terms);
            publish(
                    one,
                    new AidClaimed(
                            one.id(),
                            one.agreementId(),
                            one.requesting(),
                            one.assisting(),
                            terms.estimatedCents(),
                            command.totalCents(),
                            byCategory(command),
                            by.now()));
        });
    }

    private static List<CostLine> byCategory(ClaimCosts claim) {
        List<CostLine> lines = new ArrayList<>();
        for (CostCategory category : CostCategory.values()) {
            long cents = claim.claimedCents(category);
            if (cents != 0) {
                lines.add(new CostLine(category, cents));
            }
        }
        return lines;
    }

    private AidCaseView move(UUID caseId, Caller caller, BiConsumer<AidCase, Mover> act) {
        AidCase one = cases.lock(caseId).orElseThrow(Access::notFound);
        act.accept(one, mover(caller));
        cases.flush();
        return cases.view(one);
    }

    private Mover mover(Caller caller) {
        return new Mover(caller.requireMember(), caller.subject(), Moments.now(clock));
    }

    private static void requireRoom(long kept) {
        if (kept >= MOST) {
            throw new ProblemException(AidProblem.TOO_MUCH_AID, "At most " + MOST + " are kept here.");
        }
    }

    private void publish(AidCase one, AidCaseEvent event) {
        outbox.publish(AidCaseEvent.TOPIC, one.id().toString(), event);
    }
}
