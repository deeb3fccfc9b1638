package org.concord.compact.reciprocity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One revision of a recognition, as it was registered. Never changed; the table refuses it. */
@Entity
@Table(name = "recognition")
class Recognition {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "recognition_id", nullable = false, updatable = false)
    private UUID recognitionId;

    @Column(name = "revision", nullable = false, updatable = false)
    private int revision;

    @Column(name = "member", nullable = false, updatable = false)
    private String member;

    @Column(name = "recognised", nullable = false, updatable = false)
    private String recognised;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private RecognitionKind kind;

    @Column(name = "subject", nullable = false, updatable = false)
    private String subject;

    @Column(name = "agreement_id", updatable = false)
    private @Nullable UUID agreementId;

    @Column(name = "authority", nullable = false, updatable = false)
    private String authority;

    @Column(name = "conditions", updatable = false)
    private @Nullable String conditions;

    @Column(name = "effective_on", nullable = false, updatable = false)
    private LocalDate effectiveOn;

    @Column(name = "ends_on", updatable = false)
    private @Nullable LocalDate endsOn;

    @Column(name = "reasons", updatable = false)
    private @Nullable String reasons;

    @Column(name = "registered_by", nullable = false, updatable = false)
    private String registeredBy;

    @Column(name = "registered_at", nullable = false, updatable = false)
    private Instant registeredAt;

    protected Recognition() {}

    Recognition(UUID id, RecognitionView view, String registeredBy) {
        this.id = id;
        this.recognitionId = view.id();
        this.revision = view.revision();
        this.member = view.member();
        this.recognised = view.recognised();
        this.kind = view.kind();
        this.subject = view.subject();
        this.agreementId = view.agreementId();
        this.authority = view.terms().authority();
        this.conditions = view.terms().conditions();
        this.effectiveOn = view.terms().effectiveOn();
        this.endsOn = view.terms().endsOn();
        this.reasons = view.reasons();
        this.registeredBy = registeredBy;
        this.registeredAt = view.registeredAt();
    }

    RecognitionView view() {
        return new RecognitionView(
                recognitionId,
                revision,
                member,
                recognised,
                kind,
                subject,
                agreementId,
                new RecognitionTerms(authority, conditions, effectiveOn, endsOn),
                reasons,
                registeredAt);
    }
}
