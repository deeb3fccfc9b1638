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
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.concord.compact.ServiceTest;
import org.concord.compact.guidance.GuidanceSteps;
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

    @Test
    void aSuspensionThatLeavesSpeechLeavesTheSignatureUnderGuidance() {
        for (String member : List.of("MD", "CA")) {
            api.mandate(member.toLowerCase(Locale.ROOT) + ".health", "HEALTH_OFFICER");
        }
        String compact = compact("VOTE");
        suspend(compact, "MD", decidedBy(compact), today);

        Response drafted = GuidanceSteps.draft(compact, GuidanceSteps.text(2));
        GuidanceSteps.issue(created(drafted), "MD", "CA");

        assertThat(shown("/guidance-drafts/" + drafted.jsonPath().getString("id"))
                        .getString("stage"))
                .isEqualTo("ISSUED");
    }

    @Test
    void aSuspensionThatLeavesPurchasesLeavesTheMemberInRoundsAndAnotherDoesNot() {
        String leaving = agreementOf("COOPERATIVE_CONTRACT", "VOTE");
        suspend(leaving, "MD", decidedBy(leaving), today);
        String taking = agreementOf("COOPERATIVE_CONTRACT", "TAKE_PART_IN_PURCHASES");
        suspend(taking, "MD", decidedBy(taking), today);

        api.opened(leaving, "WA", "MD");
        Response refusal = post(as(STAFF), "/rounds", api.round(taking, "WA", "MD"));

        refused(refusal, 409, "participant-not-in-standing");
        assertThat(refusal.jsonPath().getList("errors.pointer")).containsExactly("/participants/1/member");
    }

    @Test
    void aSuspendedMemberIsNotAdmittedAnew() {
        String compact = compact("VOTE");
        suspend(compact, "MD", decidedBy(compact), today);
        Map<String, Object> ballot = chamber.ballotOn(compact, pending(compact, "WA", "CA", "x"));
        ballot.put("matter", Map.of("type", "ADMIT_MEMBER", "member", "MD"));

        refused(post(as(STAFF), "/ballots", ballot), 409, "already-a-member");
    }

    private static String compact(String... takesAway) {
        return agreementOf("STATUTORY_COMPACT", takesAway);
    }

    /** An agreement of four on the usual terms of its type, which take these rights from a suspended member. */
    private static String agreementOf(String type, String... takesAway) {
        Map<String, Object> body = agreement(type, "WA", "WA", "MD", "CA", "OR");
        Map<String, Object> terms = shown("/agreements/" + created(post(as(STAFF), "/agreements", body)))
                .getMap("terms");
        Map<String, Object> onDefault = new HashMap<>(Map.of("cureDays", 30, "takesAway", List.of(takesAway)));
        terms.put("onDefault", onDefault);
        body.put("code", "TEST-" + UUID.randomUUID());
        body.put("terms", terms);
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
