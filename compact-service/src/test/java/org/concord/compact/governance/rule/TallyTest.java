package org.concord.compact.governance.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.concord.compact.governance.rule.Tally.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** The ordinary rule: a majority of seats votes, a majority of the votes carries. */
    @ParameterizedTest(name = "{0} seats, {1} yes, {2} no: {3}")
    @CsvSource({
        "15, 8, 0, CARRIED",
        "15, 7, 0, QUORUM_NOT_REACHED",
        "15, 4, 4, NOT_CARRIED",
        "15, 5, 3, CARRIED",
        "15, 3, 5, NOT_CARRIED",
        "15, 15, 0, CARRIED",
        "15, 0, 15, NOT_CARRIED",
        "14, 7, 0, QUORUM_NOT_REACHED",
        "14, 8, 0, CARRIED",
        "14, 4, 4, NOT_CARRIED",
        "1, 1, 0, CARRIED",
        "1, 0, 0, QUORUM_NOT_REACHED",
    })
    void theOrdinaryRuleCounts(int seats, int yes, int no, Outcome outcome) {
        List<RollSeat> roll = roll(seats);
        Map<String, Choice> votes = new TreeMap<>();
        for (int i = 0; i < yes + no; i++) {
            votes.put(roll.get(i).seat(), i < yes ? Choice.CONCUR : Choice.SEND_BACK);
        }

        assertThat(Tally.of(BallotRule.ORDINARY, roll, votes, Set.of()).outcome())
                .isEqualTo(outcome);
    }

    @Test
    void aVoteWithoutASeatIsABug() {
        List<RollSeat> roll = List.of(new RollSeat("MD-1", "MD", 1, true), RollSeat.of("CA-1", "CA"));

        assertThatThrownBy(() -> Tally.of(BallotRule.ORDINARY, roll, Map.of("TX-1", Choice.YES), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tally.of(BallotRule.ORDINARY, roll, Map.of("MD-1", Choice.YES), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aQuorumMayBeANumberOrNothing() {
        List<RollSeat> roll = roll(15);
        Map<String, Choice> one = Map.of("AA-1", Choice.YES);

        assertThat(Tally.of(BallotRule.of(Quorum.NONE, Threshold.MAJORITY_OF_VOTES), roll, one, Set.of())
                        .outcome())
                .isEqualTo(Outcome.CARRIED);
        assertThat(Tally.of(BallotRule.of(Quorum.of("AT_LEAST 2"), Threshold.MAJORITY_OF_VOTES), roll, one, Set.of())
                        .outcome())
                .isEqualTo(Outcome.QUORUM_NOT_REACHED);
        assertThat(Tally.of(BallotRule.of(Quorum.of("AT_LEAST 1"), Threshold.MAJORITY_OF_VOTES), roll, one, Set.of())
                        .outcome())
                .isEqualTo(Outcome.CARRIED);
    }

    @Test
    void whereNobodyVotesNothingCarries() {
        assertThat(Tally.of(BallotRule.of(Quorum.NONE, Threshold.MAJORITY_OF_VOTES), roll(3), Map.of(), Set.of())
                        .outcome())
                .isEqualTo(Outcome.NOT_CARRIED);
    }

    @Test
    void theLargestWeightsAreCountedExactly() {
        long most = CountVotes.MOST_WEIGHT;
        List<RollSeat> roll = List.of(
                new RollSeat("CA-1", "CA", most, false),
                new RollSeat("MD-1", "MD", most - 1, false),
                new RollSeat("WA-1", "WA", 1, false));
        BallotRule rule = new BallotRule(
                null,
                Quorum.NONE,
                null,
                null,
                List.of(new Condition(Share.MAJORITY, Condition.Base.ALL, Condition.By.WEIGHT)),
                null,
                BallotRule.Weighting.POPULATION,
                null,
                null);

        assertThat(Tally.of(rule, roll, Map.of("CA-1", Choice.YES), Set.of()).outcome())
                .as("exactly half is not more than half")
                .isEqualTo(Outcome.NOT_CARRIED);
    }

    @Test
    void aNamedRuleIsShownWithAllThatItMeans() throws JsonProcessingException {
        BallotRule rule =
                JSON.readValue("{\"quorum\":\"MAJORITY\",\"threshold\":\"MAJORITY_OF_VOTES\"}", BallotRule.class);

        assertThat(rule).isEqualTo(BallotRule.ORDINARY);
        assertThat(JSON.readValue(JSON.writeValueAsString(rule), BallotRule.class))
                .isEqualTo(rule);
        assertThat(JSON.writeValueAsString(rule))
                .contains("\"quorum\":\"MAJORITY\"", "\"threshold\":\"MAJORITY_OF_VOTES\"", "\">1/2\"");
    }

    @Test
    void conditionsGetTheNameThatTheyHave() throws JsonProcessingException {
        BallotRule rule = JSON.readValue(
                "{\"quorum\":\">=6/9\",\"conditions\":[{\"share\":\">=4/6\",\"of\":\"ALL\"}]}", BallotRule.class);

        assertThat(rule.threshold()).isEqualTo(Threshold.TWO_THIRDS_OF_ALL);
        assertThat(rule.quorum().text()).isEqualTo(">=2/3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"threshold\":\"MAJORITY_OF_VOTES\"}",
                "{\"quorum\":\"MAJORITY\"}",
                "{\"quorum\":\"MAJORITY\",\"threshold\":\"AS_CONDITIONS\"}",
                "{\"quorum\":\"HALF\",\"threshold\":\"UNANIMOUS\"}",
                "{\"quorum\":\">1/1\",\"threshold\":\"UNANIMOUS\"}",
                "{\"quorum\":\">=3/2\",\"threshold\":\"UNANIMOUS\"}",
                "{\"quorum\":\">=0/2\",\"threshold\":\"UNANIMOUS\"}",
                "{\"quorum\":\">=1/0\",\"threshold\":\"UNANIMOUS\"}",
                "{\"quorum\":\"AT_LEAST 0\",\"threshold\":\"UNANIMOUS\"}",
                "{\"quorum\":\"NONE\",\"threshold\":\"UNANIMOUS\",\"conditions\":[{\"share\":\">1/2\",\"of\":\"ALL\"}]}",
                "{\"quorum\":\"NONE\",\"threshold\":\"MAJORITY_OF_VOTES_AND_WEIGHT\"}",
                "{\"quorum\":\"NONE\",\"threshold\":\"UNANIMOUS\",\"weighting\":\"POPULATION\"}",
                "{\"quorum\":\"NONE\",\"threshold\":\"UNANIMOUS\",\"proxies\":11}",
                "{\"quorum\":\"NONE\",\"threshold\":\"UNANIMOUS\",\"outsideMeeting\":\" \"}",
            })
    void aRuleThatContradictsItselfIsNoRule(String rule) {
        assertThatThrownBy(() -> JSON.readValue(rule, BallotRule.class))
                .isInstanceOf(ValueInstantiationException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    private static List<RollSeat> roll(int seats) {
        List<RollSeat> roll = new ArrayList<>();
        for (int i = 0; i < seats; i++) {
            String member = "A" + (char) ('A' + i);
            roll.add(RollSeat.of(member + "-1", member));
        }
        return roll;
    }
}
