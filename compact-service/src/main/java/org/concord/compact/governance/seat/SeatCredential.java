package org.concord.compact.governance.seat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A person's dated authority to vote for a seat, by an instrument of the member. */
@Entity
@Table(name = "seat_credential")
class SeatCredential {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "seat_id", nullable = false, updatable = false)
    private UUID seatId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private Capacity kind;

    @Column(name = "subject", nullable = false, updatable = false)
    private String subject;

    @Column(name = "effective_on", nullable = false, updatable = false)
    private LocalDate effectiveOn;

    @Column(name = "ends_on")
    private @Nullable LocalDate endsOn;

    @Column(name = "instrument", nullable = false, updatable = false)
    private String instrument;

    @Column(name = "instrument_on", nullable = false, updatable = false)
    private LocalDate instrumentOn;

    @Column(name = "registered_by", nullable = false, updatable = false)
    private String registeredBy;

    @Column(name = "registered_at", nullable = false, updatable = false)
    private Instant registeredAt;

    @Column(name = "revoked_by")
    private @Nullable String revokedBy;

    @Column(name = "revocation_instrument")
    private @Nullable String revocationInstrument;

    protected SeatCredential() {}

    SeatCredential(UUID id, UUID seatId, RegisterCredential command, String registeredBy, Instant now) {
        this.id = id;
        this.seatId = seatId;
        this.kind = command.kind();
        this.subject = command.subject();
        this.effectiveOn = command.effectiveOn();
        this.endsOn = command.endsOn();
        this.instrument = command.instrument();
        this.instrumentOn = command.instrumentOn();
        this.registeredBy = registeredBy;
        this.registeredAt = now;
    }

    /** Ends the authority with that day, which may be the one before its first: then it never was. */
    void revoke(EndTerm command, String by) {
        LocalDate last = command.endsOn();
        if (last.isBefore(effectiveOn.minusDays(1)) || (endsOn != null && last.isAfter(endsOn))) {
            throw new ProblemException(
                    SeatProblem.ENDS_BEFORE_IT_BEGINS, "The term runs from " + effectiveOn + " and only gets shorter.");
        }
        endsOn = last;
        revokedBy = by;
        revocationInstrument = command.instrument();
    }

    boolean inForce(LocalDate day) {
        return !day.isBefore(effectiveOn) && (endsOn == null || !day.isAfter(endsOn));
    }

    /** Whether some day lies in this term and in the other one. */
    boolean overlaps(LocalDate from, @Nullable LocalDate to) {
        return (to == null || !effectiveOn.isAfter(to)) && (endsOn == null || !endsOn.isBefore(from));
    }

    boolean isOf(Capacity asked) {
        return kind == asked;
    }

    boolean isHeldBy(String person) {
        return subject.equals(person);
    }

    UUID id() {
        return id;
    }

    UUID seatId() {
        return seatId;
    }

    Capacity kind() {
        return kind;
    }

    String subject() {
        return subject;
    }

    SeatView.CredentialView view() {
        return new SeatView.CredentialView(
                id,
                kind,
                subject,
                effectiveOn,
                endsOn,
                instrument,
                instrumentOn,
                registeredBy,
                registeredAt,
                revokedBy,
                revocationInstrument);
    }
}
