package org.concord.compact.guidance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A guidance under an agreement: a code that its versions share. Its row is the lock under which they move. */
@Entity
@Table(name = "guidance")
class Guidance {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "code", nullable = false, updatable = false)
    private String code;

    @Column(name = "drafted_at", nullable = false, updatable = false)
    private Instant draftedAt;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected Guidance() {}

    Guidance(UUID id, UUID agreementId, String code, Instant draftedAt) {
        this.id = id;
        this.agreementId = agreementId;
        this.code = code;
        this.draftedAt = draftedAt;
    }

    UUID id() {
        return id;
    }

    UUID agreementId() {
        return agreementId;
    }

    String code() {
        return code;
    }
}
