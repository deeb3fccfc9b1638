package org.concord.compact.governance.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.concord.compact.governance.rule.BallotRule.Abstentions;
import org.concord.compact.governance.rule.BallotRule.Unit;
import org.concord.compact.governance.rule.BallotRule.Weighting;
import org.concord.compact.governance.rule.Condition.Base;
import org.concord.compact.governance.rule.Condition.By;
import org.concord.compact.governance.rule.Tally.Outcome;

/** Ballots counted by hand, one for each rule: they are tests, and they are the documentation. */
final class WorkedExamples {

    private static final String[] FIFTEEN = {
        "CA", "CO", "CT", "DE", "GU", "HI", "IL", "MD", "MA", "NJ", "NY", "NC", "OR", "RI", "WA"
    };

    private WorkedExamples() {}

    /**
     * One example.
     *
     * @param says what the rule is, and what happens
     * @param outcome what it comes to, worked out by hand
     */
    record Example(
            String title,
            String says,
            BallotRule rule,
            List<RollSeat> roll,
            Map<String, Choice> votes,
            Set<String> present,
            Outcome outcome) {

        Tally tally() {
            return Tally.of(rule, roll, votes, present);
        }
    }

    static List<Example> all() {
        BallotRule unanimous = BallotRule.of(Quorum.ALL, Threshold.UNANIMOUS);
        BallotRule twoThirdsOfAll = BallotRule.of(Quorum.MAJORITY, Threshold.TWO_THIRDS_OF_ALL);
        return List.of(
                ordinary(
                        "One member, one vote",
                        "Fifteen seats; eight vote, five of them yes.",
                        5,
                        3,
                        0,
                        Outcome.CARRIED),
                ordinary(
                        "Quorum missed by one",
                        "Seven of fifteen vote, all of them yes.",
                        7,
                        0,
                        0,
                        Outcome.QUORUM_NOT_REACHED),
                ordinary("A tie", "Four yes, four no: half is not more than half.", 4, 4, 0, Outcome.NOT_CARRIED),
                ordinary(
                        "Present and voting, with abstentions",
                        "Three yes, two no, three abstain: who abstains makes the quorum and casts no vote.",
                        3,
                        2,
                        3,
                        Outcome.CARRIED),
                plain(
                        "Abstentions as votes cast",
                        "The same votes where an abstention is a vote cast: three of eight are too few.",
                        abstaining(new Abstentions(true, true)),
                        3,
                        2,
                        3,
                        Outcome.NOT_CARRIED),
                plain(
                        "Abstentions outside the quorum",
                        "The same votes where who abstains has not taken part: five of fifteen are no quorum.",
                        abstaining(new Abstentions(false, false)),
                        3,
                        2,
                        3,
                        Outcome.QUORUM_NOT_REACHED),
                plain(
                        "Two thirds of all",
                        "Ten of fifteen say yes: exactly two thirds.",
                        twoThirdsOfAll,
                        10,
                        5,
                        0,
                        Outcome.CARRIED),
                plain(
                        "Two thirds of all, missed by one",
                        "Nine of nine say yes, and six stay away.",
                        twoThirdsOfAll,
                        9,
                        0,
                        0,
                        Outcome.NOT_CARRIED),
                plain("Unanimous", "All fifteen say yes.", unanimous, 15, 0, 0, Outcome.CARRIED),
                plain(
                        "Unanimous, with one abstention",
                        "Fourteen say yes and one abstains.",
                        unanimous,
                        14,
                        0,
                        1,
                        Outcome.NOT_CARRIED),
                present(),
                twoSeats(
                        "Two seats for each member, seat by seat",
                        "The seats vote on their own: four of eight are yes, which is no majority.",
                        Unit.SEAT,
                        Outcome.NOT_CARRIED),
                twoSeats(
                        "Two seats for each member, member by member",
                        "The same votes by members: two say yes, one is divided and abstains, one says no.",
                        Unit.MEMBER,
                        Outcome.CARRIED),
                weighted(
                        "Weighted by population",
                        "A majority of the votes and of the weight: CA and NY outweigh the other four, who are more.",
                        2,
                        4,
                        Outcome.NOT_CARRIED),
                weighted(
                        "Weighted by population, carried",
                        "CA, NY, IL and NJ are more, and weigh more.",
                        4,
                        2,
                        Outcome.CARRIED),
                sharedWeight(),
                recused());
    }

    private static Example ordinary(String title, String says, int yes, int no, int abstain, Outcome outcome) {
        return plain(title, says, BallotRule.ORDINARY, yes, no, abstain, outcome);
    }

    private static Example plain(
            String title, String says, BallotRule rule, int yes, int no, int abstain, Outcome outcome) {
        List<RollSeat> roll = new ArrayList<>();
        for (String member : FIFTEEN) {
            roll.add(RollSeat.of(member + "-1", member));
        }
        return new Example(title, says, rule, roll, votes(roll, yes, no, abstain), Set.of(), outcome);
    }

    private static Example present() {
        Example same = plain(
                "Majority of those present",
                "Nine are present; four say yes, three no, and two say nothing, which works as a no.",
                BallotRule.of(Quorum.MAJORITY, Threshold.MAJORITY_OF_PRESENT),
                4,
                3,
                0,
                Outcome.NOT_CARRIED);
        Set<String> present = new TreeSet<>(same.votes().keySet());
        present.addAll(List.of("MA-1", "NJ-1"));
        return new Example(
                same.title(), same.says(), same.rule(), same.roll(), same.votes(), present, Outcome.NOT_CARRIED);
    }

    private static Example twoSeats(String title, String says, Unit unit, Outcome outcome) {
        List<RollSeat> roll = new ArrayList<>();
        for (String member : List.of("CO", "IL", "MD", "WA")) {
            roll.add(RollSeat.of(member + "-1", member));
            roll.add(RollSeat.of(member + "-2", member));
        }
        Map<String, Choice> votes = new TreeMap<>(Map.of(
                "CO-1", Choice.YES,
                "CO-2", Choice.ABSTAIN,
                "IL-1", Choice.YES,
                "IL-2", Choice.YES,
                "MD-1", Choice.YES,
                "MD-2", Choice.NO,
                "WA-1", Choice.NO,
                "WA-2", Choice.NO));
        BallotRule rule = new BallotRule(
                unit,
                Quorum.MAJORITY,
                Unit.MEMBER,
                unit == Unit.SEAT ? Threshold.MAJORITY_OF_ALL : Threshold.MAJORITY_OF_VOTES,
                List.of(),
                Abstentions.ORDINARY,
                Weighting.EQUAL,
                0,
                null);
        return new Example(title, says, rule, roll, votes, Set.of(), outcome);
    }

    /** Populations of the 2020 census. */
    private static Example weighted(String title, String says, int yes, int no, Outcome outcome) {
        List<RollSeat> roll = List.of(
                new RollSeat("CA-1", "CA", 39_538_223, false),
                new RollSeat("NY-1", "NY", 20_201_249, false),
                new RollSeat("IL-1", "IL", 12_812_508, false),
                new RollSeat("NJ-1", "NJ", 9_288_994, false),
                new RollSeat("WA-1", "WA", 7_705_281, false),
                new RollSeat("MD-1", "MD", 6_177_224, false));
        return new Example(title, says, weighing(Unit.SEAT), roll, votes(roll, yes, no, 0), Set.of(), outcome);
    }

    private static Example sharedWeight() {
        List<RollSeat> roll = List.of(
                new RollSeat("DE-1", "DE", 989_948, false),
                new RollSeat("RI-1", "RI", 1_097_379, false),
                new RollSeat("RI-2", "RI", 1_097_379, false));
        return new Example(
                "Seats that share a weight",
                "RI has two seats with half of its weight each; DE and one of them are more than half of both counts.",
                weighing(Unit.SEAT),
                roll,
                Map.of("DE-1", Choice.YES, "RI-1", Choice.YES, "RI-2", Choice.NO),
                Set.of(),
                Outcome.CARRIED);
    }

    private static Example recused() {
        List<RollSeat> roll = List.of(
                RollSeat.of("CA-1", "CA"),
                RollSeat.of("MD-1", "MD"),
                RollSeat.of("OR-1", "OR"),
                new RollSeat("WA-1", "WA", 1, true));
        return new Example(
                "A recusal",
                "WA stands on the roll and may not vote: two of the three others are a majority of all.",
                BallotRule.of(Quorum.MAJORITY, Threshold.MAJORITY_OF_ALL),
                roll,
                Map.of("CA-1", Choice.YES, "MD-1", Choice.YES),
                Set.of(),
                Outcome.CARRIED);
    }

    private static BallotRule abstaining(Abstentions abstentions) {
        return new BallotRule(
                Unit.SEAT,
                Quorum.MAJORITY,
                Unit.SEAT,
                Threshold.MAJORITY_OF_VOTES,
                List.of(),
                abstentions,
                Weighting.EQUAL,
                0,
                null);
    }

    private static BallotRule weighing(Unit unit) {
        return new BallotRule(
                unit,
                Quorum.MAJORITY,
                Unit.MEMBER,
                Threshold.AS_CONDITIONS,
                List.of(
                        new Condition(Share.MAJORITY, Base.ALL, By.COUNT),
                        new Condition(Share.MAJORITY, Base.ALL, By.WEIGHT)),
                Abstentions.ORDINARY,
                Weighting.POPULATION,
                0,
                null);
    }

    private static Map<String, Choice> votes(List<RollSeat> roll, int yes, int no, int abstain) {
        Map<String, Choice> votes = new TreeMap<>();
        for (int i = 0; i < yes + no + abstain; i++) {
            votes.put(roll.get(i).seat(), i < yes ? Choice.YES : i < yes + no ? Choice.NO : Choice.ABSTAIN);
        }
        return votes;
    }
}
