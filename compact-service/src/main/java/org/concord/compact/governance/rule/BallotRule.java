package org.concord.compact.governance.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import org.concord.compact.governance.rule.Condition.By;
import org.jspecify.annotations.Nullable;

/**
 * How a ballot is counted, as data that is stored with it. Where something is left out the ordinary rule's answer holds;
 * what is shown always says all of it.
 *
 * @param unit what is counted: each seat, or each member by what most of its seats say
 * @param quorum how many must take part
 * @param quorumOf whether seats or members make the quorum; the unit where nothing is said
 * @param threshold the name of the conditions; may be left out where they are given
 * @param conditions all of which must hold; may be left out where the threshold has a name
 * @param abstentions what an abstention does
 * @param weighting how much each member weighs
 * @param proxies how many seats one person may vote for as a proxy; 0 forbids proxies
 * @param outsideMeeting the article that allows a vote without a meeting; null where none does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BallotRule(
        Unit unit,
        Quorum quorum,
        Unit quorumOf,
        Threshold threshold,
        List<Condition> conditions,
        Abstentions abstentions,
        Weighting weighting,
        Integer proxies,
        @Nullable String outsideMeeting) {

    /** What holds where the agreement says nothing else: a majority of seats votes, a majority of votes carries. */
    public static final BallotRule ORDINARY = of(Quorum.MAJORITY, Threshold.MAJORITY_OF_VOTES);

    /** More conditions than any instrument has; two are the most that we know of. */
    private static final int MOST_CONDITIONS = 4;

    /** A person who carried more would be the meeting. */
    private static final int MOST_PROXIES = 10;

    private static final int LONGEST_CITATION = 300;

    /** Fills in what was left out and refuses what contradicts itself. */
    public BallotRule {
        if (quorum == null) {
            throw new IllegalArgumentException("A rule names its quorum.");
        }
        unit = unit == null ? Unit.SEAT : unit;
        quorumOf = quorumOf == null ? unit : quorumOf;
        abstentions = abstentions == null ? Abstentions.ORDINARY : abstentions;
        weighting = weighting == null ? Weighting.EQUAL : weighting;
        proxies = proxies == null ? Integer.valueOf(0) : proxies;
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        if (conditions.isEmpty()) {
            if (threshold == null || threshold == Threshold.AS_CONDITIONS) {
                throw new IllegalArgumentException("A rule names its threshold, or its conditions.");
            }
            conditions = threshold.conditions();
        } else {
            Threshold name = Threshold.naming(conditions);
            if (threshold != null && threshold != name) {
                throw new IllegalArgumentException("The threshold " + threshold + " has other conditions.");
            }
            threshold = name;
        }
        requireSound(conditions, weighting, proxies, outsideMeeting);
    }

    /** A rule of equal seats that leaves everything else as it usually is. */
    public static BallotRule of(Quorum quorum, Threshold threshold) {
        return new BallotRule(
                Unit.SEAT, quorum, Unit.SEAT, threshold, List.of(), Abstentions.ORDINARY, Weighting.EQUAL, 0, null);
    }

    private static void requireSound(
            List<Condition> conditions, Weighting weighting, int proxies, @Nullable String outsideMeeting) {
        if (conditions.size() > MOST_CONDITIONS || new HashSet<>(conditions).size() < conditions.size()) {
            throw new IllegalArgumentException(
                    "A rule has at most " + MOST_CONDITIONS + " conditions, none of them twice.");
        }
        boolean weighed = conditions.stream().anyMatch(condition -> condition.by() == By.WEIGHT);
        if (weighed != (weighting == Weighting.POPULATION)) {
            throw new IllegalArgumentException("Weights are given if, and only if, a condition counts them.");
        }
        if (proxies < 0 || proxies > MOST_PROXIES) {
            throw new IllegalArgumentException("One person carries 0 to " + MOST_PROXIES + " proxies.");
        }
        if (outsideMeeting != null && (outsideMeeting.isBlank() || outsideMeeting.length() > LONGEST_CITATION)) {
            throw new IllegalArgumentException("The article that allows a vote without a meeting is cited in 1 to "
                    + LONGEST_CITATION + " characters.");
        }
    }

    /** What is counted. */
    public enum Unit {
        SEAT("seats"),
        MEMBER("members");

        private final String words;

        Unit(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** How much each member weighs. */
    public enum Weighting {
        /** As much as any other. */
        EQUAL,
        /** As many people as it has, by figures that are frozen in the roll. */
        POPULATION
    }

    /**
     * What an abstention does.
     *
     * @param countForQuorum whether who abstains has taken part
     * @param inBase whether an abstention is a vote cast, so that it works as a no
     */
    public record Abstentions(boolean countForQuorum, boolean inBase) {

        /** Who abstains is there, and has cast no vote. */
        public static final Abstentions ORDINARY = new Abstentions(true, false);
    }
}
