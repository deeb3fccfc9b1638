package org.concord.compact.guidance.adoption;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.guidance.GuidanceRegister;
import org.concord.compact.guidance.GuidanceRegister.Edition;
import org.concord.compact.guidance.GuidanceRegister.GuidanceFacts;
import org.concord.compact.guidance.GuidanceStage;
import org.concord.compact.guidance.adoption.AdoptionEvent.AdoptionRecorded;
import org.concord.kit.access.Access;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;
import org.concord.kit.time.Zones;

/**
 * Records acts and their revisions. Each is decided under the lock of its guidance, so that two acts cannot overlap by
 * arriving at once. Callers bring the transaction.
 */
@ApplicationScoped
class AdoptionDesk {

    /** Acts, and revisions of one act, that are kept for a member and effect: far more than a legislature makes. */
    private static final int MOST = 200;

    private final GuidanceRegister guidance;
    private final AdoptionActs acts;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    AdoptionDesk(GuidanceRegister guidance, AdoptionActs acts, Outbox outbox, Ids ids, Clock clock) {
        this.guidance = guidance;
        this.acts = acts;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records a member's act on an issued version.
     *
     * @throws ProblemException {@code version-not-issued}, {@code version-not-in-force},
     *     {@code effective-before-issue}, {@code validation-failed}, {@code deviation-outside-population},
     *     {@code adoption-to-replace-unknown}, {@code adoption-overlaps}, {@code too-many-acts}
     */
    AdoptionView adopt(RecordAdoption command, String member, String subject) {
        GuidanceFacts facts = guidance.lock(command.guidanceId());
        Instant now = Moments.now(clock);
        Terms terms = command.terms();
        Edition edition = requireIssued(facts, command.number());
        requireInForce(edition, terms.effectiveOn(), Zones.dateIn(member, now), now);
        requireLawful(facts, edition, terms, member);
        List<AdoptionView> standing = new ArrayList<>(acts.standing(facts.id(), member, command.legalEffect()));
        requireRoom(standing.size());
        UUID replaces = command.replaces();
        if (replaces != null) {
            AdoptionView earlier = toReplace(standing, replaces, terms.effectiveOn());
            standing.remove(earlier);
            keep(
                    earlier.revised(
                            earlier.terms().endingOn(terms.effectiveOn()), false, "Replaced by a later act.", now),
                    facts,
                    subject);
        }
        requireNoOverlap(terms, standing);
        AdoptionView act = new AdoptionView(
                ids.next(), 1, facts.id(), command.number(), member, command.legalEffect(), terms, false, null, now);
        keep(act, facts, subject);
        return act;
    }

    /**
     * Records a revision of an act. A version that is no longer in force may still be the subject of a correction.
     *
     * @throws ProblemException {@code adoption-void}, {@code effective-before-issue}, {@code validation-failed},
     *     {@code deviation-outside-population}, {@code adoption-overlaps}, {@code too-many-acts}
     */
    AdoptionView revise(UUID actId, UUID guidanceId, ReviseAdoption command, String subject) {
        GuidanceFacts facts = guidance.lock(guidanceId);
        AdoptionView act = requireStanding(actId);
        Terms terms = command.terms();
        requireLawful(facts, requireIssued(facts, act.number()), terms, act.member());
        requireNoOverlap(
                terms,
                acts.standing(guidanceId, act.member(), act.legalEffect()).stream()
                        .filter(other -> !other.id().equals(actId))
                        .toList());
        AdoptionView revised = act.revised(terms, false, command.reasons(), Moments.now(clock));
        keep(revised, facts, subject);
        return revised;
    }

    /**
     * Records that an act never was.
     *
     * @throws ProblemException {@code adoption-void}
     */
    AdoptionView declareVoid(UUID actId, UUID guidanceId, VoidAdoption command, String subject) {
        GuidanceFacts facts = guidance.lock(guidanceId);
        AdoptionView act = requireStanding(actId);
        AdoptionView revised = act.revised(act.terms(), true, command.reasons(), Moments.now(clock));
        keep(revised, facts, subject);
        return revised;
    }

    private void keep(AdoptionView act, GuidanceFacts facts, String subject) {
        acts.store(ids.next(), act, subject);
        outbox.publish(AdoptionEvent.TOPIC, act.id().toString(), AdoptionRecorded.of(act, facts.agreementId()));
    }

    private Edition requireIssued(GuidanceFacts facts, int number) {
        return facts.version(number).orElseGet(() -> {
            if (guidance.isInPreparation(facts.id(), number)) {
                throw new ProblemException(
                        AdoptionProblem.VERSION_NOT_ISSUED, "Version " + number + " is in preparation.");
            }
            throw Access.notFound();
        });
    }

    /** In force today, and on the first day of the act: nobody begins to follow what is over by then. */
    private static void requireInForce(Edition edition, LocalDate effectiveOn, LocalDate today, Instant now) {
        LocalDate day = effectiveOn.isAfter(today) ? effectiveOn : today;
        GuidanceStage stage = edition.stage(day, now).orElseThrow();
        if (stage != GuidanceStage.ISSUED) {
            throw new ProblemException(
                    AdoptionProblem.VERSION_NOT_IN_FORCE,
                    "Version " + edition.number() + " is " + stage + " on " + day + ".");
        }
    }

    private void requireLawful(GuidanceFacts facts, Edition edition, Terms terms, String member) {
        LocalDate issuedOn = Zones.dateIn(member, edition.issuedAt());
        if (terms.effectiveOn().isBefore(issuedOn)) {
            throw new ProblemException(
                    AdoptionProblem.EFFECTIVE_BEFORE_ISSUE,
                    "Version " + edition.number() + " was issued on " + issuedOn + " in " + member + ".");
        }
        terms.requireSound(guidance.text(facts.id(), edition.number()));
    }

    private static AdoptionView toReplace(List<AdoptionView> standing, UUID replaces, LocalDate from) {
        AdoptionView earlier = standing.stream()
                .filter(act -> act.id().equals(replaces) && !act.voided())
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        AdoptionProblem.ADOPTION_TO_REPLACE_UNKNOWN,
                        "There is no act " + replaces + " of this member, guidance and legal effect."));
        if (!earlier.terms().effectiveOn().isBefore(from)) {
            throw new ProblemException(
                    AdoptionProblem.ADOPTION_OVERLAPS,
                    "The act to replace begins on " + earlier.terms().effectiveOn() + "; a later act begins after it.");
        }
        // It may have ended already; a replacement does not prolong it.
        LocalDate endsOn = earlier.terms().endsOn();
        if (endsOn != null && !endsOn.isAfter(from)) {
            throw new ProblemException(
                    AdoptionProblem.ADOPTION_TO_REPLACE_UNKNOWN,
                    "The act " + replaces + " has ended by then; record the new one without it.");
        }
        return earlier;
    }

    private static void requireNoOverlap(Terms terms, List<AdoptionView> others) {
        others.stream()
                .filter(other -> !other.voided() && other.terms().overlaps(terms))
                .findFirst()
                .ifPresent(other -> {
                    throw new ProblemException(
                                    AdoptionProblem.ADOPTION_OVERLAPS,
                                    "An act for this effect is in force from "
                                            + other.terms().effectiveOn()
                                            + "; end it, or name it in replaces.")
                            .with("actId", other.id());
                });
    }

    private AdoptionView requireStanding(UUID actId) {
        AdoptionView act = acts.current(actId).orElseThrow(Access::notFound);
        if (act.voided()) {
            throw new ProblemException(AdoptionProblem.ADOPTION_VOID, "The act was declared void; record a new one.");
        }
        requireRoom(act.revision());
        return act;
    }

    private static void requireRoom(int kept) {
        if (kept >= MOST) {
            throw new ProblemException(AdoptionProblem.TOO_MANY_ACTS, "At most " + MOST + " are kept.");
        }
    }
}
