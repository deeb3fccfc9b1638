package org.concord.compact.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.agreement;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;
import static org.concord.compact.governance.Chamber.opened;
import static org.concord.compact.governance.Chamber.pending;
import static org.concord.compact.governance.Chamber.shown;
import static org.concord.compact.governance.Chamber.vote;
import static org.concord.compact.governance.Chamber.yes;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concord.compact.ServiceTest;
import org.concord.kit.time.Zones;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A member is suspended by the whole procedure, from its notice of default to the members' own decision, and loses exactly
 * the rights that the terms take away. Grounds and members are invented.
 */
@QuarkusTest
@WithTestResource(ServersResource.class)
class SuspendedMemberTest extends ServiceTest {

    private static final Map<String, Object> YES = Map.of("choice", "YES");
    private static final List<String> LEADERS = List.of("GOVERNOR", "MAJORITY_LEADER", "MINORITY_LEADER");

    private Chamber chamber;
    private LocalDate today;

    @BeforeEach
    void delegates() {
        chamber = new Chamber(api, clock);
        today = Zones.dateIn("WA", clock.instant());
        for (String member : List.of("WA", "MD", "CA", "OR")) {
            api.mandate(Chamber.delegate(member), "DELEGATE");
        }
    }

    @Test
    void aMemberThatIsSuspendedBeforeABallotOpensHasNoSeatOnItsRollAndNoVote() {
        String compact = compact("VOTE", "TAKE_PART_IN_PURCHASES");
        suspend(compact, "MD", decidedBy(compact), today);

        String ballot = ballot(compact);

        assertThat(shown("/ballots/" + ballot).getList("roll.member")).containsExactly("CA", "OR", "WA");
        Response refusal = vote("md.delegate", ballot, YES);
        refused(refusal, 403, "not-in-standing");
        assertThat(refusal.jsonPath().getString("detail")).contains("MD is suspended", "the right VOTE");
        yes(ballot, "CA", "OR", "WA");
        assertThat(shown("/ballots/" + ballot).getString("result")).isEqualTo("ADOPTED");
    }

    @Test
    void aMemberThatIsSuspendedAfterTheRollWasFrozenStaysOnTheRollAndHasNoVote() {
        String compact = compact("VOTE", "TAKE_PART_IN_PURCHASES");
        String decision = decidedBy(compact);
        String ballot = ballot(compact);
        String matter = suspend(compact, "MD", decision, today.minusDays(1));

        refused(vote("md.delegate", ballot, YES), 403, "not-in-standing");
        refused(
                post(acting("md.delegate"), "/ballots/" + ballot + "/recusals", Map.of("scope", "SEAT", "reason", "x")),
                403,
                "not-in-standing");
        assertThat(shown("/ballots/" + ballot).getList("roll.member")).containsExactly("CA", "MD", "OR", "WA");
        assertThat(get(as("md.buyer"), "/ballots/" + ballot).statusCode())
                .as("it still reads what it could read")
                .isEqualTo(200);
        yes(ballot, "CA", "OR", "WA");
        assertThat(shown("/ballots/" + ballot).getString("state"))
                .as("its seat is waited for: it may be reinstated before the hour")
                .isEqualTo("OPEN");

        step(compact, matter, "CURED", today, Map.of());
        yes(ballot, "MD");
        assertThat(shown("/ballots/" + ballot).getString("result")).isEqualTo("ADOPTED");
    }

    @Test
    void aSuspensionThatLiesAheadTakesNothingAwayYet() {
        String compact = compact("VOTE", "TAKE_PART_IN_PURCHASES");
        String decision = decidedBy(compact);
        String ballot = ballot(compact);
        suspend(compact, "MD", decision, today.plusDays(3));

        yes(ballot, "MD");
    }

    @Test
    void aSuspensionThatLeavesTheVoteLeavesItOnTheRollAndAtTheBallot() {
        String compact = compact("TAKE_PART_IN_PURCHASES");
        String decision = decidedBy(compact);
        String before = ballot(compact);
        suspend(compact, "MD", decision, today);
        String after = ballot(compact);

        assertThat(shown("/ballots/" + after).getList("roll.member")).containsExactly("CA", "MD", "OR", "WA");
        yes(before, "MD");
        yes(after, "MD");
    }

    /** A compact of four whose terms take these rights from a suspended member. */
    private static String compact(String... takesAway) {
        Map<String, Object> body = agreement("STATUTORY_COMPACT", "WA", "WA", "MD", "CA", "OR");
        body.put(
                "terms",
                Map.of(
                        "joinedBy",
                        "LEGISLATION",
                        "activationThreshold",
                        2,
                        "staysInForceBelowThreshold",
                        true,
                        "dissolvesAtMembers",
                        1,
                        "seatsPerMember",
                        1,
                        "consent",
                        Map.of("needed", false, "capabilities", List.of()),
                        "exit",
                        Map.of(
                                "leftBy",
                                "REPEAL",
                                "notice",
                                "P6M",
                                "noticeOnIntroduction",
                                true,
                                "memberTellsWithinDays",
                                3,
                                "othersToldWithinDays",
                                10),
                        "onDefault",
                        Map.of("cureDays", 30, "takesAway", List.of(takesAway)),
                        "dissolution",
                        "BY_FALLING_MEMBERSHIP"));
        return created(post(as(STAFF), "/agreements", body));
    }

    private String ballot(String compact) {
        return opened(chamber.ballotOn(compact, pending(compact, "WA", "CA", "Members report every week.")));
    }

    /** The members decide to suspend, by motion and ballot; answers the motion. */
    private String decidedBy(String compact) {
        String motion = pending(compact, "WA", "CA", "The member in default is suspended, sample.");
        String ballot = opened(chamber.ballotOn(compact, motion));
        yes(ballot, "CA", "OR", "WA", "MD");
        assertThat(shown("/motions/" + motion).getString("state")).isEqualTo("ADOPTED");
        return motion;
    }

    private static String suspend(String compact, String member, String decision, LocalDate on) {
        LocalDate noticed = LocalDate.of(2026, 1, 5);
        String matter = created(post(
                as(STAFF),
                "/agreements/" + compact + "/defaults",
                Map.of(
                        "member",
                        member,
                        "ground",
                        "Invented ground of a test",
                        "cureTerms",
                        "Invented terms",
                        "noticedOn",
                        noticed.toString(),
                        "cureDueOn",
                        noticed.plusDays(30).toString())));
        step(compact, matter, "ASSISTED", noticed.plusDays(10), Map.of());
        step(compact, matter, "INTENT_NOTIFIED", noticed.plusDays(31), Map.of("told", LEADERS));
        step(compact, matter, "SUSPENDED", on, Map.of("decision", Map.of("kind", "MOTION", "id", decision)));
        return matter;
    }

    private static void step(String compact, String matter, String type, LocalDate on, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("type", type, "on", on.toString()));
        body.putAll(more);
        Response answer = post(as(STAFF), "/agreements/" + compact + "/defaults/" + matter + "/steps", body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }
}
