package org.concord.compact.mutualaid;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What the affected member asked for. Never changed: another need is another request. */
@Entity
@Table(name = "aid_request")
class AidRequest {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "event_id", nullable = false, updatable = false)
    private UUID eventId;

    @Column(name = "need", nullable = false, updatable = false)
    private String need;

    @Column(name = "needed_from", nullable = false, updatable = false)
    private LocalDate neededFrom;

    @Column(name = "needed_until", nullable = false, updatable = false)
    private LocalDate neededUntil;

    @Column(name = "requested_by", nullable = false, updatable = false)
    private String requestedBy;

    @Column(name = "requested_at", nullable = false, updatable = false)
    private Instant requestedAt;

    protected AidRequest() {}

    AidRequest(UUID id, RequestAid command, String requestedBy, Instant now) {
        this.id = id;
        this.eventId = command.eventId();
        this.need = command.need();
        this.neededFrom = command.neededFrom();
        this.neededUntil = command.neededUntil();
        this.requestedBy = requestedBy;
        this.requestedAt = now;
    }

    UUID eventId() {
        return eventId;
    }

    AidRequestView view() {
        return new AidRequestView(id, eventId, need, neededFrom, neededUntil, requestedAt);
    }
}
