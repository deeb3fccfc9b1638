package org.concord.compact.procurement.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.cooperative;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;
import static org.concord.compact.Api.vote;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.compact.Database;
import org.concord.compact.ServiceTest;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class RoundAwardResourceTest extends ServiceTest {

    private String agreement;
    private String round;
    private String evaluation;
    private String ballot;

    @BeforeEach
    void openBallot() {
        for (String member : List.of("wa", "md")) {
            api.mandate(member + ".delegate", "DELEGATE");
            api.mandate(member + ".officer", "PROCUREMENT_OFFICER");
        }
        agreement = cooperative("WA", "MD");
        round = api.tendered(agreement, "WA", "MD");
        evaluation = api.evaluated(round);
        ballot = created(post(as(STAFF), "/ballots", api.ballot(agreement, round, evaluation)));
    }

    private void concur() {
        for (String member : List.of("wa", "md")) {
            assertThat(vote(member + ".delegate", ballot, "CONCUR", null).statusCode())
                    .isEqualTo(201);
        }
    }

    private Response award(String user, String inEvaluation, String byBallot) {
        return post(
                acting(user),
                "/rounds/" + round + "/awards",
                Map.of("evaluationId", inEvaluation, "ballotId", byBallot));
    }

    @Test
    void theLeadsOfficerAwardsWhatTheMembersConcurredIn() {
        concur();

        Response awarded = award("wa.officer", evaluation, ballot);
        String id = created(awarded);

        assertThat(awarded.header("Location")).endsWith("/api/v1/awards/" + id);
        assertThat(awarded.jsonPath().getString("supplier")).isEqualTo("ALPHA");
        assertThat(awarded.jsonPath().getList("members.goodsCents", Long.class)).containsExactly(200_000L, 200_000L);
        assertThat(get(as("md.buyer"), "/awards/" + id).asString()).isEqualTo(awarded.asString());
        assertThat(get(as("md.buyer"), "/awards?agreement=" + agreement)
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(id);
        assertThatThrownBy(() -> Database.execute("update award set supplier = 'BETA' where id = '" + id + "'"))
                .hasMessageContaining("never changed");
    }

    @Test
    void nobodyAwardsBeforeTheMembersHaveConcurred() {
        refused(award("wa.officer", evaluation, ballot), 409, "members-have-not-concurred");
    }

    @Test
    void aBallotThatSentBackIsNoConcurrence() {
        vote("wa.delegate", ballot, "SEND_BACK", "too dear");
        vote("md.delegate", ballot, "SEND_BACK", "too dear");

        refused(award("wa.officer", evaluation, ballot), 409, "members-have-not-concurred");
    }

    @Test
    void aBallotWithoutQuorumIsNoConcurrence() {
        vote("wa.delegate", ballot, "CONCUR", null);
        clock.letPass(Duration.ofMinutes(2));

        refused(award("wa.officer", evaluation, ballot), 409, "members-have-not-concurred");
    }

    @Test
    void aConcurrenceHoldsForExactlyItsEvaluation() {
        concur();

        refused(award("wa.officer", UUID.randomUUID().toString(), ballot), 409, "members-have-not-concurred");
        refused(award("wa.officer", evaluation, UUID.randomUUID().toString()), 409, "members-have-not-concurred");
    }

    @Test
    void aBallotOfAnotherRoundIsNoConcurrence() {
        concur();
        String otherRound = api.tendered(agreement, "WA", "MD");
        String otherEvaluation = api.evaluated(otherRound);

        refused(
                post(
                        acting("wa.officer"),
                        "/rounds/" + otherRound + "/awards",
                        Map.of("evaluationId", otherEvaluation, "ballotId", ballot)),
                409,
                "members-have-not-concurred");
    }

    @Test
    void onlyTheLeadAwards() {
        concur();

        refused(award("md.officer", evaluation, ballot), 403, "not-the-lead");
        refused(award("wa.delegate", evaluation, ballot), 403, "not-permitted");
        refused(
                post(as(STAFF), "/rounds/" + round + "/awards", Map.of("evaluationId", evaluation, "ballotId", ballot)),
                403,
                "not-permitted");
        refused(award("tx.officer", evaluation, ballot), 404, "not-found");
    }

    @Test
    void anAwardNeedsAFreshSignIn() {
        concur();
        Tokens.of("wa.officer");

        clock.after(
                Duration.ofMinutes(20),
                () -> refused(award("wa.officer", evaluation, ballot), 401, "fresh-sign-in-required"));
    }

    @Test
    void aRepeatedAwardIsOneAward() {
        concur();
        Map<String, Object> body = Map.of("evaluationId", evaluation, "ballotId", ballot);
        String key = UUID.randomUUID().toString();

        Response first = post(acting("wa.officer"), "/rounds/" + round + "/awards", body, key);
        Response again = post(acting("wa.officer"), "/rounds/" + round + "/awards", body, key);

        assertThat(created(again)).isEqualTo(created(first));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        refused(award("wa.officer", evaluation, ballot), 409, "round-not-in-this-state");
        assertThat(kafka.awaitAll("compact.award.v1", created(first), "AwardMade", 1))
                .hasSize(1);
    }

    @Test
    void aForeignAwardIsAsAbsentAsAnUnknownOne() {
        concur();
        String id = created(award("wa.officer", evaluation, ballot));

        refused(get(as("tx.buyer"), "/awards/" + id), 404, "not-found");
        refused(get(as("md.buyer"), "/awards/" + UUID.randomUUID()), 404, "not-found");
        refused(get(as("tx.buyer"), "/awards?agreement=" + agreement), 404, "not-found");
    }
}
