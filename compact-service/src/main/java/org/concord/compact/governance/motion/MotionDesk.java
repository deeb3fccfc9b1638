package org.concord.compact.governance.motion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.concord.compact.Moments;
import org.concord.compact.governance.BallotResult;
import org.concord.compact.governance.meeting.MeetingRegister;
import org.concord.compact.governance.motion.MotionEvent.MinorityReportFiled;
import org.concord.compact.governance.motion.MotionEvent.MotionAdopted;
import org.concord.compact.governance.motion.MotionEvent.MotionFell;
import org.concord.compact.governance.motion.MotionEvent.MotionMoved;
import org.concord.compact.governance.motion.MotionEvent.MotionRejected;
import org.concord.compact.governance.motion.MotionEvent.MotionSeconded;
import org.concord.compact.governance.motion.MotionEvent.MotionTabled;
import org.concord.compact.governance.motion.MotionEvent.MotionTakenFromTable;
import org.concord.compact.governance.motion.MotionEvent.MotionWithdrawn;
import org.concord.compact.governance.motion.MotionState.Stage;
import org.concord.compact.surveillance.picture.AlertRegister;
import org.concord.compact.surveillance.picture.LinkAlert;
import org.concord.kit.access.Access;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.hibernate.exception.ConstraintViolationException;

/** Moves motions. Callers bring the transaction; every move takes the lock of the main motion first. */
@ApplicationScoped
class MotionDesk {

    /** One motion with more would be another text. */
    private static final int MOST_AMENDMENTS = 100;

    private final Motions motions;
    private final MinorityReports reports;
    private final MeetingRegister meetings;
    private final AlertRegister alerts;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    MotionDesk(
            Motions motions,
            MinorityReports reports,
            MeetingRegister meetings,
            AlertRegister alerts,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.motions = motions;
        this.reports = reports;
        this.meetings = meetings;
        this.alerts = alerts;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Moves a motion.
     *
     * @throws ProblemException {@code validation-failed} for a meeting, or an alert, of others
     */
    MotionView move(MoveMotion command, String member, String subject) {
        UUID meeting = command.meetingId();
        if (meeting != null && !meetings.isOf(meeting, command.agreementId())) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "The motion cannot be moved there.",
                    List.of(Violation.at("/meetingId", "no-meeting", "the agreement has no such meeting")));
        }
        Motion motion = Motion.move(ids.next(), command, member, subject, Moments.now(clock));
        motions.persistAndFlush(motion);
        UUID alert = command.alertId();
        if (alert != null) {
            alerts.opened(alert, LinkAlert.Type.MOTION, motion.id(), motion.agreementId(), "/alertId", subject);
        }
        publishMoved(motion);
        return view(new AmendmentTree(List.of(motion)), motion);
    }

    /**
     * Moves an amendment.
     *
     * @throws ProblemException {@code amendment-too-deep}, {@code too-many-amendments}, {@code motion-not-in-this-state},
     *     {@code passage-not-in-text}
     */
    MotionView amend(UUID id, UUID rootId, MoveAmendment command, String member, String subject) {
        if (command.strike() == null && command.insert().isBlank()) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "The amendment changes nothing.",
                    List.of(Violation.at("/insert", "required", "say what is struck, or what is added")));
        }
        AmendmentTree tree = motions.lock(rootId);
        if (tree.size() > MOST_AMENDMENTS) {
            throw new ProblemException(
                    MotionProblem.TOO_MANY_AMENDMENTS, "A motion has at most " + MOST_AMENDMENTS + " amendments.");
        }
        Motion amendment = tree.find(id).amend(ids.next(), command, member, subject, Moments.now(clock));
        motions.persistAndFlush(amendment);
        publishMoved(amendment);
        return view(motions.tree(rootId), amendment);
    }

    /**
     * Seconds a motion or an amendment.
     *
     * @throws ProblemException {@code seconder-is-mover}, {@code motion-not-in-this-state}
     */
    MotionView second(UUID id, UUID rootId, String member) {
        return change(id, rootId, (tree, motion) -> {
            motion.second(member);
            publish(motion, new MotionSeconded(id, motion.agreementId(), member));
        });
    }

    /** Sets a motion aside. */
    MotionView table(UUID id, UUID rootId) {
        return change(id, rootId, (tree, motion) -> {
            motion.table();
            publish(motion, new MotionTabled(id, motion.agreementId()));
        });
    }

    /** Takes a motion up again. */
    MotionView takeFromTable(UUID id, UUID rootId) {
        return change(id, rootId, (tree, motion) -> {
            motion.takeFromTable();
            publish(motion, new MotionTakenFromTable(id, motion.agreementId()));
        });
    }

    /**
     * Takes a motion back, with all that would amend it.
     *
     * @throws ProblemException {@code not-the-mover}, {@code motion-not-in-this-state}
     */
    MotionView withdraw(UUID id, UUID rootId, String member) {
        return change(id, rootId, (tree, motion) -> {
            requireNoBallotBelow(tree, motion);
            motion.withdraw(member);
            publish(motion, new MotionWithdrawn(id, motion.agreementId()));
            publishFallen(tree.fellBelow(motion, Moments.now(clock)));
        });
    }

    /**
     * Files the reasons of a member that lost.
     *
     * @param lost whether a seat of the member voted against the result
     * @throws ProblemException {@code not-on-the-losing-side}, {@code minority-report-filed}
     */
    MotionView.ReportView report(UUID id, FileMinorityReport command, String member, String subject, boolean lost) {
        Motion motion = motions.findByIdOptional(id).orElseThrow(Access::notFound);
        if (!lost) {
            throw new ProblemException(
                    MotionProblem.NOT_ON_THE_LOSING_SIDE, "No seat of " + member + " voted against the result.");
        }
        MinorityReport report = new MinorityReport(ids.next(), id, member, command.text(), subject, Moments.now(clock));
        try {
            reports.persistAndFlush(report);
        } catch (ConstraintViolationException violated) {
            if ("minority_report_once_uk".equals(violated.getConstraintName())) {
                throw new ProblemException(MotionProblem.MINORITY_REPORT_FILED, member + " has said why.");
            }
            throw violated;
        }
        MotionView.ReportView view = report.view();
        publish(motion, new MinorityReportFiled(id, motion.agreementId(), view.id(), member));
        return view;
    }

    /** A motion with its tree. */
    MotionView show(UUID id, UUID rootId) {
        AmendmentTree tree = motions.tree(rootId);
        return view(tree, tree.find(id));
    }

    /**
     * Takes a motion to a ballot, if it is the next in the order of voting.
     *
     * @throws ProblemException {@code not-found}, {@code motion-of-another-agreement}, {@code not-next-in-order},
     *     {@code motion-not-in-this-state}
     */
    void takeToBallot(UUID id, UUID agreementId, UUID ballotId) {
        UUID rootId = motions.placeOf(id).orElseThrow(Access::notFound).rootId();
        AmendmentTree tree = motions.lock(rootId);
        Motion motion = tree.find(id);
        if (!motion.agreementId().equals(agreementId)) {
            throw new ProblemException(
                    MotionProblem.MOTION_OF_ANOTHER_AGREEMENT, "Its own agreement's members vote on it.");
        }
        tree.requireNext(motion);
        motion.takeToBallot(ballotId);
        motions.flush();
    }

    /** Does what the ballot decided. */
    void decided(UUID id, UUID ballotId, BallotResult result) {
        UUID rootId = motions.placeOf(id).orElseThrow(Access::notFound).rootId();
        AmendmentTree tree = motions.lock(rootId);
        Motion motion = tree.find(id);
        Instant now = Moments.now(clock);
        if (result == BallotResult.QUORUM_NOT_REACHED) {
            motion.withoutQuorum();
        } else if (result.carried()) {
            List<Motion> fallen = tree.adopt(motion, now);
            publish(motion, new MotionAdopted(id, motion.agreementId(), ballotId, motion.text(), now));
            publishFallen(fallen);
        } else {
            motion.reject(now);
            publish(motion, new MotionRejected(id, motion.agreementId(), ballotId, now));
            publishFallen(tree.fellBelow(motion, now));
        }
        motions.flush();
    }

    private MotionView change(UUID id, UUID rootId, BiConsumer<AmendmentTree, Motion> move) {
        AmendmentTree tree = motions.lock(rootId);
        Motion motion = tree.find(id);
        move.accept(tree, motion);
        motions.flush();
        return view(tree, motion);
    }

    private static void requireNoBallotBelow(AmendmentTree tree, Motion motion) {
        for (Motion amendment : tree.amendmentsOf(motion)) {
            if (amendment.stage() == Stage.IN_BALLOT) {
                throw new ProblemException(
                        MotionProblem.MOTION_NOT_IN_THIS_STATE, "The members are voting on an amendment of it.");
            }
            requireNoBallotBelow(tree, amendment);
        }
    }

    private MotionView view(AmendmentTree tree, Motion motion) {
        return MotionView.of(
                tree, motion, reports.of(motion.id()), alerts.thatOpened(LinkAlert.Type.MOTION, motion.id()));
    }

    private void publishMoved(Motion motion) {
        publish(
                motion,
                new MotionMoved(
                        motion.id(),
                        motion.agreementId(),
                        motion.parentId(),
                        motion.title(),
                        motion.movedBy(),
                        motion.movedAt()));
    }

    private void publishFallen(List<Motion> fallen) {
        fallen.forEach(motion -> publish(motion, new MotionFell(motion.id(), motion.agreementId())));
    }

    private void publish(Motion motion, MotionEvent event) {
        outbox.publish(MotionEvent.TOPIC, motion.id().toString(), event);
    }
}
