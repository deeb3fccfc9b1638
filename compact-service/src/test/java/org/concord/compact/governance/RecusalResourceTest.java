package org.concord.compact.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.created;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concord.compact.Database;
import org.concord.compact.ServiceTest;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who declares, while a ballot is open, that it takes no part. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class RecusalResourceTest extends ServiceTest {

    private static final Map<String, Object> YES = Map.of("choice", "YES");

    private static final Duration AFTER_THE_HOUR = Duration.ofSeconds(121);

    private Chamber chamber;
    private String agreement;
    private String ballot;

    @BeforeEach
    void openBallot() {
        chamber = new Chamber(api, clock);
        agreement = chamber.compact("WA", "MD", "CA", "OR");
        ballot = opened(chamber.ballotOn(agreement, pending(agreement, "WA", "MD", "Members report every week.")));
    }

    @Test
    void aDelegateTakesItsSeatOutAndTheSeatIsNoLongerCounted() {
        assertThat(recuse("md.delegate", "SEAT").statusCode()).isEqualTo(201);

        refused(vote("md.delegate", ballot, YES), 403, "seat-is-recused");
        yes(ballot, "CA", "WA");
        clock.after(AFTER_THE_HOUR, () -> shown("/ballots/" + ballot));

        JsonPath closed = shown("/ballots/" + ballot);
        assertThat(closed.getString("roll.find { it.seat == 'MD-1' }.recusedFor"))
                .isEqualTo("It is about its own case");
        assertThat(closed.getInt("tally.recused")).isEqualTo(1);
        // Two of three may decide; with the recused seat it would have been two of four.
        assertThat(closed.getString("result")).isEqualTo("ADOPTED");
        assertThat(closed.getString("tally.working.find { it.step == 'quorum' }.working"))
                .startsWith("2 of 3 seats");
        assertThat(kafka.await("compact.ballot.v1", ballot, "SeatRecused")
                        .data()
                        .get("seat")
                        .textValue())
                .isEqualTo("MD-1");
    }

    @Test
    void nobodyWaitsForASeatThatTakesItselfOutLast() {
        yes(ballot, "CA", "WA", "OR");

        Response last = recuse("md.delegate", "SEAT");

        assertThat(last.jsonPath().getString("state")).isEqualTo("CLOSED");
        assertThat(last.jsonPath().getString("result")).isEqualTo("ADOPTED");
    }

    @Test
    void whoHasVotedIsNotRecusedAnyMore() {
        yes(ballot, "MD");

        refused(recuse("md.delegate", "SEAT"), 409, "seat-has-voted");
        refused(recuse("md.delegate", "PERSON"), 409, "seat-has-voted");
    }

    @Test
    void nobodyIsRecusedTwiceOrAfterTheClosingHour() {
        created201(recuse("md.delegate", "SEAT"));
        refused(recuse("md.delegate", "SEAT"), 403, "seat-is-recused");
        created201(recuse("ca.delegate", "PERSON"));
        refused(recuse("ca.delegate", "PERSON"), 403, "voter-is-recused");

        clock.after(AFTER_THE_HOUR, () -> refused(recuse("wa.delegate", "SEAT"), 409, "ballot-closed"));
    }

    @Test
    void anAlternateTakesItselfOutAndTheDelegateStillVotes() {
        seatOfMaryland();

        refused(recuse("md.approver", "SEAT"), 403, "seat-is-the-delegates");
        created201(recuse("md.approver", "PERSON"));

        refused(vote("md.approver", ballot, YES), 403, "voter-is-recused");
        assertThat(vote("md.delegate", ballot, YES).statusCode()).isEqualTo(201);
        JsonPath shown = shown("/ballots/" + ballot);
        assertThat(shown.getString("roll.find { it.seat == 'MD-1' }.recusals[0].recusedAs"))
                .isEqualTo("ALTERNATE");
        assertThat(shown.getString("roll.find { it.seat == 'MD-1' }.recusedFor"))
                .isNull();
    }

    @Test
    void aDelegateTakesItselfOutAndItsAlternateVotesInItsPlace() {
        seatOfMaryland();
        created201(recuse("md.delegate", "PERSON"));

        refused(vote("md.delegate", ballot, YES), 403, "voter-is-recused");
        assertThat(vote("md.approver", ballot, YES).jsonPath().getString("castAs"))
                .isEqualTo("ALTERNATE");
        assertThat(shown("/ballots/" + ballot).getInt("tally.recused")).isZero();
    }

    @Test
    void aDelegateThatTakesTheSeatOutTakesItsAlternateOutWithIt() {
        seatOfMaryland();
        created201(recuse("md.delegate", "SEAT"));

        refused(vote("md.approver", ballot, YES), 403, "seat-is-recused");
        refused(recuse("md.approver", "PERSON"), 403, "seat-is-recused");
    }

    @Test
    void onlyItsOwnHolderTakesASeatOut() {
        api.mandate("tx.delegate", "DELEGATE");
        api.mandate("md.approver", "DELEGATE");
        created(Chamber.credential(Chamber.seat(agreement, "MD-1"), "DELEGATE", "md.delegate"));

        refused(recuse("tx.delegate", "SEAT"), 404, "not-found");
        refused(recuse("md.approver", "SEAT"), 403, "not-the-seats-holder");
        refused(recuseAs("ca.delegate", Map.of("seat", "MD-1")), 403, "no-seat");
        assertThat(shown("/ballots/" + ballot).getInt("tally.recused")).isZero();
    }

    @Test
    void aVoteAndARecusalAtOnceAreOne() throws Exception {
        List<Callable<Response>> both =
                List.of(() -> vote("md.delegate", ballot, YES), () -> recuse("md.delegate", "SEAT"));
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
                .isIn("urn:concord:problem:seat-has-voted", "urn:concord:problem:seat-is-recused");
        JsonPath shown = shown("/ballots/" + ballot);
        assertThat(shown.getInt("tally.voted") + shown.getInt("tally.recused")).isEqualTo(1);
    }

    @Test
    void theDatabaseItselfKeepsRecusalsAndRefusesTheVoteOfARecusedSeat() {
        created201(recuse("md.delegate", "SEAT"));

        assertThatThrownBy(() -> Database.execute("delete from recusal where ballot_id = '" + ballot + "'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> Database.execute(
                        "insert into vote (ballot_id, seat, choice, cast_by, cast_at, cast_as) values ('" + ballot
                                + "', 'MD-1', 'YES', 'x', now(), 'MANDATE')"))
                .hasMessageContaining("is recused");
    }

    @Test
    void aRecusalSaysWhy() {
        Response answer = recuseAs("md.delegate", Map.of("reason", " "));

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/reason");
    }

    private void seatOfMaryland() {
        api.mandate("md.approver", "DELEGATE");
        String seat = Chamber.seat(agreement, "MD-1");
        created(Chamber.credential(seat, "DELEGATE", "md.delegate"));
        created(Chamber.credential(seat, "ALTERNATE", "md.approver"));
    }

    private Response recuse(String username, String scope) {
        return recuseAs(username, Map.of("scope", scope));
    }

    private Response recuseAs(String username, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("scope", "SEAT", "reason", "It is about its own case"));
        body.putAll(more);
        return post(acting(username), "/ballots/" + ballot + "/recusals", body);
    }

    private static void created201(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    }
}
