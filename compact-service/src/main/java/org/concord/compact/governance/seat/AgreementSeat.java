package org.concord.compact.governance.seat;

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

/** One seat of a member in an agreement, from its first day to its last. */
@Entity
@Table(name = "agreement_seat")
class AgreementSeat {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "member", nullable = false, updatable = false)
    private String member;

    @Column(name = "label", nullable = false, updatable = false)
    private String label;

    @Column(name = "effective_on", nullable = false, updatable = false)
    private LocalDate effectiveOn;

    @Column(name = "ends_on")
    private @Nullable LocalDate endsOn;

    @Column(name = "instrument", nullable = false, updatable = false)
    private String instrument;

    @Column(name = "registered_by", nullable = false, updatable = false)
    private String registeredBy;

    @Column(name = "registered_at", nullable = false, updatable = false)
    private Instant registeredAt;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected AgreementSeat() {}

    AgreementSeat(UUID id, RegisterSeat command, String registeredBy, Instant now) {
        this.id = id;
        this.agreementId = command.agreementId();
        this.member = command.member();
        this.label = command.label();
        this.effectiveOn = command.effectiveOn();
        this.endsOn = command.endsOn();
        this.instrument = command.instrument();
        this.registeredBy = registeredBy;
        this.registeredAt = now;
    }

    /** Ends the seat with that day. */
    void end(LocalDate on) {
        if (on.isBefore(effectiveOn) || (endsOn != null && on.isAfter(endsOn))) {
            throw new ProblemException(
                    SeatProblem.ENDS_BEFORE_IT_BEGINS, "The seat runs from " + effectiveOn + " and only gets shorter.");
        }
        endsOn = on;
    }

    boolean inForce(LocalDate day) {
        return !day.isBefore(effectiveOn) && (endsOn == null || !day.isAfter(endsOn));
    }

    UUID id() {
        return id;
    }

    UUID agreementId() {
        return agreementId;
    }

    String member() {
        return member;
    }

    String label() {
        return label;
    }

    LocalDate effectiveOn() {
        return effectiveOn;
    }

    @Nullable
    LocalDate endsOn() {
        return endsOn;
    }

    String instrument() {
        return instrument;
    }

    String registeredBy() {
        return registeredBy;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    int version() {
        return version;
    }
}
