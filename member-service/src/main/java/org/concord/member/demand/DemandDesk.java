package org.concord.member.demand;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.event.Outbox;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.concord.member.policy.ActingMember;
import org.concord.member.policy.MemberOperation;

/**
 * Takes demand from both doors, REST lines and files, by the same rules. Runs in the caller's transaction and locks the
 * member's row in the round first, so that references, totals and events follow one order.
 */
@ApplicationScoped
class DemandDesk {
    static final String TOPIC = "member.demand.v1";

    /** A file may have more faults than a screen; the count says how many were left out. */
    static final int MOST_ERRORS = 1_000;

    private final Access access;
    private final Rounds rounds;
    private final RoundParticipants participants;
    private final DemandLines lines;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    DemandDesk(
            Access access,
            Rounds rounds,
            RoundParticipants participants,
            DemandLines lines,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.rounds = rounds;
        this.participants = participants;
        this.lines = lines;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores all lines, or refuses with each fault at its pointer. */
    DemandView post(PostDemand command) {
        Counter counter = open(command.roundId());
        DemandCheck.Verdict verdict = counter.check().lines(command.lines());
        if (!verdict.errors().isEmpty()) {
            boolean onlyTaken =
                    verdict.errors().stream().allMatch(fault -> fault.code().equals("demand-line-exists"));
            throw new ProblemException(
                    onlyTaken ? DemandProblem.DEMAND_LINE_EXISTS : DemandProblem.DEMAND_HAS_FAULTS,
                    "Nothing was stored: " + faults(verdict.errors().size()) + " in the lines.",
                    verdict.errors());
        }
        return store(counter, verdict.good(), DemandLine.Source.REST);
    }

    /**
     * Stores the rows of a file: all of them, or, where the caller asks for it, the good ones. Nothing is stored of a
     * file that cannot be read as a whole.
     */
    UploadView upload(UploadDemand command, DemandFile file) {
        Counter counter = open(command.roundId());
        DemandCheck.Verdict verdict = counter.check().file(file);
        boolean takeGood =
                command.commitValid() && file.readable() && !verdict.good().isEmpty();
        if (!verdict.errors().isEmpty() && !takeGood) {
            throw new ProblemException(
                            DemandProblem.DEMAND_FILE_HAS_FAULTS,
                            "Nothing of the file was stored: "
                                    + faults(verdict.errors().size())
                                    + ". Correct them and send the file again, or ask for commit=valid to store the "
                                    + verdict.good().size() + " good rows.",
                            shown(verdict.errors()))
                    .with("errorCount", verdict.errors().size())
                    .with("validRows", verdict.good().size());
        }
        DemandView stored = store(counter, verdict.good(), DemandLine.Source.UPLOAD);
        return new UploadView(
                stored.roundId(),
                stored.member(),
                stored.lines().size(),
                stored.lines(),
                stored.doses(),
                stored.totalDoses(),
                shown(verdict.errors()),
                verdict.errors().size());
    }

    /** The open round and the locked row of the member for which the caller may post. */
    private Counter open(UUID roundId) {
        String member = ActingMember.of(access);
        Round round = rounds.findByIdOptional(roundId).orElseThrow(() -> notFound(roundId, member));
        RoundParticipant participant =
                participants.locked(roundId, member).orElseThrow(() -> notFound(roundId, member));
        Caller caller = access.require(MemberOperation.POST_DEMAND, round.agreementId);
        Instant now = clock.instant();
        round.mustTakeDemand(now);
        RoundTerms terms = round.termsFor(participant);
        return new Counter(
                round, participant, terms, caller, now, new DemandCheck(terms, lines.references(roundId, member)));
    }

    private DemandView store(Counter counter, List<DraftLine> drafts, DemandLine.Source source) {
        Round round = counter.round();
        RoundParticipant participant = counter.participant();
        List<DemandView.Line> stored = new ArrayList<>();
        long before = participant.totalDoses;
        for (DraftLine draft : drafts) {
            long total = participant.add(draft.doses());
            lines.persist(new DemandLine(
                    ids.next(),
                    participant,
                    counter.terms(),
                    draft,
                    source,
                    counter.caller().subject(),
                    counter.now()));
            outbox.publish(
                    TOPIC,
                    participant.key.toString(),
                    new DemandEvent.DemandPosted(
                            round.id,
                            round.agreementId,
                            participant.member(),
                            draft.reference(),
                            draft.doses(),
                            total,
                            counter.now()));
            stored.add(new DemandView.Line(draft.reference(), draft.doses()));
        }
        return new DemandView(
                round.id, participant.member(), stored, participant.totalDoses - before, participant.totalDoses);
    }

    private static ProblemException notFound(UUID roundId, String member) {
        return new ProblemException(
                DemandProblem.ROUND_NOT_FOUND,
                "No round " + roundId + " is known in which " + member
                        + " takes part. A round that was opened a moment ago may take a second to arrive.");
    }

    private static String faults(int count) {
        return count == 1 ? "there is one fault" : "there are " + count + " faults";
    }

    private static List<Violation> shown(List<Violation> errors) {
        return errors.subList(0, Math.min(errors.size(), MOST_ERRORS));
    }

    /** One member's place in one open round, for the length of a request. */
    private record Counter(
            Round round,
            RoundParticipant participant,
            RoundTerms terms,
            Caller caller,
            Instant now,
            DemandCheck check) {}
}
