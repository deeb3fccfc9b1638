package org.concord.compact.backstop;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.agreement;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.cooperative;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concord.compact.Database;
import org.concord.compact.ServiceTest;
import org.concord.kit.time.Zones;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** WA leads and holds the fund; MD and CA draw. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class BackstopResourceTest extends ServiceTest {

    private String agreementId;
    private String pool;

    @BeforeEach
    void openPool() {
        for (String member : List.of("wa", "md", "ca")) {
            api.mandate(member + ".treasurer", "TREASURER");
        }
        api.mandate("wa.approver", "APPROVER");
        agreementId = created(post(as(STAFF), "/agreements", agreement("MUTUAL_AID", "WA", "WA", "MD", "CA")));
        pool = created(open(agreementId, 1000, 700));
        lapse();
    }

    @Test
    void aDrawIsAskedForApprovedAndRecoveredWhenTheFederalMoneyComes() {
        String draw = created(request("md.treasurer", 600));
        assertThat(approve("wa.treasurer", draw).jsonPath().getString("stage")).isEqualTo("DRAWN");
        assertThat(pool().getLong("outstandingCents")).isEqualTo(600);

        JsonPath due = done("md.treasurer", draw, "federal-payments", movement(700, "letter 1"));
        assertThat(due.getLong("dueCents")).isEqualTo(600);
        assertThat(due.getLong("duplicateCents")).isEqualTo(600);
        JsonPath part = done("wa.treasurer", draw, "recoveries", movement(250, "wire 1"));
        assertThat(part.getString("stage")).isEqualTo("RECOVERY_DUE");
        assertThat(pool().getLong("outstandingCents")).isEqualTo(350);
        JsonPath all = done("wa.treasurer", draw, "recoveries", movement(350, "wire 2"));

        assertThat(all.getString("stage")).isEqualTo("RECOVERED");
        assertThat(all.getList("movements.kind")).containsExactly("FEDERAL_PAYMENT", "RECOVERY", "RECOVERY");
        assertThat(pool().getLong("outstandingCents")).isZero();
        assertThat(kafka.await("compact.backstop.v1", draw, "DuplicatePaymentFound")
                        .data()
                        .get("dueCents")
                        .longValue())
                .isEqualTo(600);
    }

    @Test
    void capsHoldHoweverManyAreApprovedAtOnce() throws Exception {
        List<String> draws = List.of(
                created(request("md.treasurer", 600)),
                created(request("ca.treasurer", 600)),
                created(request("ca.treasurer", 100)));
        Tokens.of("wa.treasurer");
        List<Callable<Integer>> approvals = new ArrayList<>();
        draws.forEach(draw -> approvals.add(() -> approve("wa.treasurer", draw).statusCode()));

        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> approved : hands.invokeAll(approvals)) {
                assertThat(approved.get()).isIn(201, 409);
            }
        }

        assertThat(pool().getLong("outstandingCents")).isEqualTo(700);
        String more = created(request("md.treasurer", 301));
        refused(approve("wa.treasurer", more), 409, "pool-cap-exceeded");
    }

    @Test
    void oneMemberStaysUnderItsOwnCap() {
        assertThat(approve("wa.treasurer", created(request("md.treasurer", 500)))
                        .statusCode())
                .isEqualTo(201);

        Response answer = approve("wa.treasurer", created(request("md.treasurer", 201)));

        refused(answer, 409, "member-cap-exceeded");
        assertThat(answer.jsonPath().getLong("roomCents")).isEqualTo(200);
    }

    @Test
    void whoAsksDoesNotApproveAndOnlyTheLeadDecides() {
        String own = created(request("wa.treasurer", 100));
        refused(approve("wa.treasurer", own), 409, "requester-does-not-approve");
        assertThat(approve("wa.approver", own).statusCode()).isEqualTo(201);

        String draw = created(request("md.treasurer", 100));
        refused(approve("ca.treasurer", draw), 403, "not-the-funds-holder");
        refused(post(as(STAFF), "/backstop-draws/" + draw + "/approvals", Map.of()), 403, "not-permitted");
        Response refusal = act("wa.approver", draw, "refusals", Map.of("reasons", "Not what the pool is for."));
        assertThat(refusal.jsonPath().getString("stage")).isEqualTo("REFUSED");
        refused(approve("wa.treasurer", draw), 409, "draw-not-in-this-stage");
        Tokens.of("wa.treasurer");
        String another = created(request("md.treasurer", 100));
        clock.after(
                Duration.ofMinutes(20), () -> refused(approve("wa.treasurer", another), 401, "fresh-sign-in-required"));
    }

    @Test
    void nothingIsDrawnOnceTheProgramPays() {
        String asked = created(request("md.treasurer", 100));
        created(post(
                as(STAFF),
                "/backstop-pools/" + pool + "/restorations",
                Map.of("restoredOn", today().minusDays(1).toString(), "citation", "Sample notice 2")));

        refused(request("md.treasurer", 100), 409, "no-lapse");
        refused(approve("wa.treasurer", asked), 409, "no-lapse");
        lapse();
        refused(
                post(
                        as(STAFF),
                        "/backstop-pools/" + pool + "/lapses",
                        Map.of("lapsedOn", today().toString(), "citation", "Again")),
                409,
                "lapse-open");
        refused(
                post(
                        as(STAFF),
                        "/backstop-pools/" + pool + "/restorations",
                        Map.of("restoredOn", "2020-01-01", "citation", "Too early")),
                422,
                "restored-before-lapse");
    }

    @Test
    void noMoreGoesBackThanWasPaidTwiceAndADocumentCountsOnce() {
        String draw = created(request("md.treasurer", 600));
        refused(act("md.treasurer", draw, "federal-payments", movement(1, "early")), 409, "draw-not-in-this-stage");
        approve("wa.treasurer", draw);
        refused(act("wa.treasurer", draw, "recoveries", movement(1, "early")), 409, "draw-not-in-this-stage");
        done("md.treasurer", draw, "federal-payments", movement(200, "letter 1"));

        refused(act("wa.treasurer", draw, "recoveries", movement(201, "wire 1")), 422, "recovery-exceeds-duplicate");
        refused(act("md.treasurer", draw, "federal-payments", movement(200, "letter 1")), 409, "document-recorded");
        refused(act("ca.treasurer", draw, "federal-payments", movement(1, "letter 2")), 404, "not-found");
        refused(act("md.treasurer", draw, "recoveries", movement(100, "wire 1")), 403, "not-the-funds-holder");
        assertThat(done("wa.treasurer", draw, "recoveries", movement(200, "wire 1"))
                        .getString("stage"))
                .isEqualTo("DRAWN");
        assertThatThrownBy(
                        () -> Database.execute("update backstop_movement set cents = 1 where draw_id = '" + draw + "'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> Database.execute(
                        "update backstop_draw set decided_by = requested_by where id = '" + draw + "'"))
                .hasMessageContaining("backstop_draw_by_two_ck");
    }

    @Test
    void theOfficialOfAnotherStateSeesNothing() {
        api.mandate("tx.treasurer", "TREASURER");
        String draw = created(request("md.treasurer", 100));

        refused(request("tx.treasurer", 100), 404, "not-found");
        refused(get(as("tx.treasurer"), "/backstop-draws/" + draw), 404, "not-found");
        refused(get(as("tx.treasurer"), "/backstop-pools/" + pool), 404, "not-found");
        refused(get(given(), "/backstop-pools/" + pool), 401, "sign-in-required");
        refused(act("ca.treasurer", draw, "withdrawals", Map.of()), 404, "not-found");
        assertThat(act("md.treasurer", draw, "withdrawals", Map.of()).jsonPath().getString("stage"))
                .isEqualTo("TAKEN_BACK");
        assertThat(get(as("ca.buyer"), "/backstop-draws?pool=" + pool)
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(draw);
        assertThat(get(as("ca.buyer"), "/backstop-pools?agreement=" + agreementId)
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(pool);
    }

    @Test
    void aPoolHasCapsThatFitAndAnInstrumentThatGivesThePower() {
        refused(open(agreementId, 100, 101), 422, "member-cap-above-cap");
        refused(open(cooperative("WA", "MD"), 100, 100), 403, "capability-absent");
        refused(post(acting("md.treasurer"), "/backstop-pools", pool(agreementId, 100, 100)), 403, "not-permitted");
    }

    private void lapse() {
        created(post(
                as(STAFF),
                "/backstop-pools/" + pool + "/lapses",
                Map.of("lapsedOn", today().minusDays(3).toString(), "citation", "Sample notice 1")));
    }

    private static Response open(String agreement, long cap, long memberCap) {
        return post(as(STAFF), "/backstop-pools", pool(agreement, cap, memberCap));
    }

    private static Map<String, Object> pool(String agreement, long cap, long memberCap) {
        return Map.of(
                "agreementId",
                agreement,
                "code",
                "POOL-" + UUID.randomUUID(),
                "program",
                "Sample food program",
                "triggerRule",
                "No federal payment for a month that has begun.",
                "capCents",
                cap,
                "memberCapCents",
                memberCap);
    }

    private Response request(String username, long cents) {
        return post(
                acting(username),
                "/backstop-draws",
                Map.of("poolId", pool, "amountCents", cents, "purpose", "Benefits of the month"));
    }

    private static Response approve(String username, String draw) {
        return act(username, draw, "approvals", Map.of());
    }

    private static Response act(String username, String draw, String act, Object body) {
        return post(acting(username), "/backstop-draws/" + draw + "/" + act, body);
    }

    private static JsonPath done(String username, String draw, String act, Object body) {
        Response answer = act(username, draw, act, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath();
    }

    private Map<String, Object> movement(long cents, String document) {
        return Map.of("cents", cents, "movedOn", today().toString(), "document", document);
    }

    private JsonPath pool() {
        return get(as("md.buyer"), "/backstop-pools/" + pool).jsonPath();
    }

    private LocalDate today() {
        return Zones.dateIn("MD", clock.instant());
    }
}
