package org.concord.compact.guidance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.guidance.GuidanceEvent.GuidanceIssued;
import org.concord.compact.guidance.GuidanceEvent.GuidanceSuperseded;
import org.concord.compact.guidance.GuidanceEvent.GuidanceWithdrawn;
import org.concord.compact.guidance.GuidanceState.Replacement;
import org.concord.compact.guidance.Signature.Purpose;
import org.concord.compact.link.Things;
import org.concord.compact.surveillance.picture.AlertRegister;
import org.concord.compact.surveillance.picture.LinkAlert;
import org.concord.kit.access.Right;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.concord.kit.time.Zones;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Drafts, reviews, signs, issues and withdraws guidance. Callers bring the transaction. */
@ApplicationScoped
class GuidanceDesk {

    /** More than fifty-six officers have to say in one review. */
    private static final int MOST_COMMENTS = 2000;

    private final Guidances guidances;
    private final GuidanceVersions versions;
    private final VersionTexts texts;
    private final ReviewComments comments;
    private final AgreementRegister agreements;
    private final AlertRegister alerts;
    private final Things things;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    GuidanceDesk(
            Guidances guidances,
            GuidanceVersions versions,
            VersionTexts texts,
            ReviewComments comments,
            AgreementRegister agreements,
            AlertRegister alerts,
            Things things,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.guidances = guidances;
        this.versions = versions;
        this.texts = texts;
        this.comments = comments;
        this.agreements = agreements;
        this.alerts = alerts;
        this.things = things;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    // ---- preparation

    /**
     * Begins a guidance with the draft of its first version.
     *
     * @throws ProblemException {@code validation-failed}, {@code guidance-code-taken},
     *     {@code more-signatures-than-members}, {@code supersession-unknown}
     */
    DraftView begin(DraftGuidance command, AgreementFacts agreement, String subject) {
        Instant now = Moments.now(clock);
        Guidance guidance = new Guidance(ids.next(), agreement.id(), command.code(), now);
        requireLawful(command.text(), guidance.id(), agreement, now);
        try {
            guidances.persistAndFlush(guidance);
        } catch (ConstraintViolationException violated) {
            if ("guidance_code_uk".equals(violated.getConstraintName())) {
                throw new ProblemException(
                        GuidanceProblem.GUIDANCE_CODE_TAKEN,
                        "The agreement has a guidance " + command.code() + "; draft its next version, or take another"
                                + " code.");
            }
            throw violated;
        }
        return draft(guidance, 1, command.text(), command.origin(), subject, now);
    }

    /**
     * Drafts the next version of a guidance.
     *
     * @throws ProblemException {@code validation-failed}, {@code version-in-preparation}, {@code guidance-superseded},
     *     {@code more-signatures-than-members}, {@code supersession-unknown}, {@code supersession-circular}
     */
    DraftView draftNext(UUID guidanceId, DraftVersion command, String subject) {
        Guidance guidance = guidances.lock(guidanceId).orElseThrow();
        Instant now = Moments.now(clock);
        requireLawful(command.text(), guidanceId, agreementOf(guidance), now);
        requireNotSuperseded(guidance);
        if (versions.isInPreparation(guidanceId)) {
            throw new ProblemException(
                    GuidanceProblem.VERSION_IN_PREPARATION,
                    "Issue or discard the version in preparation before another is drafted.");
        }
        return draft(guidance, versions.lastNumber(guidanceId) + 1, command.text(), command.origin(), subject, now);
    }

    private DraftView draft(
            Guidance guidance, int number, GuidanceText text, @Nullable Origin origin, String subject, Instant now) {
        UUID textId = ids.next();
        GuidanceVersion version =
                GuidanceVersion.draft(ids.next(), guidance.id(), number, textId, origin, subject, now);
        versions.persistAndFlush(version);
        texts.store(textId, version.id(), version.revision(), text, subject, now);
        if (origin != null) {
            answer(origin, version.id(), guidance.agreementId(), subject);
        }
        return view(guidance, version, text);
    }

    /** What a version is drafted for exists; an alert shows from then on what it opened. */
    private void answer(Origin origin, UUID versionId, UUID agreementId, String subject) {
        if (origin.kind() == Origin.Kind.ALERT) {
            alerts.opened(origin.id(), LinkAlert.Type.GUIDANCE_REVIEW, versionId, agreementId, "/origin/id", subject);
        } else {
            things.require(origin.kind().thing(), origin.id(), agreementId, "/origin/id");
        }
    }

    /** A version as those who prepare it see it. */
    DraftView view(Guidance guidance, GuidanceVersion version, GuidanceText text) {
        return DraftView.of(guidance, version, text, alerts.thatOpened(LinkAlert.Type.GUIDANCE_REVIEW, version.id()));
    }

    /**
     * Replaces a draft's text.
     *
     * @throws ProblemException {@code version-not-in-this-stage}, {@code too-many-revisions}, and as for a draft
     */
    DraftView revise(UUID versionId, ReviseDraft command, String subject) {
        Held held = hold(versionId);
        Instant now = Moments.now(clock);
        requireLawful(command.text(), held.guidance().id(), agreementOf(held.guidance()), now);
        UUID textId = ids.next();
        held.version().revise(textId);
        texts.store(textId, versionId, held.version().revision(), command.text(), subject, now);
        return shown(held, command.text());
    }

    /** Lays a draft before the health officers. */
    DraftView openReview(UUID versionId) {
        Held held = hold(versionId);
        held.version().openReview();
        return shown(held);
    }

    /**
     * Takes a health officer's comment.
     *
     * @throws ProblemException {@code version-not-in-this-stage}, {@code validation-failed} for a recommendation that
     *     the text does not have, {@code too-many-comments}
     */
    CommentView comment(UUID versionId, String member, CommentOnDraft command, String subject) {
        Held held = hold(versionId);
        held.version().requireUnderReview();
        String key = command.recommendation();
        if (key != null && texts.of(held.version()).recommendation(key).isEmpty()) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "The text has no such recommendation.",
                    List.of(Violation.at("/recommendation", "unknown", "no recommendation has this key")));
        }
        if (comments.count("versionId", versionId) >= MOST_COMMENTS) {
            throw new ProblemException(
                    GuidanceProblem.TOO_MANY_COMMENTS, "A review takes at most " + MOST_COMMENTS + " comments.");
        }
        ReviewComment comment =
                new ReviewComment(ids.next(), held.version(), member, command, subject, Moments.now(clock));
        comments.persist(comment);
        return comment.view();
    }

    /** Sends a version back to its draft; signatures given so far no longer count. */
    DraftView sendBack(UUID versionId) {
        Held held = hold(versionId);
        held.version().sendBack();
        return shown(held);
    }

    /**
     * Opens a reviewed text for signature.
     *
     * @throws ProblemException {@code version-not-in-this-stage}, {@code more-signatures-than-members}
     */
    DraftView openForSignature(UUID versionId) {
        Held held = hold(versionId);
        int inStanding =
                speaking(held.guidance().agreementId(), clock.instant()).size();
        held.version().openForSignature(texts.of(held.version()).requiredSignatures(), inStanding);
        return shown(held);
    }

    /** Gives up what is not issued. */
    DraftView discard(UUID versionId) {
        Held held = hold(versionId);
        held.version().discard();
        return shown(held);
    }

    // ---- issue

    /**
     * Signs for a member, and issues the version when that was the last signature needed: what it replaces is replaced
     * in the same transaction.
     *
     * @throws ProblemException {@code version-not-in-this-stage}, {@code member-has-signed},
     *     {@code guidance-dates-passed}, {@code guidance-superseded}, {@code supersession-unknown},
     *     {@code supersession-circular}
     */
    DraftView sign(UUID versionId, String member, String subject) {
        guidances.lockAllOf(agreementOf(versionId));
        Held held = hold(versionId);
        AgreementFacts agreement = agreementOf(held.guidance());
        GuidanceText text = texts.of(held.version());
        Instant now = Moments.now(clock);
        LocalDate today = Zones.dateIn(agreement.lead(), now);
        // Others may have been issued since this text was written.
        requireSupersedable(text, held.guidance().id(), agreement.id());
        requireNotSuperseded(held.guidance());
        if (held.version().sign(member, subject, speaking(agreement.id(), now), text, today, now)) {
            versions.flush();
            publishIssued(held, text);
            supersede(held, text, now);
        }
        return shown(held, text);
    }

    private void publishIssued(Held held, GuidanceText text) {
        GuidanceVersion version = held.version();
        publish(
                held.guidance().id(),
                new GuidanceIssued(
                        held.guidance().id(),
                        held.guidance().agreementId(),
                        held.guidance().code(),
                        version.id(),
                        version.number(),
                        text,
                        version.signatures(Purpose.ISSUE).stream()
                                .map(SignatureView::member)
                                .toList(),
                        version.issuedOn(),
                        version.effectiveOn(),
                        version.sunsetOn(),
                        version.issuedAt()));
    }

    private void supersede(Held held, GuidanceText text, Instant now) {
        Guidance guidance = held.guidance();
        Set<UUID> replaced = new HashSet<>(text.superseded());
        replaced.forEach(other -> guidances.recordSupersession(
                guidance.id(), other, held.version().id(), now));
        replaced.add(guidance.id());
        Replacement by = new Replacement(held.version().id(), held.version().effectiveOn());
        for (UUID other : replaced) {
            for (GuidanceVersion earlier : versions.inPlace(other)) {
                if (!earlier.id().equals(held.version().id()) && earlier.replace(by, now)) {
                    publish(
                            other,
                            new GuidanceSuperseded(
                                    other,
                                    guidance.agreementId(),
                                    earlier.number(),
                                    guidance.id(),
                                    by.versionId(),
                                    by.on(),
                                    now));
                }
            }
        }
    }

    /**
     * Signs for a member that an issued version be withdrawn; it is once as many have signed as issued it.
     *
     * @throws ProblemException {@code version-not-in-this-stage}, {@code member-has-signed}
     */
    VersionView signWithdrawal(UUID versionId, String member, SignWithdrawal command, String subject) {
        Held held = hold(versionId);
        AgreementFacts agreement = agreementOf(held.guidance());
        Instant now = Moments.now(clock);
        LocalDate today = Zones.dateIn(agreement.lead(), now);
        GuidanceVersion version = held.version();
        if (version.signWithdrawal(member, command.reasons(), subject, speaking(agreement.id(), now), today, now)) {
            publish(
                    held.guidance().id(),
                    new GuidanceWithdrawn(
                            held.guidance().id(),
                            agreement.id(),
                            version.number(),
                            version.signatures(Purpose.WITHDRAW).stream()
                                    .map(SignatureView::member)
                                    .toList(),
                            today,
                            now));
        }
        versions.flush();
        return VersionView.of(held.guidance(), version, texts.of(version), Force.under(agreement.type()), today);
    }

    // ---- what must hold

    private void requireLawful(GuidanceText text, UUID guidanceId, AgreementFacts agreement, Instant now) {
        text.requireSound();
        GuidanceState.requireReachable(
                text.requiredSignatures(), speaking(agreement.id(), now).size());
        requireSupersedable(text, guidanceId, agreement.id());
    }

    private void requireSupersedable(GuidanceText text, UUID guidanceId, UUID agreementId) {
        List<UUID> superseded = text.superseded();
        if (superseded.isEmpty()) {
            return;
        }
        if (superseded.contains(guidanceId)) {
            throw new ProblemException(
                    GuidanceProblem.SUPERSESSION_CIRCULAR,
                    "A guidance supersedes others; its own versions follow one another by themselves.");
        }
        List<UUID> issued = guidances.issuedAmong(agreementId, superseded);
        List<Violation> unknown = new ArrayList<>();
        for (int i = 0; i < superseded.size(); i++) {
            if (!issued.contains(superseded.get(i))) {
                unknown.add(Violation.at(
                        "/text/supersedes/" + i, "unknown", "the agreement has issued no guidance with this id"));
            }
        }
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    GuidanceProblem.SUPERSESSION_UNKNOWN, "Only issued guidance can be superseded.", unknown);
        }
        for (UUID other : superseded) {
            if (guidances.supersedes(other, guidanceId)) {
                throw new ProblemException(
                        GuidanceProblem.SUPERSESSION_CIRCULAR,
                        "The guidance " + other + " already stands in this one's place, directly or through others.");
            }
        }
    }

    private void requireNotSuperseded(Guidance guidance) {
        if (guidances.isSuperseded(guidance.id())) {
            throw new ProblemException(
                    GuidanceProblem.GUIDANCE_SUPERSEDED,
                    "Another guidance stands in the place of " + guidance.code() + "; draft the next version of that.");
        }
    }

    /** The members that may speak on guidance: the others neither sign nor are waited for. */
    private SortedSet<String> speaking(UUID agreementId, Instant at) {
        return agreements.keeping(Right.SPEAK_ON_GUIDANCE, agreementId, at);
    }

    // ---- machinery

    /** A guidance whose row is locked, and one of its versions as it is under that lock. */
    private record Held(Guidance guidance, GuidanceVersion version) {}

    private Held hold(UUID versionId) {
        Guidance guidance =
                guidances.lock(versions.guidanceOf(versionId).orElseThrow()).orElseThrow();
        return new Held(guidance, versions.findById(versionId));
    }

    private DraftView shown(Held held) {
        return shown(held, texts.of(held.version()));
    }

    private DraftView shown(Held held, GuidanceText text) {
        versions.flush();
        return view(held.guidance(), held.version(), text);
    }

    private AgreementFacts agreementOf(Guidance guidance) {
        return agreements.find(guidance.agreementId()).orElseThrow();
    }

    private UUID agreementOf(UUID versionId) {
        return versions.agreementOf(versionId).orElseThrow();
    }

    private void publish(UUID guidanceId, GuidanceEvent event) {
        outbox.publish(GuidanceEvent.TOPIC, guidanceId.toString(), event);
    }
}
