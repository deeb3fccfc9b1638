package org.concord.compact.backstop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A pool and its rules, which never change. Its row is the lock under which its caps are used. */
@Entity
@Table(name = "backstop_pool")
class BackstopPool {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "code", nullable = false, updatable = false)
    private String code;

    @Column(name = "program", nullable = false, updatable = false)
    private String program;

    @Column(name = "trigger_rule", nullable = false, updatable = false)
    private String triggerRule;

    @Column(name = "cap_cents", nullable = false, updatable = false)
    private long capCents;

    @Column(name = "member_cap_cents", nullable = false, updatable = false)
    private long memberCapCents;

    @Column(name = "opened_by", nullable = false, updatable = false)
    private String openedBy;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    protected BackstopPool() {}

    BackstopPool(UUID id, OpenPool command, String openedBy, Instant now) {
        this.id = id;
        this.agreementId = command.agreementId();
        this.code = command.code();
        this.program = command.program();
        this.triggerRule = command.triggerRule();
        this.capCents = command.capCents();
        this.memberCapCents = command.memberCapCents();
        this.openedBy = openedBy;
        this.openedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID agreementId() {
        return agreementId;
    }

    long capCents() {
        return capCents;
    }

    long memberCapCents() {
        return memberCapCents;
    }

    PoolLine line() {
        return new PoolLine(id, code, program, capCents, memberCapCents, openedAt);
    }

    PoolView view(long outstandingCents, List<PoolView.LapseView> lapses) {
        return new PoolView(
                id,
                agreementId,
                code,
                program,
                triggerRule,
                capCents,
                memberCapCents,
                outstandingCents,
                lapses,
                openedAt);
    }
}
