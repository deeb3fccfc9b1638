package org.concord.compact.governance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.governance.BallotEvent.BallotClosed;
import org.concord.compact.governance.BallotEvent.BallotOpened;
import org.concord.compact.governance.BallotEvent.SeatRecused;
import org.concord.compact.governance.BallotEvent.VoteCast;
import org.concord.compact.governance.meeting.MeetingRegister;
import org.concord.compact.governance.rule.Choice.Side;
import org.concord.compact.governance.seat.Capacity;
import org.concord.compact.governance.seat.SeatRegister;
import org.concord.kit.access.Right;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Opens ballots, takes votes, closes what is due and tells the matter's owner. Callers bring the transaction. */
@ApplicationScoped
public class BallotDesk {

    private static final Set<String> ONE_OPEN = Set.of(
            "ballot_one_open_per_evaluation_uk", "ballot_one_open_per_subject_uk", "ballot_one_open_per_admission_uk");

    private final Ballots ballots;
    private final Roll rolls;
    private final Turnout turnout;
    private final SeatRegister seats;
    private final MeetingRegister meetings;
    private final AgreementRegister agreements;
    private final Instance<MatterOwner> owners;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    BallotDesk(
            Ballots ballots,
            Roll rolls,
            Turnout turnout,
            SeatRegister seats,
            MeetingRegister meetings,
            AgreementRegister agreements,
            Instance<MatterOwner> owners,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.ballots = ballots;
        this.rolls = rolls;
        this.turnout = turnout;
        this.seats = seats;
        this.meetings = meetings;
        this.agreements = agreements;
        this.owners = owners;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a ballot and freezes its roll: the seats of the members in standing today, with their holders.
     *
     * @throws ProblemException {@code closing-time-passed}, {@code nobody-in-standing}, {@code validation-failed},
     *     {@code meeting-required}, {@code nobody-owns-the-matter}, {@code ballot-already-open}, what the meeting says,
     *     or what the matter's owner says
     */
    BallotView open(OpenBallot command, AgreementFacts agreement) {
        Instant now = Moments.now(clock);
        if (!command.closesAt().isAfter(now)) {
            throw new ProblemException(
                    BallotProblem.CLOSING_TIME_PASSED, command.closesAt() + " has passed; it is " + now + ".");
        }
        requireMeeting(command);
        Ballot ballot = Ballot.open(ids.next(), command, rolls.call(command, agreement, now), now);
        ballots.persist(ballot);
        ownerOf(ballot.matter()).takenUp(ballot.matter(), agreement.id(), ballot.id());
        flushOpened();
        publish(
                ballot,
                new BallotOpened(
                        ballot.id(),
                        ballot.agreementId(),
                        ballot.matter(),
                        ballot.rule(),
                        ballot.members(),
                        BallotView.of(ballot).roll(),
                        ballot.meetingId(),
                        now,
                        ballot.closesAt()));
        return BallotView.of(ballot);
    }

    /**
     * Casts a seat's vote, and closes the ballot if it was the last one.
     *
     * @param member the member that the voter acts for
     * @throws ProblemException {@code validation-failed}, {@code ballot-closed}, {@code not-in-standing}, {@code no-seat},
     *     {@code seat-is-recused}, {@code seat-has-voted}, {@code delegate-has-voted}, {@code voter-is-recused},
     *     {@code not-the-seats-holder}, {@code seat-not-in-force}, {@code proxy-not-allowed}, {@code proxy-cap-reached}, and what the meeting says
     */
    VoteView cast(UUID ballotId, String member, CastVote command, String subject) {
        Ballot ballot = ballots.lock(ballotId).orElseThrow();
        command.requireSound(ballot.matter());
        Instant now = Moments.now(clock);
        ballot.requireOpen(now);
        UUID meeting = ballot.meetingId();
        if (meeting != null) {
            meetings.requireInOpenSession(meeting, ballot.agreementId());
        }
        String label = seatFor(ballot, member, command.seat(), subject, now);
        SeatOnRoll seat = Objects.requireNonNull(ballot.seat(label));
        requireStanding(ballot, seat.member(), now);
        Capacity as = seats.capacity(
                ballot.agreementId(),
                seat.member(),
                label,
                subject,
                seat.member().equals(member),
                now);
        if (as == Capacity.PROXY && ballot.proxiesOf(subject) >= ballot.rule().proxies()) {
            throw new ProblemException(
                    BallotProblem.PROXY_CAP_REACHED,
                    "The rule allows " + ballot.rule().proxies() + " proxies to one person.");
        }
        ballot.cast(label, command, subject, as, now);
        ballots.flush();
        publish(ballot, new VoteCast(ballot.id(), ballot.agreementId(), seat.member(), label, as, now));
        closeIfDue(ballot, now);
        Vote vote = Objects.requireNonNull(ballot.voteOf(label));
        return new VoteView(ballot.id(), label, seat.member(), as, vote.choice(), vote.reasons(), vote.contrary(), now);
    }

    /**
     * Takes a seat, or one of its holders, out of an open ballot, and closes the ballot if every other seat has voted.
     *
     * @param member the member that the holder acts for
     * @throws ProblemException {@code ballot-closed}, {@code not-in-standing}, {@code no-seat}, {@code seat-is-recused},
     *     {@code seat-has-voted}, {@code voter-is-recused}, {@code seat-is-the-delegates}, {@code not-the-seats-holder},
     *     {@code seat-not-in-force}; {@code validation-failed} where the person does not say which of several seats
     */
    BallotView recuse(UUID ballotId, String member, RecuseSeat command, String subject) {
        Ballot ballot = ballots.lock(ballotId).orElseThrow();
        Instant now = Moments.now(clock);
        ballot.requireOpen(now);
        String label = ownSeat(ballot, member, command.seat(), subject, now);
        requireStanding(ballot, member, now);
        Capacity as = seats.capacity(ballot.agreementId(), member, label, subject, true, now);
        ballot.recuse(label, command, subject, as, now);
        ballots.flush();
        publish(
                ballot,
                new SeatRecused(
                        ballot.id(), ballot.agreementId(), member, label, command.scope(), as, command.reason(), now));
        closeIfDue(ballot, now);
        return BallotView.of(ballot);
    }

    /** The ballot as of now: whoever first looks after the closing hour closes it. */
    Optional<BallotView> settled(UUID ballotId) {
        return ballots.lock(ballotId).map(ballot -> {
            closeIfDue(ballot, Moments.now(clock));
            return BallotView.of(ballot);
        });
    }

    /** A page of an agreement's ballots as of now, without their rolls, in a few statements however many there are. */
    List<BallotLine> page(UUID agreementId, UUID below, int limit) {
        ballots.due(agreementId, below, Moments.now(clock), limit).forEach(this::settled);
        List<Ballot> page = ballots.page(agreementId, below, limit);
        Map<UUID, Turnout.Counted> counted =
                turnout.of(page.stream().map(Ballot::id).toList());
        return page.stream()
                .map(ballot -> BallotLine.of(ballot, Objects.requireNonNull(counted.get(ballot.id()))))
                .toList();
    }

    /**
     * Whether the members have concurred, by this ballot, in exactly this matter. Locks the ballot.
     *
     * @return false as well for an unknown ballot, an open one, or one about another matter
     */
    public boolean concurred(UUID ballotId, Matter matter) {
        return settled(ballotId)
                .filter(ballot -> ballot.result() == BallotResult.CONCURRED)
                .filter(ballot -> ballot.matter().equals(matter))
                .isPresent();
    }

    /**
     * Closes the ballot if its hour has come, and has its owner act. For owners that show what a ballot decides: they
     * call it before they read, so that nobody sees a matter still open after the hour.
     */
    public void settle(UUID ballotId) {
        settled(ballotId);
    }

    /**
     * Whether a seat of the member voted against what a closed ballot decided.
     *
     * @return false for an open ballot, for one that decided nothing for want of a quorum, and for a member that did not
     *     vote
     */
    public boolean onTheLosingSide(UUID ballotId, String member) {
        Ballot ballot = ballots.findByIdOptional(ballotId).orElseThrow();
        BallotResult result = ballot.result();
        if (result == null || result == BallotResult.QUORUM_NOT_REACHED) {
            return false;
        }
        Side losing = result.carried() ? Side.AGAINST : Side.FOR;
        return ballot.seatsOf(member).stream()
                .map(ballot::voteOf)
                .filter(Objects::nonNull)
                .anyMatch(vote -> vote.choice().side() == losing);
    }

    /** Which seat the vote is for: the named one, the member's only one, or the one that this person holds. */
    private String seatFor(Ballot ballot, String member, @Nullable String named, String subject, Instant now) {
        if (named != null) {
            SeatOnRoll seat = ballot.seat(named);
            if (seat == null) {
                throw noSeat(named);
            }
            if (!seat.member().equals(member) && ballot.rule().proxies() == 0) {
                throw new ProblemException(
                        BallotProblem.PROXY_NOT_ALLOWED, "The seat " + named + " votes for itself, or not at all.");
            }
            return named;
        }
        return ownSeat(ballot, member, null, subject, now);
    }

    /** The named seat of the member, its only one, or the one that this person holds. */
    private String ownSeat(Ballot ballot, String member, @Nullable String named, String subject, Instant now) {
        List<String> own = ballot.seatsOf(member);
        if (own.isEmpty()) {
            throw noSeat("of " + member);
        }
        if (named != null) {
            if (!own.contains(named)) {
                throw noSeat(named + " for " + member);
            }
            return named;
        }
        if (own.size() == 1) {
            return own.getFirst();
        }
        List<String> held = seats.heldBy(ballot.agreementId(), member, subject, now).stream()
                .filter(own::contains)
                .toList();
        if (held.size() != 1) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "The member has several seats.",
                    List.of(Violation.at("/seat", "required", "say which of " + own + " votes")));
        }
        return held.getFirst();
    }

    private static ProblemException noSeat(String seat) {
        return new ProblemException(
                BallotProblem.NO_SEAT, "The roll was frozen at opening without the seat " + seat + ".");
    }

    /**
     * The roll is frozen; rights are not. Whoever has left since then, or is suspended by terms that take the vote away, has
     * lost it. The door has asked this of the member acted for; a proxy votes for another one.
     */
    private void requireStanding(Ballot ballot, String member, Instant now) {
        if (!agreements.keeping(Right.VOTE, ballot.agreementId(), now).contains(member)) {
            throw new ProblemException(
                    KitProblem.NOT_IN_STANDING, member + " has not the right to vote in this agreement today.");
        }
    }

    private void requireMeeting(OpenBallot command) {
        UUID meeting = command.meetingId();
        if (meeting != null) {
            meetings.requireInOpenSession(meeting, command.agreementId());
        } else if (!command.matter().concurrence() && command.ruleOrOrdinary().outsideMeeting() == null) {
            throw new ProblemException(
                    BallotProblem.MEETING_REQUIRED,
                    "Name the meeting that votes, or the article that allows a vote without one (outsideMeeting).");
        }
    }

    private void flushOpened() {
        try {
            ballots.flush();
        } catch (ConstraintViolationException violated) {
            if (ONE_OPEN.contains(violated.getConstraintName())) {
                throw new ProblemException(
                        BallotProblem.BALLOT_ALREADY_OPEN, "One ballot at a time: two could end differently.");
            }
            throw violated;
        }
    }

    private void closeIfDue(Ballot ballot, Instant now) {
        UUID meeting = ballot.meetingId();
        if (!ballot.closeIfDue(now, () -> meeting == null ? Set.of() : present(ballot, meeting))) {
            return;
        }
        BallotResult result = Objects.requireNonNull(ballot.result());
        ballots.flush();
        BallotView view = BallotView.of(ballot);
        publish(
                ballot,
                new BallotClosed(
                        ballot.id(),
                        ballot.agreementId(),
                        ballot.matter(),
                        result,
                        view.tally(),
                        view.roll(),
                        Objects.requireNonNull(ballot.closedAt())));
        ownerOf(ballot.matter()).decided(ballot.matter(), ballot.id(), result);
    }

    private Set<String> present(Ballot ballot, UUID meeting) {
        Set<String> present = meetings.presentSeats(meeting);
        present.retainAll(ballot.roll().keySet());
        return present;
    }

    private MatterOwner ownerOf(Matter matter) {
        return owners.stream()
                .filter(owner -> owner.owns(matter))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        BallotProblem.NOBODY_OWNS_THE_MATTER, "Nobody here knows what to do with this matter."));
    }

    private void publish(Ballot ballot, BallotEvent event) {
        outbox.publish(BallotEvent.TOPIC, ballot.id().toString(), event);
    }
}
