package org.concord.compact.backstop;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.backstop.DrawState.Drawn;
import org.concord.compact.backstop.DrawState.Recovered;
import org.concord.compact.backstop.DrawState.RecoveryDue;
import org.concord.compact.backstop.DrawState.Refused;
import org.concord.compact.backstop.DrawState.Requested;
import org.concord.compact.backstop.DrawState.TakenBack;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One draw on a pool, and what went back of it. */
@Entity
@Table(name = "backstop_draw")
class Draw {

    /** Payments come by the week at most; this is years of them. */
    private static final int MOST_MOVEMENTS = 500;

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "pool_id", nullable = false, updatable = false)
    private UUID poolId;

    @Column(name = "trigger_id", nullable = false, updatable = false)
    private UUID lapseId;

    @Column(name = "member", nullable = false, updatable = false)
    private String member;

    @Enumerated(EnumType.STRING)
    @Column(name = "stage", nullable = false)
    private DrawStage stage;

    @Column(name = "purpose", nullable = false, updatable = false)
    private String purpose;

    @Column(name = "amount_cents", nullable = false, updatable = false)
    private long amountCents;

    @Column(name = "federal_cents", nullable = false)
    private long federalCents;

    @Column(name = "recovered_cents", nullable = false)
    private long recoveredCents;

    @Column(name = "requested_by", nullable = false, updatable = false)
    private String requestedBy;

    @Column(name = "requested_at", nullable = false, updatable = false)
    private Instant requestedAt;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "reasons")
    private @Nullable String reasons;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @ElementCollection
    @CollectionTable(name = "backstop_movement", joinColumns = @JoinColumn(name = "draw_id"))
    private Set<Movement> movements = new HashSet<>();

    protected Draw() {}

    static Draw request(UUID id, RequestDraw command, UUID lapseId, String member, String subject, Instant now) {
        Draw draw = new Draw();
        draw.id = id;
        draw.poolId = command.poolId();
        draw.lapseId = lapseId;
        draw.member = member;
        draw.stage = DrawStage.REQUESTED;
        draw.purpose = command.purpose();
        draw.amountCents = command.amountCents();
        draw.requestedBy = subject;
        draw.requestedAt = now;
        return draw;
    }

    void approve(String subject, long poolRoomCents, long memberRoomCents, Instant now) {
        if (!(state() instanceof Requested requested)) {
            throw notNow("approved");
        }
        become(requested.approve(subject, poolRoomCents, memberRoomCents));
        decidedBy = subject;
        decidedAt = now;
    }

    void refuse(String why, String subject, Instant now) {
        if (!(state() instanceof Requested requested)) {
            throw notNow("refused");
        }
        become(requested.refuse());
        decidedBy = subject;
        decidedAt = now;
        reasons = why;
    }

    void takeBack() {
        if (!(state() instanceof Requested requested)) {
            throw notNow("taken back");
        }
        become(requested.takeBack());
    }

    /** Takes a federal payment for what was drawn. */
    void takeFederalPayment(RecordMovement payment, String subject, Instant now) {
        switch (state()) {
            case Drawn drawn -> become(drawn.takeFederalPayment(payment.cents()));
            case RecoveryDue due -> become(due.takeFederalPayment(payment.cents()));
            case Requested no -> throw notNow("paid for");
            case Recovered no -> throw notNow("paid for");
            case Refused no -> throw notNow("paid for");
            case TakenBack no -> throw notNow("paid for");
        }
        note(Movement.FEDERAL_PAYMENT, payment, subject, now);
    }

    /** Takes what goes back to the pool. */
    void recover(RecordMovement recovery, String subject, Instant now) {
        if (!(state() instanceof RecoveryDue due)) {
            throw notNow("recovered");
        }
        become(due.recover(recovery.cents()));
        note(Movement.RECOVERY, recovery, subject, now);
    }

    private DrawState state() {
        return switch (stage) {
            case REQUESTED -> new Requested(requestedBy, amountCents);
            case DRAWN -> new Drawn(amountCents, federalCents, recoveredCents);
            case RECOVERY_DUE -> new RecoveryDue(amountCents, federalCents, recoveredCents);
            case RECOVERED -> new Recovered(amountCents, federalCents);
            case REFUSED -> new Refused();
            case TAKEN_BACK -> new TakenBack();
        };
    }

    private void become(DrawState next) {
        stage = next.stage();
        switch (next) {
            case Drawn drawn -> {
                federalCents = drawn.federalCents();
                recoveredCents = drawn.recoveredCents();
            }
            case RecoveryDue due -> {
                federalCents = due.federalCents();
                recoveredCents = due.recoveredCents();
            }
            case Recovered all -> recoveredCents = all.amountCents();
            case Requested same -> throw new IllegalStateException("nothing leads back to a request");
            case Refused none -> {}
            case TakenBack none -> {}
        }
    }

    private void note(String kind, RecordMovement movement, String subject, Instant now) {
        if (movements.stream().anyMatch(known -> known.is(kind, movement.document()))) {
            throw new ProblemException(
                    BackstopProblem.DOCUMENT_RECORDED, "The document " + movement.document() + " counts once.");
        }
        if (movements.size() >= MOST_MOVEMENTS) {
            throw new ProblemException(
                    BackstopProblem.TOO_MANY_MOVEMENTS, "A draw keeps at most " + MOST_MOVEMENTS + " movements.");
        }
        movements.add(new Movement(movements.size() + 1, kind, movement, subject, now));
    }

    private ProblemException notNow(String act) {
        return new ProblemException(
                BackstopProblem.DRAW_NOT_IN_THIS_STAGE, "The draw is " + stage + " and cannot be " + act + " now.");
    }

    UUID id() {
        return id;
    }

    UUID poolId() {
        return poolId;
    }

    String member() {
        return member;
    }

    long amountCents() {
        return amountCents;
    }

    DrawLine line() {
        return new DrawLine(id, member, stage, amountCents, federalCents, recoveredCents, requestedAt);
    }

    DrawView view() {
        long duplicate = Math.min(federalCents, amountCents);
        return new DrawView(
                id,
                poolId,
                lapseId,
                member,
                stage,
                purpose,
                amountCents,
                federalCents,
                duplicate,
                recoveredCents,
                duplicate - recoveredCents,
                movements.stream()
                        .sorted(Comparator.comparingInt(Movement::number))
                        .map(Movement::view)
                        .toList(),
                requestedAt,
                decidedAt,
                reasons,
                version);
    }
}
