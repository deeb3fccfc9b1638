package org.concord.compact.mutualaid;

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
import org.concord.kit.time.Zones;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** MD is affected and asks; WA helps; CA is a member and no party. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class AidResourceTest extends ServiceTest {

    private String agreementId;
    private String event;
    private String request;

    @BeforeEach
    void anEventIsDeclared() {
        for (String member : List.of("md", "wa", "ca")) {
            api.mandate(member + ".delegate", "DELEGATE");
        }
        agreementId = created(post(as(STAFF), "/agreements", agreement("MUTUAL_AID", "WA", "WA", "MD", "CA")));
        event = created(declare("md.delegate", agreementId, today()));
        request = created(request("md.delegate"));
    }

    @Test
    void helpRunsFromTheOfferToTheClaim() {
        String aid = offered();
        move("wa.delegate", aid, "signatures", Map.of());
        assertThat(move("md.delegate", aid, "signatures", Map.of()).getString("stage"))
                .isEqualTo("BINDING");
        move("md.delegate", aid, "mission-orders", Map.of("missionOrder", "MO-1"));
        move("wa.delegate", aid, "amendments", Map.of("terms", terms(20_000), "reasons", "A second team is needed."));
        assertThat(move("md.delegate", aid, "amendment-signatures", Map.of()).getLong("costs[0].agreedCents"))
                .isEqualTo(20_000);
        move("wa.delegate", aid, "completions", Map.of());

        JsonPath claimed = move("wa.delegate", aid, "claims", claim("PERSONNEL", today(), 17_500));

        assertThat(claimed.getString("stage")).isEqualTo("CLAIMED");
        assertThat(claimed.getLong("costs[0].offeredCents")).isEqualTo(10_000);
        assertThat(claimed.getLong("costs[0].agreedCents")).isEqualTo(20_000);
        assertThat(claimed.getLong("costs[0].claimedCents")).isEqualTo(17_500);
        assertThat(claimed.getList("steps.move"))
                .containsExactly(
                        "OFFER",
                        "SIGN",
                        "SIGN",
                        "ORDER_MISSION",
                        "PROPOSE_AMENDMENT",
                        "AGREE_TO_AMENDMENT",
                        "COMPLETE",
                        "CLAIM");
        assertThat(kafka.await("compact.aid.v1", aid, "AidClaimed")
                        .data()
                        .get("claimedCents")
                        .longValue())
                .isEqualTo(17_500);
        assertThat(kafka.await("compact.aid.v1", aid, "AidAgreed")
                        .data()
                        .get("estimatedCents")
                        .longValue())
                .isEqualTo(10_000);
    }

    @Test
    void nothingBindsBeforeBothRepresentativesHaveSigned() {
        String aid = offered();
        move("wa.delegate", aid, "signatures", Map.of());

        refused(act("wa.delegate", aid, "signatures", Map.of()), 409, "side-has-signed");
        refused(
                act("md.delegate", aid, "mission-orders", Map.of("missionOrder", "MO-1")),
                409,
                "case-not-in-this-stage");
        move("wa.delegate", aid, "withdrawals", Map.of());
        refused(act("md.delegate", aid, "signatures", Map.of()), 409, "case-not-in-this-stage");
    }

    @Test
    void ofManySignaturesOfOneSideAtOnceOneCounts() throws Exception {
        String aid = offered();
        Tokens.of("md.delegate");
        List<Callable<Integer>> tries = new ArrayList<>(Collections.nCopies(
                5, () -> act("md.delegate", aid, "signatures", Map.of()).statusCode()));

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> tried : hands.invokeAll(tries)) {
                statuses.add(tried.get());
            }
        }

        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(show(aid).getString("stage")).isEqualTo("PARTLY_SIGNED");
    }

    @Test
    void onlyTheAffectedMemberDeclaresAsksAndEnds() {
        refused(request("wa.delegate"), 403, "not-the-requesting-member");
        refused(
                post(acting("wa.delegate"), "/aid-events/" + event + "/endings", Map.of()),
                403,
                "not-the-requesting-member");
        created(post(acting("md.delegate"), "/aid-events/" + event + "/endings", Map.of()));
        refused(request("md.delegate"), 409, "event-ended");
        refused(offer("wa.delegate", terms(10_000)), 409, "event-ended");
        refused(declare("md.delegate", agreementId, today().plusDays(2)), 422, "event-not-yet-declared");
    }

    @Test
    void eachMoveIsForItsSide() {
        String aid = offered();

        refused(offer("md.delegate", terms(1)), 409, "own-request");
        refused(act("ca.delegate", aid, "signatures", Map.of()), 403, "not-a-party");
        refused(act("md.delegate", aid, "withdrawals", Map.of()), 403, "not-the-assisting-member");
        refused(act("wa.delegate", aid, "refusals", Map.of()), 403, "not-the-requesting-member");
        move("md.delegate", aid, "refusals", Map.of());
    }

    @Test
    void workersCompensationAndWhatLiesOutsideTheMissionAreNotClaimed() {
        String aid = offered();
        move("wa.delegate", aid, "signatures", Map.of());
        move("md.delegate", aid, "signatures", Map.of());
        move("md.delegate", aid, "mission-orders", Map.of("missionOrder", "MO-1"));
        refused(act("wa.delegate", aid, "claims", claim("TRAVEL", today(), 1)), 409, "case-not-in-this-stage");
        move("wa.delegate", aid, "completions", Map.of());

        Response compensation = act("wa.delegate", aid, "claims", claim("WORKERS_COMPENSATION", today(), 1));
        Response late = act("wa.delegate", aid, "claims", claim("TRAVEL", today().plusDays(30), 1));

        refused(compensation, 422, "workers-compensation-excluded");
        assertThat(compensation.jsonPath().getString("errors[0].pointer")).isEqualTo("/lines/0/category");
        refused(late, 422, "expense-outside-mission");
        refused(act("md.delegate", aid, "claims", claim("TRAVEL", today(), 1)), 403, "not-the-assisting-member");
        assertThat(show(aid).getString("stage")).isEqualTo("COMPLETED");
        Map<String, Object> faulty = new HashMap<>(terms(1));
        faulty.put("estimate", List.of(Map.of("category", "WORKERS_COMPENSATION", "cents", 1)));
        refused(offer("wa.delegate", faulty), 422, "workers-compensation-excluded");
    }

    @Test
    void theOfficialOfAnotherStateSeesNothingAndSignaturesAreFresh() {
        api.mandate("tx.delegate", "DELEGATE");
        api.mandate("wa.buyer", "BUYER");
        String aid = offered();

        refused(act("tx.delegate", aid, "signatures", Map.of()), 404, "not-found");
        refused(get(as("tx.delegate"), "/aid-cases/" + aid), 404, "not-found");
        refused(get(as("tx.delegate"), "/aid-events?agreement=" + agreementId), 404, "not-found");
        refused(get(given(), "/aid-cases/" + aid), 401, "sign-in-required");
        refused(act("wa.buyer", aid, "signatures", Map.of()), 403, "not-permitted");
        refused(post(as(STAFF), "/aid-cases/" + aid + "/signatures", Map.of()), 403, "not-permitted");
        Tokens.of("wa.delegate");
        clock.after(
                Duration.ofMinutes(20),
                () -> refused(act("wa.delegate", aid, "signatures", Map.of()), 401, "fresh-sign-in-required"));
    }

    @Test
    void anInstrumentWithoutThePowerGivesNoAid() {
        refused(declare("md.delegate", cooperative("WA", "MD"), today()), 403, "capability-absent");
    }

    @Test
    void everyMoveStaysOnFile() {
        String aid = offered();

        assertThatThrownBy(() -> Database.execute("update aid_step set member = 'CA' where case_id = '" + aid + "'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> Database.execute("update aid_request set need = 'x' where id = '" + request + "'"))
                .hasMessageContaining("never changed");
    }

    @Test
    void eventsRequestsAndOffersAreListed() {
        String aid = offered();

        assertThat(get(as("ca.buyer"), "/aid-events?agreement=" + agreementId)
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(event);
        assertThat(get(as("ca.buyer"), "/aid-requests?event=" + event)
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(request);
        assertThat(get(as("ca.buyer"), "/aid-cases?request=" + request)
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(aid);
    }

    private String offered() {
        return created(offer("wa.delegate", terms(10_000)));
    }

    private Response declare(String username, String agreement, LocalDate on) {
        return post(
                acting(username),
                "/aid-events",
                Map.of(
                        "agreementId",
                        agreement,
                        "title",
                        "Sample storm",
                        "declaration",
                        "Sample proclamation 1",
                        "declaredOn",
                        on.toString()));
    }

    private Response request(String username) {
        return post(
                acting(username),
                "/aid-requests",
                Map.of(
                        "eventId",
                        event,
                        "need",
                        "Two vaccination teams",
                        "neededFrom",
                        today().toString(),
                        "neededUntil",
                        today().plusDays(14).toString()));
    }

    private Response offer(String username, Map<String, Object> terms) {
        return post(
                acting(username), "/aid-cases", Map.of("requestId", request, "resource", "One team", "terms", terms));
    }

    private Map<String, Object> terms(long cents) {
        return Map.of(
                "mission",
                "Vaccinate",
                "startsOn",
                today().toString(),
                "endsOn",
                today().plusDays(14).toString(),
                "estimate",
                List.of(Map.of("category", "PERSONNEL", "cents", cents)));
    }

    private static Map<String, Object> claim(String category, LocalDate on, long cents) {
        return Map.of(
                "lines",
                List.of(Map.of(
                        "category", category, "cents", cents, "incurredOn", on.toString(), "document", "receipt 1")));
    }

    private static Response act(String username, String aid, String move, Object body) {
        return post(
                acting(username),
                "/aid-cases/" + aid + "/" + move,
                body,
                UUID.randomUUID().toString());
    }

    private static JsonPath move(String username, String aid, String move, Object body) {
        Response answer = act(username, aid, move, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath();
    }

    private static JsonPath show(String aid) {
        return get(as("ca.buyer"), "/aid-cases/" + aid).jsonPath();
    }

    private LocalDate today() {
        return Zones.dateIn("MD", clock.instant());
    }
}
