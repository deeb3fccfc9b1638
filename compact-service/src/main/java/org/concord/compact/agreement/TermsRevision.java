package org.concord.compact.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.concord.compact.agreement.instrument.TermsHistory.Version;

/** All that was known of the amendments in force from one moment on, up to the next revision. Never changed. */
@Entity
@Table(name = "terms_revision")
class TermsRevision {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Convert(converter = JsonColumn.OfVersions.class)
    @Column(name = "versions", nullable = false, updatable = false)
    private List<Version> versions;

    @Column(name = "cause", nullable = false, updatable = false)
    private String cause;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    private String recordedBy;

    protected TermsRevision() {}

    TermsRevision(
            UUID id, UUID agreementId, List<Version> versions, String cause, Instant recordedAt, String recordedBy) {
        this.id = id;
        this.agreementId = agreementId;
        this.versions = versions;
        this.cause = cause;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    List<Version> versions() {
        return versions;
    }
}
