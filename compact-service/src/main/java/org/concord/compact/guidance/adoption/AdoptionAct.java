package org.concord.compact.guidance.adoption;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One revision of a member's act, as it was recorded. Never changed; the table refuses it. */
@Entity
@Table(name = "adoption_act")
class AdoptionAct {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "act_id", nullable = false, updatable = false)
    private UUID actId;

    @Column(name = "revision", nullable = false, updatable = false)
    private int revision;

    @Column(name = "guidance_id", nullable = false, updatable = false)
    private UUID guidanceId;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Column(name = "member", nullable = false, updatable = false)
    private String member;

    @Enumerated(EnumType.STRING)
    @Column(name = "legal_effect", nullable = false, updatable = false)
    private LegalEffect legalEffect;

    @Enumerated(EnumType.STRING)
    @Column(name = "decision", nullable = false, updatable = false)
    private Decision decision;

    @Column(name = "authority", nullable = false, updatable = false)
    private String authority;

    @Enumerated(EnumType.STRING)
    @Column(name = "instrument", nullable = false, updatable = false)
    private Instrument instrument;

    @Column(name = "citation", nullable = false, updatable = false)
    private String citation;

    @Column(name = "deviations", nullable = false, updatable = false)
    private String deviations;

    @Column(name = "effective_on", nullable = false, updatable = false)
    private LocalDate effectiveOn;

    @Column(name = "ends_on", updatable = false)
    private @Nullable LocalDate endsOn;

    @Column(name = "voided", nullable = false, updatable = false)
    private boolean voided;

    @Column(name = "reasons", updatable = false)
    private @Nullable String reasons;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    private String recordedBy;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    protected AdoptionAct() {}

    /**
     * Records a revision.
     *
     * @param deviations those of the terms, as JSON
     */
    AdoptionAct(UUID id, AdoptionView view, String deviations, String recordedBy) {
        this.id = id;
        this.actId = view.id();
        this.revision = view.revision();
        this.guidanceId = view.guidanceId();
        this.number = view.number();
        this.member = view.member();
        this.legalEffect = view.legalEffect();
        this.decision = view.terms().decision();
        this.authority = view.terms().authority();
        this.instrument = view.terms().instrument();
        this.citation = view.terms().citation();
        this.deviations = deviations;
        this.effectiveOn = view.terms().effectiveOn();
        this.endsOn = view.terms().endsOn();
        this.voided = view.voided();
        this.reasons = view.reasons();
        this.recordedBy = recordedBy;
        this.recordedAt = view.recordedAt();
    }

    String deviations() {
        return deviations;
    }

    AdoptionView view(List<Deviation> differences) {
        Terms terms = new Terms(
                decision,
                authority,
                instrument,
                citation,
                effectiveOn,
                endsOn,
                differences.isEmpty() ? null : differences);
        return new AdoptionView(
                actId, revision, guidanceId, number, member, legalEffect, terms, voided, reasons, recordedAt);
    }
}
