package org.concord.compact.governance.reconvening;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The terms on which one meeting was adjourned, and what came of them. */
@Entity
@Table(name = "reconvening")
class Reconvening {

    @Id
    @Column(name = "meeting_id")
    private UUID meetingId;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Convert(converter = TermsText.class)
    @Column(name = "terms", nullable = false, updatable = false)
    private ReconveningTerms terms;

    @Column(name = "holds_from", nullable = false, updatable = false)
    private Instant holdsFrom;

    @Column(name = "holds_until", nullable = false, updatable = false)
    private Instant holdsUntil;

    @Column(name = "reconvened_as")
    private @Nullable UUID reconvenedAs;

    @Column(name = "fired_condition")
    private @Nullable Integer firedCondition;

    @Column(name = "evidence")
    private @Nullable String evidence;

    @Column(name = "fired_by")
    private @Nullable String firedBy;

    @Column(name = "fired_for")
    private @Nullable String firedFor;

    @Column(name = "fired_at")
    private @Nullable Instant firedAt;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected Reconvening() {}

    Reconvening(UUID meetingId, UUID agreementId, ReconveningTerms terms, Instant adjournedAt) {
        this.meetingId = meetingId;
        this.agreementId = agreementId;
        this.terms = terms;
        Instant from = terms.holdsFrom();
        this.holdsFrom = from == null || from.isBefore(adjournedAt) ? adjournedAt : from;
        this.holdsUntil = terms.holdsUntil();
    }

    /**
     * Refuses unless a condition can be met now.
     *
     * @throws ProblemException {@code reconvening-not-yet}, {@code reconvening-lapsed}, {@code meeting-reconvened}
     */
    void requireHolding(Instant now) {
        standing(now).requireHolding(now);
    }

    /** Notes which condition was met, by whom and by what, and the meeting that follows. */
    void fire(Fired fired, Instant now) {
        ReconveningState.Reconvened next = standing(now).reconvene(fired.meetingId(), now);
        reconvenedAs = next.meetingId();
        firedAt = next.at();
        firedCondition = fired.condition();
        evidence = fired.evidence();
        firedBy = fired.by();
        firedFor = fired.member();
    }

    private ReconveningState.Standing standing(Instant now) {
        return switch (state(now)) {
            case ReconveningState.Standing standing -> standing;
            case ReconveningState.Lapsed lapsed -> throw ReconveningState.lapsed(lapsed.at());
            case ReconveningState.Reconvened reconvened ->
                throw new ProblemException(
                                ReconveningProblem.MEETING_RECONVENED, "It was reconvened on " + reconvened.at() + ".")
                        .with("meetingId", reconvened.meetingId());
        };
    }

    ReconveningState state(Instant now) {
        if (reconvenedAs != null && firedAt != null) {
            return new ReconveningState.Reconvened(reconvenedAs, firedAt);
        }
        ReconveningState.Standing standing = new ReconveningState.Standing(holdsFrom, holdsUntil);
        return now.isBefore(holdsUntil) ? standing : standing.lapse();
    }

    UUID meetingId() {
        return meetingId;
    }

    UUID agreementId() {
        return agreementId;
    }

    ReconveningTerms terms() {
        return terms;
    }

    Instant holdsFrom() {
        return holdsFrom;
    }

    Instant holdsUntil() {
        return holdsUntil;
    }

    @Nullable
    Fired fired() {
        return reconvenedAs == null || firedCondition == null || evidence == null || firedBy == null || firedAt == null
                ? null
                : new Fired(firedCondition, evidence, firedBy, firedFor, firedAt, reconvenedAs);
    }

    int version() {
        return version;
    }
}
