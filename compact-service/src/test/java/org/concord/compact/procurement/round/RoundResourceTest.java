package org.concord.compact.procurement.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.agreement;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.bid;
import static org.concord.compact.Api.cooperative;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concord.compact.Database;
import org.concord.compact.ServiceTest;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class RoundResourceTest extends ServiceTest {

    @Test
    void anAllianceMayTalkButNotBuy() {
        String alliance = created(post(as(STAFF), "/agreements", agreement("ALLIANCE_MOU", "WA", "WA", "MD")));

        refused(post(as(STAFF), "/rounds", api.round(alliance, "WA", "MD")), 403, "capability-absent");
    }

    @Test
    void onlyMembersInStandingTakePart() {
        Response answer = post(as(STAFF), "/rounds", api.round(cooperative("WA", "MD"), "WA", "TX"));

        refused(answer, 409, "participant-not-in-standing");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/participants/1/member");
    }

    @Test
    void aRoundUnderAnUnknownAgreementIsAbsent() {
        refused(post(as(STAFF), "/rounds", api.round(UUID.randomUUID().toString(), "WA")), 404, "not-found");
    }

    @Test
    void demandIsDueInTheFuture() {
        Map<String, Object> round = api.round(cooperative("WA", "MD"), "WA");
        round.put("demandDueAt", api.in(-1));

        refused(post(as(STAFF), "/rounds", round), 422, "closing-time-not-ahead");
    }

    @Test
    void onlyStaffMovesARound() {
        String round = api.opened(cooperative("WA", "MD"), "WA", "MD");

        for (String user : List.of("wa.officer", "md.buyer", "auditor.one", "operator.one")) {
            refused(post(as(user), "/rounds/" + round + "/consolidations", Map.of()), 403, "not-permitted");
            refused(
                    post(as(user), "/rounds/" + round + "/tenders", Map.of("bidsDueAt", api.in(5))),
                    403,
                    "not-permitted");
            refused(post(as(user), "/rounds/" + round + "/bids", bid("A", 10, 1)), 403, "not-permitted");
            refused(post(as(user), "/rounds/" + round + "/evaluations", Map.of()), 403, "not-permitted");
        }
    }

    @Test
    void untilConsolidationAMemberSeesItsOwnDemandAndTheTotal() {
        String round = api.opened(cooperative("WA", "MD", "CA"), "WA", "MD");
        api.demand(round, "WA", 200);
        api.demand(round, "MD", 100);

        assertThat(demandsSeenBy("md.buyer", round)).containsExactly("MD");
        assertThat(demandsSeenBy("ca.buyer", round)).isEmpty();
        assertThat(demandsSeenBy(STAFF, round)).containsExactly("MD", "WA");
        assertThat(demandsSeenBy("auditor.one", round)).containsExactly("MD", "WA");
        assertThat(get(as("md.buyer"), "/rounds/" + round).jsonPath().getLong("totalDoses"))
                .isEqualTo(300);

        created(post(as(STAFF), "/rounds/" + round + "/consolidations", Map.of()));

        assertThat(demandsSeenBy("ca.buyer", round)).containsExactly("MD", "WA");
    }

    private static List<String> demandsSeenBy(String user, String round) {
        return get(as(user), "/rounds/" + round).jsonPath().getList("demands.member");
    }

    @Test
    void aForeignRoundIsAsAbsentAsAnUnknownOne() {
        String agreement = cooperative("WA", "CA");
        String round = api.opened(agreement, "WA", "CA");

        refused(get(as("md.buyer"), "/rounds/" + round), 404, "not-found");
        refused(get(as("md.buyer"), "/rounds/" + UUID.randomUUID()), 404, "not-found");
        refused(get(as("md.buyer"), "/rounds?agreement=" + agreement), 404, "not-found");
        refused(get(as("md.buyer"), "/rounds/" + round + "/evaluations/" + UUID.randomUUID()), 404, "not-found");
        assertThat(get(as("md.buyer"), "/rounds?limit=500").jsonPath().getList("items.id"))
                .doesNotContain(round);
        assertThat(get(as("ca.buyer"), "/rounds?agreement=" + agreement)
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(round);
        refused(post(as(STAFF), "/rounds/" + UUID.randomUUID() + "/consolidations", Map.of()), 404, "not-found");
    }

    @Test
    void demandIsNotConsolidatedWhileSomebodyIsMissingUntilTheHourHasCome() {
        String round = api.opened(cooperative("WA", "MD"), "WA", "MD");
        api.demand(round, "WA", 200);
        refused(post(as(STAFF), "/rounds/" + round + "/consolidations", Map.of()), 409, "demand-incomplete");

        clock.letPass(Duration.ofMinutes(2));

        Response consolidated = post(as(STAFF), "/rounds/" + round + "/consolidations", Map.of());
        created(consolidated);
        assertThat(consolidated.jsonPath().getLong("totalDoses")).isEqualTo(200);
    }

    @Test
    void demandThatArrivesAfterTheLineIsKeptAsideAndChangesNothing() throws SQLException {
        String round = api.opened(cooperative("WA", "MD"), "WA", "MD");
        api.demand(round, "WA", 200);
        api.demand(round, "MD", 100);
        created(post(as(STAFF), "/rounds/" + round + "/consolidations", Map.of()));

        api.tellDemand(round, "MD", 900);

        Database.await("late demand", "select count(*) from late_demand where round_id = '" + round + "'");
        assertThat(get(as(STAFF), "/rounds/" + round).jsonPath().getLong("totalDoses"))
                .isEqualTo(300);
    }

    @Test
    void ofTwoOfficialsWhoConsolidateAtOnceOneDoes() throws Exception {
        String round = api.opened(cooperative("WA", "MD"), "WA");
        api.demand(round, "WA", 200);
        Tokens.of(STAFF);

        List<Integer> statuses = atOnce(
                4,
                () -> post(as(STAFF), "/rounds/" + round + "/consolidations", Map.of())
                        .statusCode());

        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(3);
        assertThat(kafka.awaitAll("compact.round.v1", round, "DemandConsolidated", 1))
                .hasSize(1);
    }

    @Test
    void aSuppliersBidIsRecordedOnce() {
        String round = api.tendered(cooperative("WA", "MD"), "WA", "MD");
        created(post(as(STAFF), "/rounds/" + round + "/bids", bid("ALPHA", 500, 9)));

        refused(post(as(STAFF), "/rounds/" + round + "/bids", bid("ALPHA", 500, 8)), 409, "bid-already-recorded");
        assertThat(get(as(STAFF), "/rounds/" + round).jsonPath().getList("bids.supplier"))
                .containsExactly("ALPHA");
    }

    @Test
    void aBidThatContradictsItselfIsRefused() {
        String round = api.tendered(cooperative("WA", "MD"), "WA");
        Map<String, Object> crooked = Map.of(
                "supplier",
                "ALPHA",
                "pricing",
                "INCREMENTAL",
                "tiers",
                List.of(Map.of("from", 1, "unitCents", 9), Map.of("from", 1, "unitCents", 8)),
                "capacity",
                10,
                "minimum",
                11);

        Response answer = post(as(STAFF), "/rounds/" + round + "/bids", crooked);

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/tiers/1/from", "/minimum");
    }

    @Test
    void nothingIsEvaluatedWithoutABid() {
        String round = api.tendered(cooperative("WA", "MD"), "WA");

        refused(post(as(STAFF), "/rounds/" + round + "/evaluations", Map.of()), 409, "no-bids-recorded");
        assertThat(get(as(STAFF), "/rounds/" + round).jsonPath().getString("state"))
                .isEqualTo("TENDERED");
    }

    @Test
    void anEvaluationIsRepeatedByItsKeyAndRefusedWithoutIt() {
        String round = api.tendered(cooperative("WA", "MD"), "WA", "MD");
        created(post(as(STAFF), "/rounds/" + round + "/bids", bid("ALPHA", 500, 9)));
        String key = UUID.randomUUID().toString();

        Response first = post(as(STAFF), "/rounds/" + round + "/evaluations", Map.of(), key);
        Response again = post(as(STAFF), "/rounds/" + round + "/evaluations", Map.of(), key);

        assertThat(created(again)).isEqualTo(created(first));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        refused(post(as(STAFF), "/rounds/" + round + "/evaluations", Map.of()), 409, "round-not-in-this-state");
        assertThat(get(as("md.buyer"), "/rounds/" + round + "/evaluations/" + created(first))
                        .asString())
                .isEqualTo(first.asString());
    }

    @Test
    void theDatabaseItselfRefusesToChangeAnEvaluationOrABid() {
        String round = api.tendered(cooperative("WA", "MD"), "WA", "MD");
        String evaluation = api.evaluated(round);

        assertThatThrownBy(
                        () -> Database.execute("update evaluation set result = '{}' where id = '" + evaluation + "'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> Database.execute("delete from bid where round_id = '" + round + "'"))
                .hasMessageContaining("never changed");
    }

    static List<Integer> atOnce(int howMany, java.util.concurrent.Callable<Integer> act) throws Exception {
        try (ExecutorService officials = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> done : officials.invokeAll(Collections.nCopies(howMany, act))) {
                statuses.add(done.get());
            }
            return statuses;
        }
    }
}
