package org.concord.compact.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concord.kit.access.Standing;
import org.concord.kit.access.StandingSpan;

/** All that was known of a member's standing in an agreement from one moment on, up to the next revision. */
@Entity
@Table(name = "standing_revision")
class StandingRevision {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "member", nullable = false, updatable = false)
    private String member;

    @Column(name = "revision", nullable = false, updatable = false)
    private int revision;

    @Convert(converter = JsonColumn.OfSpans.class)
    @Column(name = "spans", nullable = false, updatable = false)
    private List<StandingSpan> spans;

    @Column(name = "cause", nullable = false, updatable = false)
    private String cause;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    private String recordedBy;

    protected StandingRevision() {}

    StandingRevision(
            UUID id,
            UUID agreementId,
            String member,
            int revision,
            List<StandingSpan> spans,
            String cause,
            Instant recordedAt,
            String recordedBy) {
        this.id = id;
        this.agreementId = agreementId;
        this.member = member;
        this.revision = revision;
        this.spans = spans;
        this.cause = cause;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    UUID agreementId() {
        return agreementId;
    }

    /** Its stretches of full standing as they were known then. */
    List<AgreementRegister.Term> fullTerms() {
        return spans.stream()
                .filter(span -> span.standing() == Standing.FULL)
                .map(span -> new AgreementRegister.Term(member, span.fromOn(), span.untilOn()))
                .toList();
    }

    /** How the member stood on that day; empty before its first act. */
    Optional<StandingView> on(LocalDate day) {
        return spans.stream()
                .filter(span -> span.covers(day))
                .findFirst()
                .map(span -> StandingView.of(agreementId, member, span, cause, recordedAt));
    }
}
