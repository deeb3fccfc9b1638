package org.concord.compact.governance;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.concord.compact.governance.RecuseSeat.Scope;
import org.concord.compact.governance.rule.BallotRule;
import org.concord.compact.governance.rule.Choice;
import org.concord.compact.governance.rule.RollSeat;
import org.concord.compact.governance.rule.Tally;
import org.concord.compact.governance.seat.Capacity;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One ballot: matter, rule and roll as they were at opening, and the votes since. */
@Entity
@Table(name = "ballot")
class Ballot {

    private static final String CONCUR_IN_AWARD = "CONCUR_IN_AWARD";
    private static final String ADOPT_MOTION = "ADOPT_MOTION";
    private static final String ADOPT_RULE = "ADOPT_RULE";
    private static final String ADMIT_MEMBER = "ADMIT_MEMBER";
    private static final String PROPOSAL = "PROPOSAL";

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

    @Column(name = "subject_kind", updatable = false)
    private @Nullable String subjectKind;

    @Column(name = "subject_id", updatable = false)
    private @Nullable UUID subjectId;

    @Column(name = "subject_member", updatable = false)
    private @Nullable String subjectMember;

    @Convert(converter = CanonicalText.OfRule.class)
    @Column(name = "rule", nullable = false, updatable = false)
    private BallotRule rule;

    @Column(name = "meeting_id", updatable = false)
    private @Nullable UUID meetingId;

    @Column(name = "hidden", nullable = false, updatable = false)
    private boolean hidden;

    @Column(name = "weight_source", updatable = false)
    private @Nullable String weightSource;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Column(name = "closes_at", nullable = false, updatable = false)
    private Instant closesAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "result")
    private @Nullable BallotResult result;

    /** Kept as it was counted, since a meeting's attendance is completed later. */
    @Convert(converter = CanonicalText.OfTally.class)
    @Column(name = "tally")
    private @Nullable Tally tally;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @ElementCollection
    @CollectionTable(name = "seat", joinColumns = @JoinColumn(name = "ballot_id"))
    @MapKeyColumn(name = "seat")
    private Map<String, SeatOnRoll> roll = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "vote", joinColumns = @JoinColumn(name = "ballot_id"))
    @MapKeyColumn(name = "seat")
    private Map<String, Vote> votes = new HashMap<>();

    /** What was declared after opening; the roll itself stays as it was frozen. */
    @ElementCollection
    @CollectionTable(name = "recusal", joinColumns = @JoinColumn(name = "ballot_id"))
    private Set<Recusal> recusals = new HashSet<>();

    protected Ballot() {}

    static Ballot open(UUID id, OpenBallot command, Map<String, SeatOnRoll> roll, Instant now) {
        Ballot ballot = new Ballot();
        ballot.id = id;
        ballot.agreementId = command.agreementId();
        ballot.isAbout(command.matter());
        ballot.rule = command.ruleOrOrdinary();
        ballot.meetingId = command.meetingId();
        ballot.hidden = command.hidden() == null || command.hidden();
        ballot.weightSource = command.weightSource();
        ballot.openedAt = now;
        ballot.closesAt = command.closesAt();
        ballot.roll.putAll(roll);
        return ballot;
    }

    private void isAbout(Matter matter) {
        switch (matter) {
            case Matter.ConcurInAward concur -> {
                matterType = CONCUR_IN_AWARD;
                roundId = concur.roundId();
                evaluationId = concur.evaluationId();
            }
            case Matter.AdoptMotion adopt -> {
                matterType = ADOPT_MOTION;
                subjectId = adopt.motionId();
            }
            case Matter.AdoptRule adopt -> {
                matterType = ADOPT_RULE;
                subjectId = adopt.docketId();
            }
            case Matter.AdmitMember admit -> {
                matterType = ADMIT_MEMBER;
                subjectMember = admit.member();
            }
            case Matter.Proposal proposal -> {
                matterType = PROPOSAL;
                subjectKind = proposal.kind();
                subjectId = proposal.proposalId();
            }
        }
    }

    /** Takes a seat's vote; the open state refuses what comes late, twice or without a seat. */
    void cast(String seat, CastVote command, String subject, Capacity as, Instant now) {
        if (recusals.stream().anyMatch(recusal -> recusal.isOfPerson(seat, subject))) {
            requireOpen(now);
            throw new ProblemException(
                    BallotProblem.VOTER_IS_RECUSED, "You declared that you take no part for the seat " + seat + ".");
        }
        Vote earlier = votes.get(seat);
        if (earlier != null && earlier.castAs() == Capacity.DELEGATE && as == Capacity.ALTERNATE) {
            requireOpen(now);
            throw new ProblemException(
                    BallotProblem.DELEGATE_HAS_VOTED,
                    "The delegate of " + seat + " has voted; there is no place to take.");
        }
        switch (state()) {
            case BallotState.Open open -> {
                open.cast(seat, command.choice(), now);
                votes.put(seat, new Vote(command, subject, as, now));
            }
            case BallotState.Closed closed -> throw BallotState.closed(closed.closedAt());
        }
    }

    /** Takes a seat, or one of its holders, out; the open state refuses what comes late, twice or after the vote. */
    void recuse(String seat, RecuseSeat command, String subject, Capacity as, Instant now) {
        if (command.scope() == Scope.SEAT && as == Capacity.ALTERNATE) {
            requireOpen(now);
            throw new ProblemException(
                    BallotProblem.SEAT_IS_THE_DELEGATES,
                    "An alternate takes itself out, with the scope PERSON; the seat is its delegate's.");
        }
        switch (state()) {
            case BallotState.Open open -> {
                open.recuse(seat, now);
                Recusal recusal = new Recusal(seat, command, subject, as, now);
                if (recusals.stream().anyMatch(earlier -> earlier.isOfPerson(seat, subject))) {
                    throw new ProblemException(
                            BallotProblem.VOTER_IS_RECUSED, "You take no part for the seat " + seat + " already.");
                }
                recusals.add(recusal);
            }
            case BallotState.Closed closed -> throw BallotState.closed(closed.closedAt());
        }
    }

    /** Refuses whatever comes too late. */
    void requireOpen(Instant now) {
        switch (state()) {
            case BallotState.Open open -> open.requireOpen(now);
            case BallotState.Closed closed -> throw BallotState.closed(closed.closedAt());
        }
    }

    /** Closes the ballot if its time has come; says whether it did. */
    boolean closeIfDue(Instant now, Supplier<Set<String>> present) {
        if (state() instanceof BallotState.Open open && open.isDue(now)) {
            BallotState.Closed closed = open.close(now, present.get());
            tally = closed.tally();
            result = BallotResult.of(closed.tally().outcome(), matter());
            closedAt = closed.closedAt();
            return true;
        }
        return false;
    }

    BallotState state() {
        if (result != null && closedAt != null) {
            return new BallotState.Closed(tally(), closedAt);
        }
        return new BallotState.Open(counted(), choices(), rule, closesAt);
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
            case ADOPT_MOTION -> new Matter.AdoptMotion(known(subjectId));
            case ADOPT_RULE -> new Matter.AdoptRule(known(subjectId));
            case ADMIT_MEMBER -> new Matter.AdmitMember(known(subjectMember));
            case PROPOSAL -> new Matter.Proposal(known(subjectKind), known(subjectId));
            default -> throw new IllegalStateException("unknown matter " + matterType);
        };
    }

    BallotRule rule() {
        return rule;
    }

    /** The roll by label. */
    SortedMap<String, SeatOnRoll> roll() {
        return new TreeMap<>(roll);
    }

    @Nullable
    SeatOnRoll seat(String label) {
        return roll.get(label);
    }

    /** Why the seat takes no part: by the roll, or by its delegate since; null for a seat that may vote. */
    @Nullable
    String recusedFor(String label) {
        SeatOnRoll seat = roll.get(label);
        if (seat != null && seat.recusedFor() != null) {
            return seat.recusedFor();
        }
        return recusals.stream()
                .filter(recusal -> recusal.isOfSeat(label))
                .map(Recusal::reason)
                .findFirst()
                .orElse(null);
    }

    /** What was declared for the seat since opening, in order. */
    List<BallotView.RecusalView> recusals(String label) {
        return recusals.stream()
                .filter(recusal -> recusal.seat().equals(label))
                .map(Recusal::view)
                .sorted(Comparator.comparing(BallotView.RecusalView::recusedAt))
                .toList();
    }

    /** The members with a seat on the roll. */
    SortedSet<String> members() {
        SortedSet<String> members = new TreeSet<>();
        roll.values().forEach(seat -> members.add(seat.member()));
        return members;
    }

    /** The labels of a member's seats, ascending. */
    List<String> seatsOf(String member) {
        return roll().entrySet().stream()
                .filter(seat -> seat.getValue().member().equals(member))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Nullable
    Vote voteOf(String seat) {
        return votes.get(seat);
    }

    /** How many seats this person has voted for as a proxy. */
    long proxiesOf(String subject) {
        return votes.values().stream()
                .filter(vote -> vote.castAs() == Capacity.PROXY && vote.castBy().equals(subject))
                .count();
    }

    /** The count: as it was kept at closing, or as it stands. */
    Tally tally() {
        if (tally != null) {
            return tally;
        }
        return Tally.of(rule, counted(), choices(), Set.of());
    }

    @Nullable
    UUID meetingId() {
        return meetingId;
    }

    boolean isHidden() {
        return hidden;
    }

    @Nullable
    String weightSource() {
        return weightSource;
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

    private List<RollSeat> counted() {
        List<RollSeat> seats = new ArrayList<>();
        roll().forEach((label, seat) -> seats.add(seat.counted(label, recusedFor(label) != null)));
        return seats;
    }

    private SortedMap<String, Choice> choices() {
        SortedMap<String, Choice> choices = new TreeMap<>();
        votes.forEach((seat, vote) -> choices.put(seat, vote.choice()));
        return choices;
    }

    private static <T> T known(@Nullable T subject) {
        if (subject == null) {
            throw new IllegalStateException("a matter without its subject");
        }
        return subject;
    }
}
