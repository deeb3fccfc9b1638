package org.concord.compact.backstop;

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

/** A time in which the program does not pay: what a pool is triggered by. */
@Entity
@Table(name = "backstop_trigger")
class Lapse {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "pool_id", nullable = false, updatable = false)
    private UUID poolId;

    @Column(name = "lapsed_on", nullable = false, updatable = false)
    private LocalDate lapsedOn;

    @Column(name = "citation", nullable = false, updatable = false)
    private String citation;

    @Column(name = "found_by", nullable = false, updatable = false)
    private String foundBy;

    @Column(name = "found_at", nullable = false, updatable = false)
    private Instant foundAt;

    @Column(name = "restored_on")
    private @Nullable LocalDate restoredOn;

    @Column(name = "restoration")
    private @Nullable String restoration;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected Lapse() {}

    Lapse(UUID id, UUID poolId, RecordLapse command, String foundBy, Instant now) {
        this.id = id;
        this.poolId = poolId;
        this.lapsedOn = command.lapsedOn();
        this.citation = command.citation();
        this.foundBy = foundBy;
        this.foundAt = now;
    }

    void end(RecordRestoration command) {
        if (command.restoredOn().isBefore(lapsedOn)) {
            throw new ProblemException(
                    BackstopProblem.RESTORED_BEFORE_LAPSE, "The program stopped on " + lapsedOn + ".");
        }
        restoredOn = command.restoredOn();
        restoration = command.citation();
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(lapsedOn) && (restoredOn == null || day.isBefore(restoredOn));
    }

    UUID id() {
        return id;
    }

    PoolView.LapseView view() {
        return new PoolView.LapseView(id, lapsedOn, citation, restoredOn, restoration);
    }
}
