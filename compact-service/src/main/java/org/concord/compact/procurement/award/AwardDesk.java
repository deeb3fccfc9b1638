package org.concord.compact.procurement.award;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.governance.BallotDesk;
import org.concord.compact.governance.Matter.ConcurInAward;
import org.concord.compact.procurement.award.AwardEvent.AwardMade;
import org.concord.compact.procurement.round.AwardTerms;
import org.concord.compact.procurement.round.RoundDesk;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;
import org.concord.kit.time.Zones;

/** Makes awards. The caller brings the transaction. */
@ApplicationScoped
class AwardDesk {

    private final Awards awards;
    private final BallotDesk ballots;
    private final RoundDesk rounds;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    AwardDesk(Awards awards, BallotDesk ballots, RoundDesk rounds, Outbox outbox, Ids ids, Clock clock) {
        this.awards = awards;
        this.ballots = ballots;
        this.rounds = rounds;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Awards what the evaluation recommends. The ballot is locked before the round, as a closing ballot does.
     *
     * @throws ProblemException {@code members-have-not-concurred}, {@code round-not-in-this-state}
     */
    AwardView make(UUID roundId, MakeAward command, String awardedBy) {
        if (!ballots.concurred(command.ballotId(), new ConcurInAward(roundId, command.evaluationId()))) {
            throw new ProblemException(
                    AwardProblem.MEMBERS_HAVE_NOT_CONCURRED,
                    "It takes a closed ballot that concurred in exactly this evaluation of this round.");
        }
        UUID awardId = ids.next();
        AwardTerms terms = rounds.award(roundId, command.evaluationId(), awardId);
        Instant now = Moments.now(clock);
        Award award = Award.make(awardId, terms, command, awardedBy, now, Zones.dateIn(terms.lead(), now));
        awards.persistAndFlush(award);
        AwardView view = award.view();
        outbox.publish(AwardEvent.TOPIC, awardId.toString(), AwardMade.of(view, terms));
        return view;
    }
}
