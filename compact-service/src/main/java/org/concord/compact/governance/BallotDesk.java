package org.concord.compact.governance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.governance.BallotEvent.BallotClosed;
import org.concord.compact.governance.BallotEvent.BallotOpened;
import org.concord.compact.governance.BallotEvent.VoteCast;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;

/** Opens ballots, takes votes, closes what is due and tells the matter's owner. Callers bring the transaction. */
@ApplicationScoped
public class BallotDesk {

    private final Ballots ballots;
    private final Instance<MatterOwner> owners;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    BallotDesk(Ballots ballots, Instance<MatterOwner> owners, Outbox outbox, Ids ids, Clock clock) {
        this.ballots = ballots;
        this.owners = owners;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a ballot and freezes its roll: one seat per member in standing today.
     *
     * @throws ProblemException {@code closing-time-passed}, {@code nobody-in-standing}, or what the matter's owner says
     */
    BallotView open(OpenBallot command, AgreementFacts agreement) {
        Instant now = Moments.now(clock);
        if (!command.closesAt().isAfter(now)) {
            throw new ProblemException(
                    BallotProblem.CLOSING_TIME_PASSED, command.closesAt() + " has passed; it is " + now + ".");
        }
        SortedSet<String> inStanding = agreement.inStanding(now);
        if (inStanding.isEmpty()) {
            throw new ProblemException(
                    BallotProblem.NOBODY_IN_STANDING, "No member of " + agreement.code() + " is in standing today.");
        }
        Ballot ballot = Ballot.open(ids.next(), command, inStanding, now);
        ballots.persist(ballot);
        ownerOf(ballot.matter()).takenUp(ballot.matter(), agreement.id(), ballot.id());
        ballots.flush();
        publish(
                ballot,
                new BallotOpened(
                        ballot.id(),
                        ballot.agreementId(),
                        ballot.matter(),
                        ballot.rule(),
                        ballot.roll(),
                        now,
                        ballot.closesAt()));
        return BallotView.of(ballot);
    }

    /**
     * Casts a seat's vote, and closes the ballot if it was the last one.
     *
     * @throws ProblemException {@code validation-failed}, {@code ballot-closed}, {@code no-seat},
     *     {@code seat-has-voted}
     */
    VoteView cast(UUID ballotId, String member, CastVote command, String subject) {
        command.requireReasons();
        Ballot ballot = ballots.lock(ballotId).orElseThrow();
        Instant now = Moments.now(clock);
        ballot.cast(member, command, subject, now);
        ballots.flush();
        publish(ballot, new VoteCast(ballot.id(), ballot.agreementId(), member, now));
        closeIfDue(ballot, now);
        Vote vote = Objects.requireNonNull(ballot.voteOf(member));
        return new VoteView(ballot.id(), member, vote.choice(), vote.reasons(), now);
    }

    /** The ballot as of now: whoever first looks after the closing hour closes it. */
    Optional<BallotView> settled(UUID ballotId) {
        return ballots.lock(ballotId).map(ballot -> {
            closeIfDue(ballot, Moments.now(clock));
            return BallotView.of(ballot);
        });
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

    private void closeIfDue(Ballot ballot, Instant now) {
        if (!ballot.closeIfDue(now)) {
            return;
        }
        BallotResult result = Objects.requireNonNull(ballot.result());
        ballots.flush();
        publish(
                ballot,
                new BallotClosed(
                        ballot.id(),
                        ballot.agreementId(),
                        ballot.matter(),
                        result,
                        ballot.tally(),
                        BallotView.of(ballot).roll(),
                        Objects.requireNonNull(ballot.closedAt())));
        ownerOf(ballot.matter()).decided(ballot.matter(), ballot.id(), result);
    }

    private MatterOwner ownerOf(Matter matter) {
        return owners.stream()
                .filter(owner -> owner.owns(matter))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody owns the matter " + matter));
    }

    private void publish(Ballot ballot, BallotEvent event) {
        outbox.publish(BallotEvent.TOPIC, ballot.id().toString(), event);
    }
}
