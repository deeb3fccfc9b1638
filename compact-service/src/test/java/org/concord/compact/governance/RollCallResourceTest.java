package org.concord.compact.governance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
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
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concord.compact.Database;
import org.concord.compact.ServiceTest;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who votes for a seat, by which rule, and what is published of it. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class RollCallResourceTest extends ServiceTest {

    private static final Map<String, Object> YES = Map.of("choice", "YES");

    private Chamber chamber;
    private String agreement;
    private String motion;

    @BeforeEach
    void moveMotion() {
        chamber = new Chamber(api, clock);
        agreement = chamber.compact("WA", "MD", "CA");
        motion = pending(agreement, "WA", "MD", "Members report every week.");
    }

    @Test
    void aRollFreezesSeatsHoldersWeightsAndRecusals() {
        String seat = Chamber.seat(agreement, "MD-1");
        created(Chamber.credential(seat, "DELEGATE", "md.delegate"));
        created(Chamber.credential(seat, "ALTERNATE", "md.approver"));
        Map<String, Object> ballot = weighed();
        ballot.put("recusals", List.of(Map.of("seat", "CA-1", "reason", "it is about its own case")));

        JsonPath shown = shown("/ballots/" + opened(ballot));

        assertThat(shown.getList("roll.seat")).containsExactly("CA-1", "MD-1", "WA-1");
        assertThat(shown.getList("roll.weight")).containsExactly(39_538_223, 6_177_224, 7_705_281);
        assertThat(shown.getString("roll[0].recusedFor")).isEqualTo("it is about its own case");
        assertThat(shown.getString("roll[1].delegate")).isEqualTo(Tokens.subject("md.delegate"));
        assertThat(shown.getList("roll[1].alternates")).containsExactly(Tokens.subject("md.approver"));
        assertThat(shown.getString("weightSource")).isEqualTo("2020 census");
        assertThat(shown.getInt("tally.recused")).isEqualTo(1);
    }

    @Test
    void aMemberOutweighedIsOutvoted() {
        String ballot = opened(weighed());

        vote("ca.delegate", ballot, Map.of("choice", "NO"));
        yes(ballot, "MD", "WA");

        JsonPath closed = shown("/ballots/" + ballot);
        assertThat(closed.getString("result")).isEqualTo("REJECTED");
        assertThat(closed.getList("tally.working.holds", Boolean.class)).contains(false);
    }

    @Test
    void weightsAndTheirSourceAreGivenWhereTheRuleWeighs() {
        Map<String, Object> ballot = weighed();
        ballot.put("weights", Map.of("WA", 7_705_281, "MD", 6_177_224));
        ballot.remove("weightSource");

        Response answer = post(as(STAFF), "/ballots", ballot);

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/weightSource", "/weights/CA");
    }

    @Test
    void aRecusedSeatCannotVoteAndIsNotWaitedFor() {
        Map<String, Object> ballot = chamber.ballotOn(agreement, motion);
        ballot.put("recusals", List.of(Map.of("seat", "CA-1", "reason", "its own case")));
        String id = opened(ballot);

        refused(vote("ca.delegate", id, YES), 403, "seat-is-recused");
        yes(id, "MD", "WA");

        assertThat(shown("/ballots/" + id).getString("result")).isEqualTo("ADOPTED");
    }

    @Test
    void somebodyMustBeLeftToVote() {
        Map<String, Object> ballot = chamber.ballotOn(agreement, motion);
        ballot.put(
                "recusals",
                List.of(
                        Map.of("seat", "CA-1", "reason", "x"),
                        Map.of("seat", "MD-1", "reason", "x"),
                        Map.of("seat", "WA-1", "reason", "x"),
                        Map.of("seat", "TX-1", "reason", "x")));

        Response answer = post(as(STAFF), "/ballots", ballot);

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/recusals/3/seat", "/recusals");
    }

    @Test
    void anAlternateVotesWhileTheDelegateDoesNotAndIsLogged() {
        api.mandate("md.approver", "DELEGATE");
        String seat = Chamber.seat(agreement, "MD-1");
        created(Chamber.credential(seat, "DELEGATE", "md.delegate"));
        created(Chamber.credential(seat, "ALTERNATE", "md.approver"));
        String ballot = opened(chamber.ballotOn(agreement, motion));

        assertThat(vote("md.approver", ballot, YES).jsonPath().getString("castAs"))
                .isEqualTo("ALTERNATE");

        refused(vote("md.delegate", ballot, YES), 409, "seat-has-voted");
        assertThat(shown("/ballots/" + ballot).getString("roll[1].castAs")).isEqualTo("ALTERNATE");
        assertThat(kafka.await("compact.ballot.v1", ballot, "VoteCast")
                        .data()
                        .get("castAs")
                        .textValue())
                .isEqualTo("ALTERNATE");
    }

    @Test
    void anAlternateDoesNotVoteOnceTheDelegateHas() {
        api.mandate("md.approver", "DELEGATE");
        String seat = Chamber.seat(agreement, "MD-1");
        created(Chamber.credential(seat, "DELEGATE", "md.delegate"));
        created(Chamber.credential(seat, "ALTERNATE", "md.approver"));
        String ballot = opened(chamber.ballotOn(agreement, motion));
        yes(ballot, "MD");

        refused(vote("md.approver", ballot, YES), 409, "delegate-has-voted");
    }

    @Test
    void ofDelegateAndAlternateAtOnceOneIsCounted() throws Exception {
        api.mandate("md.approver", "DELEGATE");
        String seat = Chamber.seat(agreement, "MD-1");
        created(Chamber.credential(seat, "DELEGATE", "md.delegate"));
        created(Chamber.credential(seat, "ALTERNATE", "md.approver"));
        String ballot = opened(chamber.ballotOn(agreement, motion));
        List<Callable<Response>> both =
                List.of(() -> vote("md.delegate", ballot, YES), () -> vote("md.approver", ballot, YES));
        List<Response> refused = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Response> answer : threads.invokeAll(both)) {
                if (answer.get().statusCode() != 201) {
                    refused.add(answer.get());
                }
            }
        }

        assertThat(refused).hasSize(1);
        assertThat(refused.getFirst().jsonPath().getString("type"))
                .isIn("urn:concord:problem:seat-has-voted", "urn:concord:problem:delegate-has-voted");
        assertThat(shown("/ballots/" + ballot).getInt("tally.voted")).isEqualTo(1);
    }

    @Test
    void whoeverVotesHoldsTheSeatOnThatDay() {
        api.mandate("md.approver", "DELEGATE");
        String seat = Chamber.seat(agreement, "MD-1");
        String term = created(Chamber.credential(seat, "DELEGATE", "md.delegate"));
        String ballot = opened(chamber.ballotOn(agreement, motion));
        assertThat(term).isEqualTo(seat);

        refused(vote("md.approver", ballot, YES), 403, "not-the-seats-holder");

        String credential = shown("/seats/" + seat).getString("credentials[0].id");
        created(post(
                as(STAFF),
                "/seats/" + seat + "/credentials/" + credential + "/revocations",
                Map.of("endsOn", "2024-12-31", "instrument", "Executive order 2, sample")));
        created(post(
                as(STAFF), "/seats/" + seat + "/credentials", Chamber.term("DELEGATE", "md.approver", "2025-01-01")));

        refused(vote("md.delegate", ballot, YES), 403, "not-the-seats-holder");
        assertThat(vote("md.approver", ballot, YES).statusCode()).isEqualTo(201);
    }

    @Test
    void aSeatThatHasEndedSinceOpeningLosesItsVoteAndANewOneHasNone() {
        String first = Chamber.seat(agreement, "MD-1");
        created(Chamber.credential(first, "DELEGATE", "md.delegate"));
        String ballot = opened(chamber.ballotOn(agreement, motion));
        String second = Chamber.seat(agreement, "MD-2");
        created(Chamber.credential(second, "DELEGATE", "md.delegate"));
        LocalDate lastWeek =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(7);
        created(post(
                as(STAFF), "/seats/" + first + "/endings", Map.of("endsOn", lastWeek.toString(), "instrument", "x")));

        refused(vote("md.delegate", ballot, YES), 409, "seat-not-in-force");
        refused(vote("md.delegate", ballot, Map.of("choice", "YES", "seat", "MD-2")), 403, "no-seat");
    }

    @Test
    void aDepartedMemberHasLostItsVoteThoughItStandsOnTheRoll() throws SQLException {
        String ballot = opened(chamber.ballotOn(agreement, motion));
        Database.execute("update membership set ended_on = '2024-01-01' where member = 'CA' and agreement_id = '"
                + agreement + "'");

        refused(vote("ca.delegate", ballot, YES), 403, "not-in-standing");
        assertThat(shown("/ballots/" + ballot).getList("roll.member")).contains("CA");
    }

    @Test
    void twoSeatsVoteEachForItselfAndTheVoterSaysWhich() {
        for (String label : List.of("MD-1", "MD-2")) {
            created(Chamber.credential(Chamber.seat(agreement, label), "DELEGATE", "md.delegate"));
        }
        String ballot = opened(chamber.ballotOn(agreement, motion));

        Response unsaid = vote("md.delegate", ballot, YES);
        refused(unsaid, 422, "validation-failed");
        assertThat(unsaid.jsonPath().getList("errors.pointer")).containsExactly("/seat");
        assertThat(vote("md.delegate", ballot, Map.of("choice", "YES", "seat", "MD-1"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(vote("md.delegate", ballot, Map.of("choice", "NO", "seat", "MD-2"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(shown("/ballots/" + ballot).getInt("tally.voted")).isEqualTo(2);
    }

    @Test
    void aProxyVotesWhereTheRuleAllowsItAndNotForMoreSeatsThanItSays() {
        for (String label : List.of("CA-1", "WA-1")) {
            created(Chamber.credential(Chamber.seat(agreement, label), "PROXY", "md.delegate"));
        }
        String without = opened(chamber.ballotOn(agreement, motion));
        refused(vote("md.delegate", without, Map.of("choice", "YES", "seat", "CA-1")), 403, "proxy-not-allowed");

        Map<String, Object> allowing =
                chamber.ballotOn(agreement, pending(agreement, "WA", "MD", "Members report every month."));
        Map<String, Object> rule = new HashMap<>(Chamber.IN_WRITING);
        rule.put("proxies", 1);
        allowing.put("rule", rule);
        String ballot = opened(allowing);

        assertThat(vote("md.delegate", ballot, Map.of("choice", "YES", "seat", "CA-1"))
                        .jsonPath()
                        .getString("castAs"))
                .isEqualTo("PROXY");
        refused(vote("md.delegate", ballot, Map.of("choice", "YES", "seat", "WA-1")), 403, "proxy-cap-reached");
        assertThat(vote("md.delegate", ballot, YES).statusCode()).isEqualTo(201);
    }

    @Test
    void nobodyVotesForAnotherStateWithoutItsProxy() {
        Chamber.seat(agreement, "CA-1");
        Map<String, Object> ballot = chamber.ballotOn(agreement, motion);
        Map<String, Object> rule = new HashMap<>(Chamber.IN_WRITING);
        rule.put("proxies", 1);
        ballot.put("rule", rule);
        String id = opened(ballot);

        refused(vote("md.delegate", id, Map.of("choice", "YES", "seat", "CA-1")), 403, "not-the-seats-holder");
        refused(vote("md.delegate", id, Map.of("choice", "YES", "seat", "WA-1")), 403, "not-the-seats-holder");
        api.mandate("tx.delegate", "DELEGATE");
        refused(vote("tx.delegate", id, YES), 404, "not-found");
    }

    @Test
    void anInstructedVoteIsFlaggedWhenItIsCastContrary() {
        String ballot = opened(chamber.ballotOn(agreement, motion));
        Map<String, Object> instruction =
                Map.of("authority", "Office of the Governor", "reference", "Letter 7, sample", "choice", "NO");

        Response receipt = vote("md.delegate", ballot, Map.of("choice", "YES", "instruction", instruction));
        assertThat(receipt.jsonPath().getBoolean("contrary")).isTrue();
        assertThat(get(as("ca.buyer"), "/ballots/" + ballot).asString()).doesNotContain("Letter 7", "contrary");
        yes(ballot, "CA", "WA");

        JsonPath closed = shown("/ballots/" + ballot);
        assertThat(closed.getBoolean("roll[1].contrary")).isTrue();
        assertThat(closed.getString("roll[1].instruction.authority")).isEqualTo("Office of the Governor");
    }

    @Test
    void aBallotMayBeOpenedToBeSeen() {
        Map<String, Object> ballot = chamber.ballotOn(agreement, motion);
        ballot.put("hidden", false);
        String id = opened(ballot);

        yes(id, "MD");

        assertThat(get(as("ca.buyer"), "/ballots/" + id).jsonPath().getString("roll[1].choice"))
                .isEqualTo("YES");
    }

    @Test
    void aVoteWithoutAMeetingNeedsTheArticleThatAllowsIt() {
        Map<String, Object> ballot = chamber.ballotOn(agreement, motion);
        ballot.put("rule", Map.of("quorum", "MAJORITY", "threshold", "MAJORITY_OF_VOTES"));

        refused(post(as(STAFF), "/ballots", ballot), 409, "meeting-required");
    }

    @Test
    void membersOwnMattersTakeYesNoAndAbstain() {
        String ballot = opened(chamber.ballotOn(agreement, motion));

        Response answer = vote("md.delegate", ballot, Map.of("choice", "CONCUR"));

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/choice");
    }

    @Test
    void whatAClosedBallotShowsCountsToTheSameTallyAgain() {
        String ballot = opened(weighed());
        vote("ca.delegate", ballot, Map.of("choice", "ABSTAIN"));
        yes(ballot, "MD", "WA");
        JsonPath closed = shown("/ballots/" + ballot);
        List<Map<String, Object>> seats = closed.getList("roll");

        JsonPath again = given().contentType("application/json")
                .body(Map.of(
                        "rule", closed.getMap("rule"),
                        "roll",
                                seats.stream()
                                        .map(seat -> Map.of(
                                                "seat", seat.get("seat"),
                                                "member", seat.get("member"),
                                                "weight", seat.get("weight")))
                                        .toList(),
                        "votes",
                                seats.stream()
                                        .map(seat -> Map.of("seat", seat.get("seat"), "choice", seat.get("choice")))
                                        .toList()))
                .post("/api/v1/ballot-tallies")
                .jsonPath();

        assertThat(again.getList("working")).isEqualTo(closed.getList("tally.working"));
        assertThat(again.getString("outcome")).isEqualTo("CARRIED");
        assertThat(closed.getString("result")).isEqualTo("ADOPTED");
    }

    @Test
    void aMembersVotesArePublishedBallotByBallotOnceTheyAreClosed() {
        String closed = opened(chamber.ballotOn(agreement, motion));
        yes(closed, "CA", "MD", "WA");
        String open =
                opened(chamber.ballotOn(agreement, pending(agreement, "WA", "MD", "Members report every month.")));
        yes(open, "MD");

        JsonPath votes = get(as("ca.buyer"), "/votes?agreement=" + agreement + "&member=MD")
                .jsonPath();

        assertThat(votes.getList("items.ballotId")).containsExactly(closed);
        assertThat(votes.getList("items.choice")).containsExactly("YES");
        refused(get(as("tx.delegate"), "/votes?agreement=" + agreement + "&member=MD"), 404, "not-found");
    }

    @Test
    void admissionIsDecidedOnceAtATimeAndOnlyOnWhoIsNoMember() throws SQLException {
        Map<String, Object> ballot = chamber.ballotOn(agreement, motion);
        ballot.put("matter", Map.of("type", "ADMIT_MEMBER", "member", "OR"));
        String id = opened(ballot);

        refused(post(as(STAFF), "/ballots", ballot), 409, "ballot-already-open");
        yes(id, "CA", "MD", "WA");
        assertThat(Database.number("select count(*) from admission_decision where admitted and member = 'OR'"
                        + " and agreement_id = '" + agreement + "'"))
                .isEqualTo(1);
        ballot.put("matter", Map.of("type", "ADMIT_MEMBER", "member", "MD"));
        refused(post(as(STAFF), "/ballots", ballot), 409, "already-a-member");
        ballot.put("matter", Map.of("type", "ADMIT_MEMBER", "member", "ZZ"));
        refused(post(as(STAFF), "/ballots", ballot), 422, "no-such-jurisdiction");
    }

    @Test
    void aProposalThatNobodyOwnsIsNotVotedOn() {
        Map<String, Object> ballot = chamber.ballotOn(agreement, motion);
        ballot.put(
                "matter",
                Map.of(
                        "type",
                        "PROPOSAL",
                        "kind",
                        "nobody-knows",
                        "proposalId",
                        UUID.randomUUID().toString()));

        refused(post(as(STAFF), "/ballots", ballot), 422, "nobody-owns-the-matter");
    }

    @Test
    void onlyStaffKeepTheRegisterAndOnlyMembersReadIt() {
        Map<String, Object> seat = Map.of(
                "agreementId", agreement,
                "member", "MD",
                "label", "MD-1",
                "effectiveOn", "2020-01-01",
                "instrument", "Art. VI, sample");
        refused(post(acting("md.delegate"), "/seats", seat), 403, "not-permitted");
        String id = created(post(as(STAFF), "/seats", seat));
        refused(post(as(STAFF), "/seats", seat), 409, "seat-label-taken");

        assertThat(get(as("ca.buyer"), "/seats?agreement=" + agreement)
                        .jsonPath()
                        .getList("items.label"))
                .containsExactly("MD-1");
        refused(get(as("tx.delegate"), "/seats/" + id), 404, "not-found");
        refused(get(as("tx.delegate"), "/seats?agreement=" + agreement), 404, "not-found");
    }

    @Test
    void aSeatBelongsToAMemberAndHasOneDelegateAtATime() {
        Map<String, Object> foreign = Map.of(
                "agreementId", agreement,
                "member", "TX",
                "label", "MD-1",
                "effectiveOn", "2020-01-02",
                "endsOn", "2020-01-01",
                "instrument", "x");
        Response answer = post(as(STAFF), "/seats", foreign);
        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/member", "/label", "/endsOn");

        String seat = Chamber.seat(agreement, "MD-1");
        created(Chamber.credential(seat, "DELEGATE", "md.delegate"));
        refused(Chamber.credential(seat, "DELEGATE", "md.approver"), 409, "term-overlaps");
        refused(Chamber.credential(seat, "ALTERNATE", "md.delegate"), 409, "term-overlaps");
        created(Chamber.credential(seat, "ALTERNATE", "md.approver"));
    }

    private Map<String, Object> weighed() {
        Map<String, Object> ballot = chamber.ballotOn(agreement, motion);
        ballot.put(
                "rule",
                Map.of(
                        "quorum", "MAJORITY",
                        "threshold", "MAJORITY_OF_VOTES_AND_WEIGHT",
                        "weighting", "POPULATION",
                        "outsideMeeting", "Art. V(c), sample"));
        ballot.put("weights", Map.of("WA", 7_705_281, "MD", 6_177_224, "CA", 39_538_223));
        ballot.put("weightSource", "2020 census");
        return ballot;
    }
}
