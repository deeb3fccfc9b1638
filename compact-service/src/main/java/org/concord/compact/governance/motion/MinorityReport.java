package org.concord.compact.governance.motion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The reasons of a member that lost the vote; written once. */
@Entity
@Table(name = "minority_report")
class MinorityReport {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "motion_id", nullable = false, updatable = false)
    private UUID motionId;

    @Column(name = "member", nullable = false, updatable = false)
    private String member;

    @Column(name = "text", nullable = false, updatable = false)
    private String text;

    @Column(name = "filed_by", nullable = false, updatable = false)
    private String filedBy;

    @Column(name = "filed_at", nullable = false, updatable = false)
    private Instant filedAt;

    protected MinorityReport() {}

    MinorityReport(UUID id, UUID motionId, String member, String text, String filedBy, Instant filedAt) {
        this.id = id;
        this.motionId = motionId;
        this.member = member;
        this.text = text;
        this.filedBy = filedBy;
        this.filedAt = filedAt;
    }

    MotionView.ReportView view() {
        return new MotionView.ReportView(id, motionId, member, text, filedBy, filedAt);
    }
}
