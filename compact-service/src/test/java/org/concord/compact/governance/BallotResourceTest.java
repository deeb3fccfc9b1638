package org.concord.compact.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.agreement;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.bid;
import static org.concord.compact.Api.cooperative;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;
import static org.concord.compact.Api.vote;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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

@QuarkusTest
@WithTestResource(ServersResource.class)
class BallotResourceTest extends ServiceTest {

    private String agreementId;
    private String round;
    private String evaluation;
    private String ballot;

    /** Three members have an evaluation before them. */
    @BeforeEach
    void openBallot() {
        for (String member : List.of("wa", "md", "ca")) {
            api.mandate(member + ".delegate", "DELEGATE");
        }
        agreementId = cooperative("WA", "MD", "CA");
        round = api.tendered(agreementId, "WA", "MD", "CA");
        evaluation = api.evaluated(round);
        ballot = created(post(as(STAFF), "/ballots", api.ballot(agreementId, round, evaluation)));
    }

    @Test
    void theRollIsFrozenWithOneSeatPerMemberInStanding() {
        assertThat(shown().getList("roll.member")).containsExactly("CA", "MD", "WA");
        assertThatThrownBy(() -> Database.execute("delete from seat where ballot_id = '" + ballot + "'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> Database.execute("update seat set member = 'TX' where ballot_id = '" + ballot + "'"))
                .hasMessageContaining("never changed");
    }

    @Test
    void howASeatVotedIsHiddenUntilClosingAndPublishedAfterwards() {
        assertThat(vote("md.delegate", ballot, "SEND_BACK", "BETA delivers sooner")
                        .statusCode())
                .isEqualTo(201);

        Response open = get(as("ca.buyer"), "/ballots/" + ballot);
        assertThat(open.jsonPath().getBoolean("roll[1].voted")).isTrue();
        assertThat(open.asString()).doesNotContain("SEND_BACK", "sooner", "concur\"");

        vote("ca.delegate", ballot, "CONCUR", null);
        vote("wa.delegate", ballot, "CONCUR", null);

        JsonPath closed = shown();
        assertThat(closed.getString("state")).isEqualTo("CLOSED");
        assertThat(closed.getString("result")).isEqualTo("CONCURRED");
        assertThat(closed.getList("roll.choice")).containsExactly("CONCUR", "SEND_BACK", "CONCUR");
        assertThat(closed.getString("roll[1].reasons")).isEqualTo("BETA delivers sooner");
    }

    @Test
    void aSeatVotesOnceHoweverOftenItsDelegateTriesAtOnce() throws Exception {
        Tokens.of("md.delegate");
        List<Callable<Integer>> tries = new ArrayList<>(Collections.nCopies(
                8, () -> vote("md.delegate", ballot, "CONCUR", null).statusCode()));

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> tried : hands.invokeAll(tries)) {
                statuses.add(tried.get());
            }
        }

        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(7);
        refused(vote("md.delegate", ballot, "SEND_BACK", "changed my mind"), 409, "seat-has-voted");
    }

    @Test
    void theDatabaseItselfRefusesASecondVoteAndAnyChange() {
        vote("md.delegate", ballot, "CONCUR", null);

        assertThatThrownBy(() ->
                        Database.execute("insert into vote select * from vote where ballot_id = '" + ballot + "'"))
                .hasMessageContaining("vote_once_per_seat_pk");
        assertThatThrownBy(() -> Database.execute(
                        "update vote set choice = 'SEND_BACK', reasons = 'x' where ballot_id = '" + ballot + "'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> Database.execute(
                        "insert into vote values ('" + ballot + "', 'TX', 'CONCUR', null, 'somebody', now())"))
                .hasMessageContaining("vote_by_a_seat_fk");
    }

    @Test
    void aRepeatedVoteGetsTheFirstAnswerAgain() {
        Map<String, Object> concur = Map.of("choice", "CONCUR");
        String key = UUID.randomUUID().toString();
        Response first = post(acting("md.delegate"), "/ballots/" + ballot + "/votes", concur, key);

        Response again = post(acting("md.delegate"), "/ballots/" + ballot + "/votes", concur, key);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(shown().getInt("tally.voted")).isEqualTo(1);
    }

    @Test
    void sendingBackNeedsWrittenReasons() {
        Response answer = vote("md.delegate", ballot, "SEND_BACK", null);

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/reasons");
    }

    @Test
    void membersConcurOrSendBackAndNeverChooseAnotherBidder() {
        refused(vote("md.delegate", ballot, "BETA", null), 422, "validation-failed");
    }

    @Test
    void aVoteAfterTheClosingTimeIsRefusedAndTheBallotIsClosedWithoutQuorum() {
        vote("md.delegate", ballot, "CONCUR", null);
        clock.letPass(Duration.ofMinutes(2));

        refused(vote("ca.delegate", ballot, "CONCUR", null), 409, "ballot-closed");

        assertThat(shown().getString("result")).isEqualTo("QUORUM_NOT_REACHED");
        refused(vote("ca.delegate", ballot, "CONCUR", null), 409, "ballot-closed");
        assertThat(kafka.await("compact.ballot.v1", ballot, "BallotClosed")
                        .data()
                        .get("closedAt")
                        .textValue())
                .isEqualTo(shown().getString("closesAt"));
        assertThat(stateOfRound()).isEqualTo("EVALUATED");
        assertThat(created(post(as(STAFF), "/ballots", api.ballot(agreementId, round, evaluation))))
                .isNotEqualTo(ballot);
    }

    @Test
    void sendingBackReturnsTheRoundToItsTenderForAnotherEvaluation() {
        vote("md.delegate", ballot, "SEND_BACK", "a bid is missing");
        vote("ca.delegate", ballot, "SEND_BACK", "a bid is missing");
        vote("wa.delegate", ballot, "CONCUR", null);

        assertThat(shown().getString("result")).isEqualTo("SENT_BACK");
        assertThat(stateOfRound()).isEqualTo("TENDERED");
        refused(
                post(as(STAFF), "/ballots", api.ballot(agreementId, round, evaluation)),
                409,
                "round-not-in-this-state");

        created(post(as(STAFF), "/rounds/" + round + "/bids", bid("GAMMA", 9000, 1)));
        String second = created(post(as(STAFF), "/rounds/" + round + "/evaluations", Map.of()));
        assertThat(second).isNotEqualTo(evaluation);
        created(post(as(STAFF), "/ballots", api.ballot(agreementId, round, second)));
    }

    @Test
    void whoIsNoMemberSeesNoBallotAndCannotVote() {
        api.mandate("tx.delegate", "DELEGATE");

        refused(vote("tx.delegate", ballot, "CONCUR", null), 404, "not-found");
        refused(get(as("tx.delegate"), "/ballots/" + ballot), 404, "not-found");
        refused(get(as("tx.delegate"), "/ballots?agreement=" + agreementId), 404, "not-found");
        refused(vote("md.delegate", UUID.randomUUID().toString(), "CONCUR", null), 404, "not-found");
    }

    @Test
    void nobodyVotesForAnotherState() {
        refused(
                post(
                        as("ca.delegate").header("Concord-Member", "MD"),
                        "/ballots/" + ballot + "/votes",
                        Map.of("choice", "CONCUR")),
                403,
                "member-not-yours");
        refused(
                post(as("ca.delegate"), "/ballots/" + ballot + "/votes", Map.of("choice", "CONCUR")),
                400,
                "member-required");
    }

    @Test
    void onlyTheDelegateVotes() {
        api.mandate("md.buyer", "BUYER");

        refused(vote("md.buyer", ballot, "CONCUR", null), 403, "not-permitted");
        refused(post(as(STAFF), "/ballots/" + ballot + "/votes", Map.of("choice", "CONCUR")), 403, "not-permitted");
        refused(
                post(as("auditor.one"), "/ballots/" + ballot + "/votes", Map.of("choice", "CONCUR")),
                403,
                "not-permitted");
    }

    @Test
    void aMemberWhoseStandingHasNotBegunCannotVote() {
        api.mandate("nj.delegate", "DELEGATE");
        Map<String, Object> contract = agreement("COOPERATIVE_CONTRACT", "WA", "WA", "MD");
        contract.put(
                "members",
                List.of(
                        Map.of("member", "WA", "effectiveOn", "2020-01-01"),
                        Map.of("member", "NJ", "effectiveOn", "2999-01-01")));
        String later = created(post(as(STAFF), "/agreements", contract));
        String laterRound = api.tendered(later, "WA");
        String laterBallot =
                created(post(as(STAFF), "/ballots", api.ballot(later, laterRound, api.evaluated(laterRound))));

        refused(vote("nj.delegate", laterBallot, "CONCUR", null), 403, "not-in-standing");
        assertThat(get(as("nj.delegate"), "/ballots/" + laterBallot).jsonPath().getList("roll.member"))
                .containsExactly("WA");
    }

    @Test
    void aVoteNeedsAFreshSignIn() {
        Tokens.of("md.delegate");

        clock.after(
                Duration.ofMinutes(20),
                () -> refused(vote("md.delegate", ballot, "CONCUR", null), 401, "fresh-sign-in-required"));
    }

    @Test
    void aRoundIsInOneBallotAtATime() {
        refused(
                post(as(STAFF), "/ballots", api.ballot(agreementId, round, evaluation)),
                409,
                "round-not-in-this-state");
    }

    @Test
    void aRoundOfOthersIsNotTheirMatter() {
        String others = cooperative("WA", "MD");
        Map<String, Object> foreign = api.ballot(others, round, evaluation);

        refused(post(as(STAFF), "/ballots", foreign), 409, "matter-of-another-agreement");
    }

    @Test
    void aBallotClosesInTheFutureAndIsOpenedByStaff() {
        Map<String, Object> past = new HashMap<>(api.ballot(agreementId, round, evaluation));
        past.put("closesAt", api.in(-1));

        refused(post(as(STAFF), "/ballots", past), 422, "closing-time-passed");
        refused(
                post(acting("md.delegate"), "/ballots", api.ballot(agreementId, round, evaluation)),
                403,
                "not-permitted");
    }

    @Test
    void anAgreementsBallotsAreListedWithTheirTurnoutAndClosedOnceTheirHourHasCome() {
        vote("md.delegate", ballot, "CONCUR", null);
        JsonPath open = get(as("md.buyer"), "/ballots?agreement=" + agreementId).jsonPath();
        assertThat(open.getList("items.id")).containsExactly(ballot);
        assertThat(open.getInt("items[0].voted")).isEqualTo(1);
        assertThat(open.getInt("items[0].seats")).isEqualTo(3);

        clock.letPass(Duration.ofMinutes(2));

        assertThat(get(as("md.buyer"), "/ballots?agreement=" + agreementId)
                        .jsonPath()
                        .getList("items.result"))
                .containsExactly("QUORUM_NOT_REACHED");
        assertThat(stateOfRound()).isEqualTo("EVALUATED");
    }

    private JsonPath shown() {
        return get(as("md.buyer"), "/ballots/" + ballot).jsonPath();
    }

    private String stateOfRound() {
        return get(as(STAFF), "/rounds/" + round).jsonPath().getString("state");
    }
}
