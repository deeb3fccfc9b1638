package org.concord.member.mandate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.concord.kit.access.MandateRole;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Dated authority of an official of one member. Never edited: another instrument brings another mandate. */
@Entity
@Immutable
@Table(name = "mandate")
class Mandate {
    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "subject")
    String subject;

    @Column(name = "username")
    String username;

    @Column(name = "name")
    String name;

    @Column(name = "member")
    String member;

    @Enumerated(EnumType.STRING)
    @Column(name = "role")
    MandateRole role;

    @Nullable
    @Column(name = "agreement_id")
    UUID agreementId;

    @Nullable
    @Column(name = "limit_cents")
    Long limitCents;

    @Column(name = "effective_on")
    LocalDate effectiveOn;

    @Nullable
    @Column(name = "ends_on")
    LocalDate endsOn;

    @Column(name = "instrument")
    String instrument;

    @Column(name = "registered_by")
    String registeredBy;

    @Column(name = "registered_at")
    Instant registeredAt;

    Mandate() {}

    Mandate(UUID id, RegisterMandates.Entry entry, String instrument, String registeredBy, Instant registeredAt) {
        this.id = id;
        this.subject = entry.subject();
        this.username = entry.username();
        this.name = entry.name();
        this.member = entry.member();
        this.role = entry.role();
        this.agreementId = entry.agreementId();
        this.limitCents = entry.limitCents();
        this.effectiveOn = entry.effectiveOn();
        this.endsOn = entry.endsOn();
        this.instrument = instrument;
        this.registeredBy = registeredBy;
        this.registeredAt = registeredAt;
    }

    /** Whether the entry is about the same authority of the same person from the same day. */
    boolean isAbout(RegisterMandates.Entry entry) {
        return subject.equals(entry.subject())
                && member.equals(entry.member())
                && role == entry.role()
                && Objects.equals(agreementId, entry.agreementId())
                && effectiveOn.equals(entry.effectiveOn());
    }

    /** Whether the entry says of that authority what we have. */
    boolean says(RegisterMandates.Entry entry) {
        return Objects.equals(limitCents, entry.limitCents()) && Objects.equals(endsOn, entry.endsOn());
    }

    MandateEvent.MandateGranted granted() {
        return new MandateEvent.MandateGranted(
                id, subject, username, member, role, agreementId, limitCents, effectiveOn, endsOn);
    }

    MandateView view() {
        return new MandateView(
                id,
                subject,
                username,
                name,
                member,
                role,
                agreementId,
                limitCents,
                effectiveOn,
                endsOn,
                instrument,
                registeredAt);
    }
}
