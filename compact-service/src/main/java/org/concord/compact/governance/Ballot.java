package org.concord.compact.governance;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.concord.compact.governance.BallotRule.Quorum;
import org.concord.compact.governance.BallotRule.Threshold;
import org.jspecify.annotations.Nullable;

/** One ballot: matter, rule and roll as they were at opening, and the votes since. */
@Entity
@Table(name = "ballot")
class Ballot {

    private static final String CONCUR_IN_AWARD = "CONCUR_IN_AWARD";

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "matter_type", nullable = false, updatable = false)
    private String matterType;

    @Column(name = "round_id", updatable = false)
    private @Nullable UUID roundId;

    @Column(name = "evaluation_id", updatable = false)
    private @Nullable UUID evaluationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "quorum", nullable = false, updatable = false)
    private Quorum quorum;

    @Enumerated(EnumType.STRING)
    @Column(name = "threshold", nullable = false, updatable = false)
    private Threshold threshold;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Column(name = "closes_at", nullable = false, updatable = false)
    private Instant closesAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "result")
    private @Nullable BallotResult result;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @ElementCollection
    @CollectionTable(name = "seat", joinColumns = @JoinColumn(name = "ballot_id"))
    @Column(name = "member", nullable = false)
    private Set<String> roll = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "vote", joinColumns = @JoinColumn(name = "ballot_id"))
    @MapKeyColumn(name = "member")
    private Map<String, Vote> votes = new HashMap<>();

    protected Ballot() {}

    static Ballot open(UUID id, OpenBallot command, SortedSet<String> inStanding, Instant now) {
        Ballot ballot = new Ballot();
        BallotRule rule = command.rule() == null ? BallotRule.ORDINARY : command.rule();
        ballot.id = id;
        ballot.agreementId = command.agreementId();
        switch (command.matter()) {
            case Matter.ConcurInAward concur -> {
                ballot.matterType = CONCUR_IN_AWARD;
                ballot.roundId = concur.roundId();
                ballot.evaluationId = concur.evaluationId();
            }
        }
        ballot.quorum = rule.quorum();
        ballot.threshold = rule.threshold();
        ballot.openedAt = now;
        ballot.closesAt = command.closesAt();
        ballot.roll.addAll(inStanding);
        return ballot;
    }

    /** Takes a seat's vote; the open state refuses what comes late, twice or without a seat. */
    void cast(String member, CastVote command, String subject, Instant now) {
        switch (state()) {
            case BallotState.Open open -> {
                open.cast(member, command.choice(), now);
                votes.put(member, new Vote(command, subject, now));
            }
            case BallotState.Closed closed -> throw BallotState.closed(closed.closedAt());
        }
    }

    /** Closes the ballot if its time has come; says whether it did. */
    boolean closeIfDue(Instant now) {
        if (state() instanceof BallotState.Open open && open.isDue(now)) {
            BallotState.Closed closed = open.close(now);
            result = closed.result();
            closedAt = closed.closedAt();
            return true;
        }
        return false;
    }

    BallotState state() {
        if (result != null && closedAt != null) {
            return new BallotState.Closed(result, closedAt);
        }
        TreeMap<String, Choice> choices = new TreeMap<>();
        votes.forEach((member, vote) -> choices.put(member, vote.choice()));
        return new BallotState.Open(roll(), choices, rule(), closesAt);
    }

    UUID id() {
        return id;
    }

    UUID agreementId() {
        return agreementId;
    }

    Matter matter() {
        return switch (matterType) {
            case CONCUR_IN_AWARD -> new Matter.ConcurInAward(known(roundId), known(evaluationId));
            default -> throw new IllegalStateException("unknown matter " + matterType);
        };
    }

    BallotRule rule() {
        return new BallotRule(quorum, threshold);
    }

    SortedSet<String> roll() {
        return new TreeSet<>(roll);
    }

    @Nullable
    Vote voteOf(String member) {
        return votes.get(member);
    }

    Tally tally() {
        int concur = (int) votes.values().stream()
                .filter(vote -> vote.choice() == Choice.CONCUR)
                .count();
        return new Tally(roll.size(), concur, votes.size() - concur);
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant closesAt() {
        return closesAt;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    @Nullable
    BallotResult result() {
        return result;
    }

    int version() {
        return version;
    }

    private static UUID known(@Nullable UUID id) {
        if (id == null) {
            throw new IllegalStateException("a matter without its subject");
        }
        return id;
    }
}
