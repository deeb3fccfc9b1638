package org.concord.compact.mutualaid;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** An emergency that a member has declared; the ground on which it may ask for help. */
@Entity
@Table(name = "aid_event")
class AidEvent {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "affected", nullable = false, updatable = false)
    private String affected;

    @Column(name = "title", nullable = false, updatable = false)
    private String title;

    @Column(name = "declaration", nullable = false, updatable = false)
    private String declaration;

    @Column(name = "declared_on", nullable = false, updatable = false)
    private LocalDate declaredOn;

    @Column(name = "declared_by", nullable = false, updatable = false)
    private String declaredBy;

    @Column(name = "declared_at", nullable = false, updatable = false)
    private Instant declaredAt;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected AidEvent() {}

    AidEvent(UUID id, DeclareEvent command, String affected, String declaredBy, Instant now) {
        this.id = id;
        this.agreementId = command.agreementId();
        this.affected = affected;
        this.title = command.title();
        this.declaration = command.declaration();
        this.declaredOn = command.declaredOn();
        this.declaredBy = declaredBy;
        this.declaredAt = now;
    }

    void end(LocalDate today) {
        requireOngoing();
        endedOn = today;
    }

    /** Holds that it lasts: help that is under way goes on after its end, new help is not asked for. */
    void requireOngoing() {
        if (endedOn != null) {
            throw new ProblemException(AidProblem.EVENT_ENDED, affected + " ended the event on " + endedOn + ".");
        }
    }

    /** Holds that the member is the affected one. */
    void requireAffected(String member) {
        if (!member.equals(affected)) {
            throw new ProblemException(
                    AidProblem.NOT_THE_REQUESTING_MEMBER,
                    "The event is " + affected + "'s, which alone asks for help.");
        }
    }

    UUID id() {
        return id;
    }

    UUID agreementId() {
        return agreementId;
    }

    String affected() {
        return affected;
    }

    AidEventView view() {
        return new AidEventView(
                id, agreementId, affected, title, declaration, declaredOn, declaredAt, endedOn, version);
    }
}
