package org.concord.compact.governance.motion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.concord.compact.governance.motion.MotionState.Stage;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A motion, or an amendment: then its text is what it would insert into its parent's. */
@Entity
@Table(name = "motion")
class Motion {

    /** Amendments of the first and the second degree, and no third: nobody could say what is being voted on. */
    static final int DEEPEST = 2;

    /** Characters; a long statute fits. */
    static final int LONGEST_TEXT = 50_000;

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "meeting_id", updatable = false)
    private @Nullable UUID meetingId;

    @Column(name = "root_id", nullable = false, updatable = false)
    private UUID rootId;

    @Column(name = "parent_id", updatable = false)
    private @Nullable UUID parentId;

    @Column(name = "depth", nullable = false, updatable = false)
    private int depth;

    @Column(name = "title", nullable = false, updatable = false)
    private String title;

    @Column(name = "strike", updatable = false)
    private @Nullable String strike;

    @Column(name = "original_text", nullable = false, updatable = false)
    private String originalText;

    @Column(name = "text", nullable = false)
    private String text;

    @Column(name = "moved_by", nullable = false, updatable = false)
    private String movedBy;

    @Column(name = "moved_subject", nullable = false, updatable = false)
    private String movedSubject;

    @Column(name = "moved_at", nullable = false, updatable = false)
    private Instant movedAt;

    @Column(name = "seconded_by")
    private @Nullable String secondedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "stage", nullable = false)
    private Stage stage;

    @Column(name = "ballot_id")
    private @Nullable UUID ballotId;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected Motion() {}

    static Motion move(UUID id, MoveMotion command, String member, String subject, Instant now) {
        Motion motion = new Motion();
        motion.id = id;
        motion.rootId = id;
        motion.agreementId = command.agreementId();
        motion.meetingId = command.meetingId();
        motion.title = command.title();
        motion.isMoved(command.text(), member, subject, now);
        return motion;
    }

    /**
     * An amendment of this motion.
     *
     * @throws ProblemException {@code amendment-too-deep}, {@code motion-not-in-this-state}, {@code passage-not-in-text}
     */
    Motion amend(UUID amendmentId, MoveAmendment command, String member, String subject, Instant now) {
        if (depth == DEEPEST) {
            throw new ProblemException(
                    MotionProblem.AMENDMENT_TOO_DEEP, "Move it as an amendment of the first degree instead.");
        }
        requirePending();
        Motion amendment = new Motion();
        amendment.id = amendmentId;
        amendment.rootId = rootId;
        amendment.parentId = id;
        amendment.depth = depth + 1;
        amendment.agreementId = agreementId;
        amendment.meetingId = meetingId;
        amendment.title = command.title();
        amendment.strike = command.strike();
        amendment.isMoved(command.insert(), member, subject, now);
        if (!amendment.fits(text)) {
            throw new ProblemException(
                    MotionProblem.PASSAGE_NOT_IN_TEXT,
                    "Quote the passage word for word, and enough of it to be found.");
        }
        return amendment;
    }

    private void isMoved(String original, String member, String subject, Instant now) {
        originalText = original;
        text = original;
        movedBy = member;
        movedSubject = subject;
        movedAt = now;
        stage = Stage.MOVED;
    }

    void second(String member) {
        if (!(state() instanceof MotionState.Moved moved)) {
            throw notNow();
        }
        stage = moved.second(member).stage();
        secondedBy = member;
    }

    void table() {
        stage = requirePending().table().stage();
    }

    void takeFromTable() {
        if (!(state() instanceof MotionState.Tabled tabled)) {
            throw notNow();
        }
        stage = tabled.takeFromTable().stage();
    }

    void withdraw(String member) {
        if (!member.equals(movedBy)) {
            throw new ProblemException(MotionProblem.NOT_THE_MOVER, "It was moved by " + movedBy + ".");
        }
        stage = switch (state()) {
            case MotionState.Moved moved -> moved.withdraw().stage();
            case MotionState.Pending pending -> pending.withdraw().stage();
            case MotionState.Tabled tabled -> tabled.withdraw().stage();
            case MotionState.InBallot _ -> throw notNow();
            case MotionState.Adopted _, MotionState.Rejected _ -> throw notNow();
            case MotionState.Withdrawn _, MotionState.Fallen _ -> throw notNow();
        };
    }

    void takeToBallot(UUID ballot) {
        stage = requirePending().takeToBallot(ballot).stage();
        ballotId = ballot;
    }

    void adopt(Instant now) {
        stage = inBallot().adopt().stage();
        decidedAt = now;
    }

    void reject(Instant now) {
        stage = inBallot().reject().stage();
        decidedAt = now;
    }

    void withoutQuorum() {
        stage = inBallot().withoutQuorum().stage();
    }

    /** Falls, unless it is decided or withdrawn; says whether it did. */
    boolean fall(Instant now) {
        switch (state()) {
            case MotionState.Moved moved -> stage = moved.fall().stage();
            case MotionState.Pending pending -> stage = pending.fall().stage();
            case MotionState.Tabled tabled -> stage = tabled.fall().stage();
            case MotionState.InBallot _ -> {
                return false;
            }
            case MotionState.Adopted _, MotionState.Rejected _ -> {
                return false;
            }
            case MotionState.Withdrawn _, MotionState.Fallen _ -> {
                return false;
            }
        }
        decidedAt = now;
        return true;
    }

    /** Puts an adopted amendment into the text. */
    void take(Motion amendment) {
        text = amendment.applied(text);
    }

    /** Whether the passage to strike stands in that text exactly once, and the result is not too long. */
    boolean fits(String parentText) {
        if (strike == null) {
            return parentText.length() + 1 + text.length() <= LONGEST_TEXT;
        }
        int at = parentText.indexOf(strike);
        return at >= 0
                && parentText.indexOf(strike, at + 1) < 0
                && parentText.length() - strike.length() + text.length() <= LONGEST_TEXT;
    }

    private String applied(String parentText) {
        if (!fits(parentText)) {
            throw new IllegalStateException("an amendment in a ballot no longer fits its parent");
        }
        if (strike == null) {
            return parentText + "\n" + text;
        }
        int at = parentText.indexOf(strike);
        return parentText.substring(0, at) + text + parentText.substring(at + strike.length());
    }

    MotionState state() {
        return switch (stage) {
            case MOVED -> new MotionState.Moved(movedBy);
            case PENDING -> new MotionState.Pending();
            case TABLED -> new MotionState.Tabled();
            case IN_BALLOT -> new MotionState.InBallot(Objects.requireNonNull(ballotId));
            case ADOPTED -> new MotionState.Adopted();
            case REJECTED -> new MotionState.Rejected();
            case WITHDRAWN -> new MotionState.Withdrawn();
            case FALLEN -> new MotionState.Fallen();
        };
    }

    UUID id() {
        return id;
    }

    UUID agreementId() {
        return agreementId;
    }

    @Nullable
    UUID meetingId() {
        return meetingId;
    }

    UUID rootId() {
        return rootId;
    }

    @Nullable
    UUID parentId() {
        return parentId;
    }

    int depth() {
        return depth;
    }

    String title() {
        return title;
    }

    @Nullable
    String strike() {
        return strike;
    }

    String originalText() {
        return originalText;
    }

    String text() {
        return text;
    }

    String movedBy() {
        return movedBy;
    }

    Instant movedAt() {
        return movedAt;
    }

    @Nullable
    String secondedBy() {
        return secondedBy;
    }

    Stage stage() {
        return stage;
    }

    @Nullable
    UUID ballotId() {
        return ballotId;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }

    int version() {
        return version;
    }

    private MotionState.Pending requirePending() {
        if (state() instanceof MotionState.Pending pending) {
            return pending;
        }
        throw notNow();
    }

    private MotionState.InBallot inBallot() {
        if (state() instanceof MotionState.InBallot inBallot) {
            return inBallot;
        }
        throw new IllegalStateException("a ballot decided a motion that is " + stage);
    }

    private ProblemException notNow() {
        return new ProblemException(MotionProblem.MOTION_NOT_IN_THIS_STATE, "The motion is " + stage + ".");
    }
}
