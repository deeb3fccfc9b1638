package org.concord.compact.governance.reconvening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A member's written request; written once. */
@Entity
@Table(name = "reconvening_request")
class ReconveningRequest {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "meeting_id", nullable = false, updatable = false)
    private UUID meetingId;

    @Column(name = "member", nullable = false, updatable = false)
    private String member;

    @Column(name = "reasons", nullable = false, updatable = false)
    private String reasons;

    @Column(name = "reference", nullable = false, updatable = false)
    private String reference;

    @Column(name = "asked_by", nullable = false, updatable = false)
    private String askedBy;

    @Column(name = "asked_at", nullable = false, updatable = false)
    private Instant askedAt;

    protected ReconveningRequest() {}

    ReconveningRequest(
            UUID id, UUID meetingId, String member, AskToReconvene command, String askedBy, Instant askedAt) {
        this.id = id;
        this.meetingId = meetingId;
        this.member = member;
        this.reasons = command.reasons();
        this.reference = command.reference();
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    String member() {
        return member;
    }

    ReconveningView.RequestView view() {
        return new ReconveningView.RequestView(member, reasons, reference, askedBy, askedAt);
    }
}
