package org.concord.compact.governance.docket;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.governance.BallotResult;
import org.concord.compact.governance.docket.DocketEvent.HearingHeld;
import org.concord.compact.governance.docket.DocketEvent.RuleAdopted;
import org.concord.compact.governance.docket.DocketEvent.RuleNotAdopted;
import org.concord.compact.governance.docket.DocketEvent.RuleNoticed;
import org.concord.compact.governance.docket.DocketEvent.RuleVoided;
import org.concord.compact.governance.docket.DocketEvent.RuleWithdrawn;
import org.concord.compact.governance.docket.DocketRecord.Said;
import org.concord.compact.governance.docket.ProposeRule.Period;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.access.RealmRole;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;

/** Moves dockets. Callers bring the transaction; every move takes the docket's lock first. */
@ApplicationScoped
class DocketDesk {

    /** As many as can be read; a campaign of form letters is counted by the hearing's trigger long before. */
    private static final int MOST_COMMENTS = 5_000;

    private static final int MOST_COMMENTS_OF_A_PERSON = 20;

    private final Dockets dockets;
    private final DocketRecord record;
    private final AgreementRegister agreements;
    private final DocketConfig config;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    DocketDesk(
            Dockets dockets,
            DocketRecord record,
            AgreementRegister agreements,
            DocketConfig config,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.dockets = dockets;
        this.record = record;
        this.agreements = agreements;
        this.config = config;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Proposes a rule under an agreement that binds by rule. */
    DocketView propose(ProposeRule command) {
        AgreementFacts agreement = agreements.find(command.agreementId()).orElseThrow(Access::notFound);
        Period petition = command.petition() == null
                ? new Period(config.petitionDays(), config.petitionCitation())
                : command.petition();
        Docket docket = Docket.propose(ids.next(), command, petition, agreement.lead(), Moments.now(clock));
        dockets.persistAndFlush(docket);
        return view(docket);
    }

    /**
     * Opens a rule to comment.
     *
     * @throws ProblemException {@code docket-not-in-this-state}, {@code comment-period-too-short}
     */
    DocketView publish(UUID id, NoticeRule command) {
        Docket docket = lock(id);
        Period least = command.period() == null
                ? new Period(config.commentDays(), config.commentCitation())
                : command.period();
        docket.publish(command.commentsUntil(), least, Moments.now(clock));
        dockets.flush();
        DocketView view = view(docket);
        publish(docket, new RuleNoticed(id, docket.agreementId(), view.title(), command.commentsUntil()));
        return view;
    }

    /**
     * Takes a comment.
     *
     * @throws ProblemException {@code validation-failed}, {@code comment-period-over}, {@code not-a-governmental-body},
     *     {@code too-many-comments}
     */
    CommentView comment(UUID id, Comment comment, Caller caller) {
        boolean publicRecord = caller.has(RealmRole.COMMISSION_STAFF);
        comment.requireSound(publicRecord);
        if (comment.kind() == Comment.Kind.GOVERNMENTAL_BODY && !publicRecord && caller.member() == null) {
            throw new ProblemException(
                    DocketProblem.NOT_A_GOVERNMENTAL_BODY, "Name the member you act for, or comment as a person.");
        }
        Docket docket = lock(id);
        Instant now = Moments.now(clock);
        docket.requireOpenToComment(now);
        String person = publicRecord
                ? "name:" + Objects.requireNonNull(comment.name()).strip().toLowerCase(Locale.ROOT)
                : caller.subject();
        if (record.comments(id) >= MOST_COMMENTS || record.commentsOf(id, person) >= MOST_COMMENTS_OF_A_PERSON) {
            throw new ProblemException(
                    DocketProblem.TOO_MANY_COMMENTS,
                    "A docket takes " + MOST_COMMENTS + " comments, " + MOST_COMMENTS_OF_A_PERSON + " of one person.");
        }
        Said said = new Said(ids.next(), id, comment, person, publicRecord, caller.subject(), now);
        record.add(said);
        return new CommentView(
                said.id(),
                id,
                comment.kind(),
                comment.name(),
                comment.associationMembers(),
                comment.wantsHearing(),
                comment.text(),
                publicRecord,
                now);
    }

    /** Records the hearing. */
    DocketView hear(UUID id, HoldHearing command) {
        Docket docket = lock(id);
        docket.hear(command, Moments.now(clock));
        dockets.flush();
        publish(docket, new HearingHeld(id, docket.agreementId(), command.heldAt()));
        return view(docket);
    }

    /** Gives a rule up before the vote. */
    DocketView withdraw(UUID id) {
        Docket docket = lock(id);
        docket.withdraw(Moments.now(clock));
        dockets.flush();
        publish(docket, new RuleWithdrawn(id, docket.agreementId()));
        return view(docket);
    }

    /**
     * Records a legislature's enactment that the rule has no effect, and voids the rule when it is the one that makes a
     * majority of the members in standing today.
     *
     * @throws ProblemException {@code validation-failed} for a member without standing; {@code rejection-recorded},
     *     {@code docket-not-in-this-state}
     */
    DocketView rejectByLegislature(UUID id, RecordRejection command, String by) {
        Docket docket = lock(id);
        Instant now = Moments.now(clock);
        docket.requireRejectable(command.enactedOn(), now);
        SortedSet<String> inStanding =
                agreements.find(docket.agreementId()).orElseThrow().inStanding(now);
        if (!inStanding.contains(command.member())) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "Only members reject a rule.",
                    List.of(Violation.at("/member", "no-member", "the member has no standing in the agreement today")));
        }
        if (!record.addRejection(id, command, by, now)) {
            throw new ProblemException(DocketProblem.REJECTION_RECORDED, command.member() + " has rejected it.");
        }
        long rejections = record.rejectionsOf(id, inStanding);
        if (docket.voidIfRejected(rejections, inStanding.size(), now)) {
            dockets.flush();
            DocketView view = view(docket);
            publish(
                    docket,
                    new RuleVoided(
                            id,
                            docket.agreementId(),
                            Objects.requireNonNull(view.voidedOn()),
                            rejections,
                            inStanding.size()));
            return view;
        }
        return view(docket);
    }

    /**
     * Records a petition for review.
     *
     * @throws ProblemException {@code petition-too-late}, {@code petition-recorded}, {@code docket-not-in-this-state}
     */
    DocketView petition(UUID id, RecordPetition command, String by) {
        Docket docket = lock(id);
        Instant now = Moments.now(clock);
        docket.requirePetitionInTime(command.filedOn(), now);
        if (!record.addPetition(ids.next(), id, command, by, now)) {
            throw new ProblemException(DocketProblem.PETITION_RECORDED, command.reference() + " is recorded.");
        }
        return view(docket);
    }

    /** Lays the rule before the members; it says why when it is not ready. */
    void takeToBallot(UUID id, UUID agreementId, UUID ballotId) {
        Docket docket = lock(id);
        if (!docket.agreementId().equals(agreementId)) {
            throw new ProblemException(
                    DocketProblem.RULE_OF_ANOTHER_AGREEMENT, "Its own agreement's members vote on it.");
        }
        docket.takeToBallot(ballotId, record.hearingAskedFor(id), Moments.now(clock));
        dockets.flush();
    }

    /** Does what the ballot decided. */
    void decided(UUID id, UUID ballotId, BallotResult result) {
        Docket docket = lock(id);
        Instant now = Moments.now(clock);
        if (result == BallotResult.QUORUM_NOT_REACHED) {
            docket.withoutQuorum(now);
        } else if (result.carried()) {
            docket.adopt(now);
            DocketView view = view(docket);
            publish(
                    docket,
                    new RuleAdopted(
                            id,
                            docket.agreementId(),
                            ballotId,
                            view.title(),
                            Objects.requireNonNull(view.text()),
                            Objects.requireNonNull(view.adoptedOn()),
                            Objects.requireNonNull(view.effectiveOn()),
                            Objects.requireNonNull(view.petitionUntil())));
        } else {
            docket.reject(now);
            publish(docket, new RuleNotAdopted(id, docket.agreementId(), ballotId));
        }
        dockets.flush();
    }

    /** A docket as of now. */
    DocketView view(Docket docket) {
        return docket.view(Moments.now(clock), record.read(docket.id()));
    }

    /** A docket in a list. */
    DocketView line(Docket docket) {
        return docket.view(Moments.now(clock), null);
    }

    private Docket lock(UUID id) {
        return dockets.lock(id).orElseThrow(Access::notFound);
    }

    private void publish(Docket docket, DocketEvent event) {
        outbox.publish(DocketEvent.TOPIC, docket.id().toString(), event);
    }
}
