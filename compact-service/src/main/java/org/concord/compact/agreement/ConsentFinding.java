package org.concord.compact.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.concord.compact.agreement.instrument.Consent;
import org.jspecify.annotations.Nullable;

/** One finding on consent, kept for good; the last one counts. */
@Entity
@Table(name = "consent_finding")
class ConsentFinding {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "kind", nullable = false, updatable = false)
    private String kind;

    @Column(name = "basis", updatable = false)
    private @Nullable String basis;

    @Column(name = "found_on", nullable = false, updatable = false)
    private LocalDate foundOn;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    private String recordedBy;

    protected ConsentFinding() {}

    ConsentFinding(UUID id, UUID agreementId, String kind, FindConsent command, Instant recordedAt, String recordedBy) {
        this.id = id;
        this.agreementId = agreementId;
        this.kind = kind;
        this.basis = command.finding().basis();
        this.foundOn = command.foundOn();
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    ConsentFindingView view() {
        return new ConsentFindingView(id, Consent.of(kind, basis), foundOn, recordedAt);
    }
}
