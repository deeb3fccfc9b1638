package org.concord.compact.procurement.round;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * Demand whose event arrived after the line was drawn. It changes nothing in the round, and is kept so that it can be
 * answered.
 */
@Entity
@Table(name = "late_demand")
class LateDemand {

    @Id
    @Column(name = "event_id")
    private UUID eventId;

    @Column(name = "round_id", nullable = false, updatable = false)
    private UUID roundId;

    @Column(name = "member", nullable = false, updatable = false)
    private String member;

    @Column(name = "doses", nullable = false, updatable = false)
    private long doses;

    @Column(name = "posted_at", nullable = false, updatable = false)
    private Instant postedAt;

    protected LateDemand() {}

    LateDemand(UUID eventId, DemandPosted posted) {
        this.eventId = eventId;
        this.roundId = posted.roundId();
        this.member = posted.member();
        this.doses = posted.totalDoses();
        this.postedAt = posted.postedAt();
    }
}
