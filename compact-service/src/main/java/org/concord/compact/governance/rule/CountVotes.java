package org.concord.compact.governance.rule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.concord.compact.governance.rule.BallotRule.Weighting;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides a count. A closed ballot shows exactly this, so that sending it to the open what-if gives its
 * tally again.
 *
 * @param roll every seat
 * @param votes at most one for each seat that may vote
 * @param present labels of the seats that a meeting recorded as present; null outside a meeting
 */
public record CountVotes(
        @NotNull BallotRule rule,
        @NotEmpty @Size(max = MOST_SEATS) List<@NotNull @Valid Seat> roll,
        @NotNull @Size(max = MOST_SEATS) List<@NotNull @Valid Vote> votes,
        @Nullable @Size(max = MOST_SEATS) List<@NotNull @Pattern(regexp = LABEL) String> present) {

    /** 56 jurisdictions with nine seats each, and room. */
    static final int MOST_SEATS = 600;

    static final String LABEL = "[A-Z]{2}-[1-9]";

    /** The largest number that JSON carries exactly: 2^53 − 1. */
    static final long MOST_WEIGHT = 9_007_199_254_740_991L;

    /**
     * A seat.
     *
     * @param weight its member's weight; null where all are equal
     * @param recused null for a seat that may vote
     */
    public record Seat(
            @NotNull @Pattern(regexp = LABEL) String seat,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String member,
            @Nullable @Min(1) @Max(MOST_WEIGHT) Long weight,
            @Nullable Boolean recused) {

        RollSeat onRoll() {
            return new RollSeat(
                    seat,
                    member,
                    Objects.requireNonNullElse(weight, 1L),
                    Objects.requireNonNullElse(recused, Boolean.FALSE));
        }
    }

    /** What a seat said. */
    public record Vote(
            @NotNull @Pattern(regexp = LABEL) String seat,
            @NotNull Choice choice) {}

    /**
     * Counts.
     *
     * @throws ProblemException {@code validation-failed} for a seat that stands twice, a vote without its seat, a second
     *     vote, weights that are missing or differ within a member
     */
    Tally tally() {
        List<Violation> faults = new ArrayList<>();
        Map<String, RollSeat> seats = seats(faults);
        Map<String, Choice> said = new TreeMap<>();
        for (int i = 0; i < votes.size(); i++) {
            Vote vote = votes.get(i);
            String pointer = "/votes/" + i + "/seat";
            RollSeat seat = seats.get(vote.seat());
            if (seat == null || seat.recused()) {
                faults.add(Violation.at(pointer, "no-seat", "no seat on the roll may vote under this label"));
            } else if (said.put(vote.seat(), vote.choice()) != null) {
                faults.add(Violation.at(pointer, "duplicate", "the seat votes twice"));
            }
        }
        Set<String> there = new HashSet<>(Objects.requireNonNullElse(present, List.of()));
        if (!seats.keySet().containsAll(there)) {
            faults.add(Violation.at("/present", "no-seat", "a seat is present that is not on the roll"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "These votes cannot be counted.", faults);
        }
        return Tally.of(rule, List.copyOf(seats.values()), said, there);
    }

    private Map<String, RollSeat> seats(List<Violation> faults) {
        Map<String, RollSeat> seats = new TreeMap<>();
        Map<String, Long> weights = new HashMap<>();
        for (int i = 0; i < roll.size(); i++) {
            Seat seat = roll.get(i);
            RollSeat onRoll = seat.onRoll();
            String pointer = "/roll/" + i;
            if (seats.put(seat.seat(), onRoll) != null) {
                faults.add(Violation.at(pointer + "/seat", "duplicate", "the seat stands on the roll twice"));
            }
            if (!seat.seat().startsWith(seat.member())) {
                faults.add(Violation.at(pointer + "/seat", "foreign", "a seat's label begins with its member"));
            }
            if ((seat.weight() != null) != (rule.weighting() == Weighting.POPULATION)) {
                faults.add(Violation.at(
                        pointer + "/weight", "weighting", "each seat has a weight if, and only if, the rule weighs"));
            }
            Long before = weights.put(seat.member(), onRoll.weight());
            if (before != null && before != onRoll.weight()) {
                faults.add(Violation.at(pointer + "/weight", "differs", "the seats of a member have its weight"));
            }
        }
        return seats;
    }
}
