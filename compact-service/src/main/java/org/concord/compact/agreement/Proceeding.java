package org.concord.compact.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that one member goes through in one agreement, step by step and each by its date: joining, leaving, a default.
 * A sealed state owns the lawful steps; the row keeps its name and the dates from which it is built again.
 */
@MappedSuperclass
public abstract class Proceeding {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "member", nullable = false, updatable = false)
    private String member;

    @Column(name = "state", nullable = false)
    private String state;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    private String recordedBy;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    /** For the database. */
    protected Proceeding() {}

    /** Begins in its first state. */
    protected Proceeding(
            UUID id, UUID agreementId, String member, Record first, Instant recordedAt, String recordedBy) {
        this.id = id;
        this.agreementId = agreementId;
        this.member = member;
        this.state = StateNames.of(first);
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    /** Its id. */
    public UUID id() {
        return id;
    }

    /** The agreement that it is about. */
    public UUID agreementId() {
        return agreementId;
    }

    /** USPS code of whose it is. */
    public String member() {
        return member;
    }

    /** How often it was changed. */
    public int version() {
        return version;
    }

    /** The name of the state that it is in, such as {@code NOTICE_RUNNING}. */
    protected String stateName() {
        return state;
    }

    /** Keeps the name of the state that a step has led to. */
    protected void enter(Record next) {
        state = StateNames.of(next);
    }

    /** The date without which a state would not have been entered. */
    protected static LocalDate known(@Nullable LocalDate date) {
        if (date == null) {
            throw new IllegalStateException("a state without its date");
        }
        return date;
    }
}
