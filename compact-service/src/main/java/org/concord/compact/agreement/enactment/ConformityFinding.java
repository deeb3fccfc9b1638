package org.concord.compact.agreement.enactment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A finding on one article of two texts. Never changed; a later one on the same texts counts instead. */
@Entity
@Table(name = "conformity_finding")
class ConformityFinding {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "enactment_id", nullable = false, updatable = false)
    private UUID enactmentId;

    @Column(name = "model_text_id", nullable = false, updatable = false)
    private UUID modelTextId;

    @Column(name = "text_id", nullable = false, updatable = false)
    private UUID textId;

    @Column(name = "article", nullable = false, updatable = false)
    private String article;

    @Enumerated(EnumType.STRING)
    @Column(name = "finding", nullable = false, updatable = false)
    private FindConformity.Finding finding;

    @Column(name = "reasons", nullable = false, updatable = false)
    private String reasons;

    @Column(name = "found_on", nullable = false, updatable = false)
    private LocalDate foundOn;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    private String recordedBy;

    protected ConformityFinding() {}

    ConformityFinding(
            UUID id,
            UUID agreementId,
            ConformityView texts,
            FindConformity command,
            Instant recordedAt,
            String recordedBy) {
        this.id = id;
        this.agreementId = agreementId;
        this.enactmentId = texts.enactmentId();
        this.modelTextId = texts.modelTextId();
        this.textId = texts.enactedTextId();
        this.article = command.article();
        this.finding = command.finding();
        this.reasons = command.reasons();
        this.foundOn = command.foundOn();
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    /** Whether it gives ground for a default of whoever enacted this. */
    boolean isGroundAgainst(UUID act) {
        return enactmentId.equals(act) && finding == FindConformity.Finding.MATERIALLY_DIFFERENT;
    }

    String article() {
        return article;
    }

    ConformityFindingView view() {
        return new ConformityFindingView(id, article, finding, reasons, foundOn, recordedAt);
    }
}
