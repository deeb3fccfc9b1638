package org.concord.compact.agreement.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice that the instrument asks for: who must be told by when, and when it was. */
@Entity
@Table(name = "statutory_notice")
class StatutoryNotice {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "matter_id", nullable = false, updatable = false)
    private UUID matterId;

    @Column(name = "member", nullable = false, updatable = false)
    private String member;

    @Enumerated(EnumType.STRING)
    @Column(name = "occasion", nullable = false, updatable = false)
    private Occasion occasion;

    @Column(name = "recipient", nullable = false, updatable = false)
    private String recipient;

    @Column(name = "due_on", nullable = false, updatable = false)
    private LocalDate dueOn;

    @Column(name = "given_on")
    private @Nullable LocalDate givenOn;

    @Column(name = "means")
    private @Nullable String means;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected StatutoryNotice() {}

    StatutoryNotice(
            UUID id,
            UUID agreementId,
            UUID matterId,
            String member,
            Occasion occasion,
            String recipient,
            LocalDate dueOn,
            Instant recordedAt) {
        this.id = id;
        this.agreementId = agreementId;
        this.matterId = matterId;
        this.member = member;
        this.occasion = occasion;
        this.recipient = recipient;
        this.dueOn = dueOn;
        this.recordedAt = recordedAt;
    }

    String recipient() {
        return recipient;
    }

    void give(LocalDate on, String by) {
        givenOn = on;
        means = by;
    }

    NoticeView view(LocalDate today) {
        NoticeView.Timeliness timeliness = givenOn == null
                ? today.isAfter(dueOn) ? NoticeView.Timeliness.OVERDUE : NoticeView.Timeliness.DUE
                : givenOn.isAfter(dueOn) ? NoticeView.Timeliness.LATE : NoticeView.Timeliness.ON_TIME;
        return new NoticeView(id, matterId, member, occasion.name(), recipient, dueOn, givenOn, means, timeliness);
    }
}
