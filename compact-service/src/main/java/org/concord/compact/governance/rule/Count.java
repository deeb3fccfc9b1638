package org.concord.compact.governance.rule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.concord.compact.governance.rule.BallotRule.Unit;
import org.concord.compact.governance.rule.BallotRule.Weighting;
import org.concord.compact.governance.rule.Choice.Side;
import org.concord.compact.governance.rule.Condition.By;
import org.concord.compact.governance.rule.Tally.Line;
import org.concord.compact.governance.rule.Tally.Outcome;
import org.jspecify.annotations.Nullable;

/** One count at work. Whole numbers only: seats that share a member's weight are counted in parts of it. */
final class Count {

    private final BallotRule rule;
    private final List<RollSeat> roll;
    private final Map<String, Choice> votes;
    private final Set<String> present;
    private final Map<String, List<RollSeat>> byMember = new TreeMap<>();
    private final List<Line> working = new ArrayList<>();

    /** What is counted: the weight of a seat or a member, its side (null while it has not voted), whether it is there. */
    private record Counted(BigInteger weight, @Nullable Side side, boolean there) {}

    Count(BallotRule rule, List<RollSeat> roll, Map<String, Choice> votes, Set<String> present) {
        this.rule = rule;
        this.roll = roll;
        this.votes = votes;
        this.present = present;
        roll.forEach(seat -> byMember.computeIfAbsent(seat.member(), member -> new ArrayList<>())
                .add(seat));
        requireSeats();
    }

    Tally tally() {
        int recused = (int) roll.stream().filter(RollSeat::recused).count();
        int yes = said(Side.FOR);
        int no = said(Side.AGAINST);
        int abstained = said(Side.NEITHER);
        note(
                "roll",
                roll.size() + " seats of " + byMember.size() + " members, " + recused + " recused",
                recused < roll.size());
        note(
                "votes",
                yes + " yes, " + no + " no, " + abstained + " abstained, " + (roll.size() - recused - votes.size())
                        + " did not vote",
                !votes.isEmpty());
        List<Counted> units = units();
        return new Tally(
                Tally.VERSION,
                outcome(units),
                roll.size(),
                recused,
                votes.size(),
                yes,
                no,
                abstained,
                List.copyOf(new TreeSet<>(present)),
                working);
    }

    private Outcome outcome(List<Counted> units) {
        boolean quorate = quorum();
        boolean carried = true;
        for (Condition condition : rule.conditions()) {
            carried &= holds(condition, units);
        }
        if (!quorate) {
            return Outcome.QUORUM_NOT_REACHED;
        }
        return carried ? Outcome.CARRIED : Outcome.NOT_CARRIED;
    }

    private boolean quorum() {
        int part;
        int whole;
        if (rule.quorumOf() == Unit.SEAT) {
            part = (int) roll.stream().filter(this::tookPart).count();
            whole = (int) roll.stream().filter(seat -> !seat.recused()).count();
        } else {
            part = members(this::tookPart);
            whole = members(seat -> !seat.recused());
        }
        boolean reached = rule.quorum().reached(part, whole);
        String who = rule.quorumOf().words();
        note(
                "quorum",
                part + " of " + whole + " " + who + " took part; "
                        + rule.quorum().working(part, whole),
                reached);
        return reached;
    }

    private boolean holds(Condition condition, List<Counted> units) {
        BigInteger part = sum(condition, units, unit -> unit.side() == Side.FOR);
        BigInteger whole = sum(
                condition,
                units,
                switch (condition.of()) {
                    case CAST -> this::isCast;
                    case PRESENT -> Counted::there;
                    case ALL -> unit -> true;
                });
        boolean reached = condition.share().reached(part, whole);
        String what = condition.by() == By.WEIGHT ? "weight" : rule.unit().words();
        note(
                "threshold",
                what + " for it: " + part + " of " + whole + " "
                        + condition.of().words() + "; "
                        + condition.share().words() + " needed: "
                        + condition.share().working(part, whole),
                reached);
        return reached;
    }

    private boolean isCast(Counted unit) {
        Side side = unit.side();
        return side != null && (side != Side.NEITHER || rule.abstentions().inBase());
    }

    private static BigInteger sum(Condition condition, List<Counted> units, Predicate<Counted> which) {
        return units.stream()
                .filter(which)
                .map(unit -> condition.by() == By.WEIGHT ? unit.weight() : BigInteger.ONE)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private List<Counted> units() {
        BigInteger parts = partsOfAWeight();
        List<Counted> units = new ArrayList<>();
        for (Map.Entry<String, List<RollSeat>> member : byMember.entrySet()) {
            List<RollSeat> voting =
                    member.getValue().stream().filter(seat -> !seat.recused()).toList();
            BigInteger weight =
                    BigInteger.valueOf(member.getValue().getFirst().weight()).multiply(parts);
            if (rule.unit() == Unit.SEAT) {
                BigInteger each =
                        weight.divide(BigInteger.valueOf(member.getValue().size()));
                voting.forEach(seat -> units.add(new Counted(each, sideOf(seat), isThere(seat))));
            } else if (!voting.isEmpty()) {
                boolean there = voting.stream().anyMatch(this::isThere);
                units.add(new Counted(weight, sideOf(member.getKey(), voting), there));
            }
        }
        return units;
    }

    /** So many parts that each member's seats share its weight evenly in whole numbers. */
    private BigInteger partsOfAWeight() {
        if (rule.unit() == Unit.MEMBER || rule.weighting() == Weighting.EQUAL) {
            return BigInteger.ONE;
        }
        BigInteger parts = BigInteger.ONE;
        for (List<RollSeat> seats : byMember.values()) {
            BigInteger count = BigInteger.valueOf(seats.size());
            parts = parts.divide(parts.gcd(count)).multiply(count);
        }
        if (!parts.equals(BigInteger.ONE)) {
            note("weights", "counted in parts of 1/" + parts + ", so that a member's seats share its weight", true);
        }
        return parts;
    }

    /** A member says what most of its seats say; seats that disagree evenly leave it divided, which is to abstain. */
    private @Nullable Side sideOf(String member, List<RollSeat> seats) {
        int yes = 0;
        int no = 0;
        int neither = 0;
        for (RollSeat seat : seats) {
            switch (sideOf(seat)) {
                case FOR -> yes++;
                case AGAINST -> no++;
                case NEITHER -> neither++;
                case null -> {}
            }
        }
        if (yes + no + neither == 0) {
            return null;
        }
        if (yes != no) {
            return yes > no ? Side.FOR : Side.AGAINST;
        }
        if (yes > 0) {
            note("member", member + " is divided, " + yes + " to " + no + ": it abstains", true);
        }
        return Side.NEITHER;
    }

    private @Nullable Side sideOf(RollSeat seat) {
        Choice choice = votes.get(seat.seat());
        return choice == null ? null : choice.side();
    }

    private boolean isThere(RollSeat seat) {
        return !seat.recused() && (votes.containsKey(seat.seat()) || present.contains(seat.seat()));
    }

    /** Who is recorded as present takes part even without voting. */
    private boolean tookPart(RollSeat seat) {
        Side side = sideOf(seat);
        boolean voted =
                side != null && (side != Side.NEITHER || rule.abstentions().countForQuorum());
        return !seat.recused() && (voted || present.contains(seat.seat()));
    }

    private int members(Predicate<RollSeat> which) {
        return (int) byMember.values().stream()
                .filter(seats -> seats.stream().anyMatch(which))
                .count();
    }

    private int said(Side side) {
        return (int)
                votes.values().stream().filter(choice -> choice.side() == side).count();
    }

    private void note(String step, String figures, boolean holds) {
        working.add(new Line(step, figures, holds));
    }

    private void requireSeats() {
        Set<String> mayVote = new TreeSet<>();
        roll.stream().filter(seat -> !seat.recused()).map(RollSeat::seat).forEach(mayVote::add);
        Collection<String> voted = votes.keySet();
        if (!mayVote.containsAll(voted)) {
            throw new IllegalArgumentException("a vote without a seat that may vote");
        }
    }
}
