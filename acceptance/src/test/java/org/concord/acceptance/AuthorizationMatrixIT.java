package org.concord.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.concord.acceptance.story.Answer;
import org.concord.acceptance.story.Cast;
import org.concord.acceptance.story.Official;
import org.concord.acceptance.story.Play;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who may do what, through the front door: operations against officials of the member itself, of another member of the
 * agreement, of a state outside it, and of no member. Maryland owns what is asked for; Washington leads; Oregon is in
 * the agreement too; Texas is not.
 */
@ExtendWith(RunningPlatform.Provided.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationMatrixIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String UNKNOWN = "01900000-0000-7000-8000-000000000000";

    private RunningPlatform platform;
    private Cast cast;
    private Play.Awarded awarded;
    private String roundId;
    private String ballotId;
    private String orderId;

    /**
     * One cell.
     *
     * @param actingFor the member named in the request; null for none
     * @param body null for a read
     */
    private record Cell(
            String who,
            @Nullable String actingFor,
            String path,
            @Nullable ObjectNode body,
            int expected) {

        String title() {
            String acting = actingFor == null ? "" : " for " + actingFor;
            return (body == null ? "GET " : "POST ") + path + " by " + who + acting + " is " + expected;
        }
    }

    @BeforeAll
    void anAwardedRoundWithAnOrderOfMaryland(RunningPlatform running) throws Exception {
        platform = running;
        cast = running.cast();
        awarded = SmallRound.awarded(platform, "A round to look at", List.of("WA", "OR", "MD"), 100, 10_000_00);
        roundId = ok(cast.staff().get("/api/v1/awards/" + awarded.awardId()))
                .path("roundId")
                .asText();
        ballotId = ok(cast.staff().get("/api/v1/ballots?agreement=" + awarded.agreementId()))
                .path("items")
                .path(0)
                .path("id")
                .asText();
        Official buyer = cast.buyer("MD");
        Answer placed = buyer.post("/api/v1/orders", order(10));
        for (int i = 0; i < 100 && placed.status() == 404; i++) {
            RunningPlatform.pause(Duration.ofMillis(100));
            placed = buyer.post("/api/v1/orders", order(10));
        }
        assertThat(placed.status()).as(placed.toString()).isEqualTo(201);
        orderId = placed.body().path("id").asText();
        String state = "";
        for (int i = 0; i < 300 && !state.equals("PRE_ENCUMBERED"); i++) {
            RunningPlatform.pause(Duration.ofMillis(100));
            state = ok(buyer.get("/api/v1/orders/" + orderId)).path("state").asText();
        }
        assertThat(state).isEqualTo("PRE_ENCUMBERED");
    }

    @TestFactory
    Stream<DynamicTest> whoMayReadWhat() {
        String order = "/api/v1/orders/" + orderId;
        String book = "/api/v1/books/" + awarded.agreementId();
        String budget = book + "/budgets/MD?fund=GEN&year=" + year();
        List<Cell> cells = new ArrayList<>();
        // An order is its member's own; staff and auditors see all.
        reads(cells, order, 200, "md.buyer", "md.approver", "md.treasurer", "md.delegate");
        reads(cells, order, 404, "or.buyer", "wa.officer", "tx.buyer");
        reads(cells, order, 200, "staff.sourcing", "auditor.one");
        // What the members decide together is theirs alone.
        for (String shared : List.of(
                "/api/v1/agreements/" + awarded.agreementId(),
                "/api/v1/rounds/" + roundId,
                "/api/v1/ballots/" + ballotId,
                "/api/v1/awards/" + awarded.awardId())) {
            reads(cells, shared, 200, "md.delegate", "or.buyer", "staff.sourcing", "auditor.one");
            reads(cells, shared, 404, "tx.delegate", "tx.buyer");
        }
        // The book is the exception by purpose: open to every member with standing in its agreement.
        for (String shared : List.of(book, book + "/entries", book + "/accounts", budget)) {
            reads(cells, shared, 200, "md.treasurer", "or.treasurer", "staff.sourcing", "auditor.one");
            reads(cells, shared, 404, "tx.treasurer");
        }
        return tests(cells);
    }

    @TestFactory
    Stream<DynamicTest> whoMayDoWhat() {
        String agreementId = awarded.agreementId();
        ObjectNode agreement =
                object().put("code", "NEVER").put("title", "Never").put("type", "COOPERATIVE_CONTRACT");
        agreement
                .put("lead", "MD")
                .putArray("members")
                .addObject()
                .put("member", "MD")
                .put("effectiveOn", "2026-01-01");
        ObjectNode ballot = object().put("agreementId", agreementId).put("closesAt", "2099-01-01T00:00:00Z");
        ballot.putObject("matter")
                .put("type", "CONCUR_IN_AWARD")
                .put("roundId", roundId)
                .put("evaluationId", UNKNOWN);
        ObjectNode vote = object().put("choice", "CONCUR");
        ObjectNode award = object().put("evaluationId", UNKNOWN).put("ballotId", ballotId);
        ObjectNode money = object().put("fund", "GEN")
                .put("appropriationYear", year())
                .put("amountCents", 1)
                .put("erpDocument", "MD-MATRIX");
        ObjectNode mandates = object().put("instrument", "letter");
        mandates.putArray("mandates")
                .addObject()
                .put("subject", UNKNOWN)
                .put("username", "nobody")
                .put("name", "Nobody")
                .put("member", "MD")
                .put("role", "BUYER")
                .put("effectiveOn", "2026-01-01");
        String votes = "/api/v1/ballots/" + ballotId + "/votes";
        String awards = "/api/v1/rounds/" + roundId + "/awards";
        String appropriations = "/api/v1/books/" + agreementId + "/appropriations";
        String approvals = "/api/v1/orders/" + orderId + "/approvals";
        String submissions = "/api/v1/orders/" + orderId + "/submissions";
        ObjectNode number = object().put("purchaseOrderNumber", "PO-MATRIX");
        List<Cell> cells = new ArrayList<>();
        // Staff's work is nobody else's.
        writes(cells, "/api/v1/agreements", agreement, 403, "md.officer", "md.delegate", "auditor.one", "operator.one");
        writes(cells, "/api/v1/ballots", ballot, 403, "md.delegate", "auditor.one");
        writes(cells, "/api/v1/mandate-registrations", mandates, 403, "md.buyer", "md.officer", "auditor.one");
        writes(cells, "/api/v1/rounds/" + roundId + "/consolidations", object(), 403, "wa.officer", "auditor.one");
        // A vote is the delegate's, an award the lead's officer's, money the treasurer's, and an auditor writes
        // nothing.
        writes(cells, votes, vote, 403, "md.buyer", "md.treasurer", "staff.sourcing", "auditor.one");
        writes(cells, votes, vote, 404, "tx.delegate");
        writes(cells, awards, award, 403, "or.officer", "wa.buyer", "staff.sourcing", "auditor.one");
        writes(cells, awards, award, 404, "tx.officer");
        writes(cells, appropriations, money, 403, "md.buyer", "md.approver", "staff.sourcing", "auditor.one");
        writes(cells, appropriations, money, 404, "tx.treasurer");
        writes(cells, appropriations, money, 201, "md.treasurer");
        // Who asks does not approve, and nobody does either for another member.
        writes(cells, "/api/v1/orders", order(10), 403, "md.approver", "md.treasurer", "staff.sourcing", "auditor.one");
        writes(cells, "/api/v1/orders", order(10), 404, "tx.buyer");
        writes(cells, submissions, number, 404, "or.buyer", "tx.buyer");
        writes(cells, submissions, number, 403, "md.approver", "md.treasurer");
        writes(cells, approvals, object(), 404, "or.approver", "tx.approver");
        writes(cells, approvals, object(), 403, "md.buyer", "md.officer");
        writes(cells, approvals, object(), 409, "md.approver");
        writes(cells, submissions, number, 201, "md.buyer");
        writes(cells, approvals, object(), 201, "md.approver");
        // A member that is not in the sign-in cannot be acted for, whatever the mandate at home.
        cells.add(new Cell("or.buyer", "MD", "/api/v1/orders", order(10), 403));
        cells.add(new Cell("or.treasurer", "MD", appropriations, money, 403));
        cells.add(new Cell("or.approver", "MD", approvals, object(), 403));
        cells.add(new Cell("or.buyer", "MD", "/api/v1/orders/" + orderId, null, 403));
        cells.add(new Cell("staff.sourcing", "MD", "/api/v1/orders", order(10), 403));
        return tests(cells);
    }

    @Test
    void aForeignRowIsToldApartFromAnUnknownOneByNothing() {
        for (String shape : List.of("/api/v1/orders/%s", "/api/v1/rounds/%s", "/api/v1/ballots/%s")) {
            String foreign = shape.contains("orders") ? orderId : shape.contains("rounds") ? roundId : ballotId;

            JsonNode ofForeign = cast.buyer("TX").get(shape.formatted(foreign)).body();
            JsonNode ofUnknown = cast.buyer("TX").get(shape.formatted(UNKNOWN)).body();

            assertThat(anonymous(ofForeign, foreign)).isEqualTo(anonymous(ofUnknown, UNKNOWN));
        }
    }

    @Test
    void withoutASessionNothingOfTheMembersIsShown() throws Exception {
        for (String path : List.of(
                "/api/v1/agreements",
                "/api/v1/orders/" + orderId,
                "/api/v1/books/" + awarded.agreementId() + "/entries")) {
            assertThat(anonymously(HttpRequest.newBuilder(platform.gateway().resolve(path)))
                            .statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void withoutASessionNothingIsWritten() throws Exception {
        HttpResponse<String> answer =
                anonymously(HttpRequest.newBuilder(platform.gateway().resolve("/api/v1/orders"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(order(10).toString())));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private Stream<DynamicTest> tests(List<Cell> cells) {
        return cells.stream()
                .map(cell -> dynamicTest(cell.title(), () -> {
                    Official official = cast.actingFor(cell.who(), cell.actingFor());
                    Answer answer =
                            cell.body() == null ? official.get(cell.path()) : official.post(cell.path(), cell.body());
                    assertThat(answer.status()).as(answer.toString()).isEqualTo(cell.expected());
                }));
    }

    private static void reads(List<Cell> cells, String path, int expected, String... people) {
        for (String who : people) {
            cells.add(new Cell(who, home(who), path, null, expected));
        }
    }

    private static void writes(List<Cell> cells, String path, ObjectNode body, int expected, String... people) {
        for (String who : people) {
            cells.add(new Cell(who, home(who), path, body, expected));
        }
    }

    /** The member whose official this is; staff and auditors have none. */
    private static @Nullable String home(String who) {
        String first = who.substring(0, who.indexOf('.'));
        return first.length() == 2 ? first.toUpperCase(Locale.ROOT) : null;
    }

    private ObjectNode order(long doses) {
        return object().put("agreementId", awarded.agreementId())
                .put("awardId", awarded.awardId())
                .put("doses", doses)
                .put("fund", "GEN")
                .put("appropriationYear", year());
    }

    /** The problem without what must differ: the address asked for and the trace. */
    private static String anonymous(JsonNode problem, String id) {
        ObjectNode copy = problem.deepCopy();
        copy.remove(List.of("instance", "traceId"));
        return copy.toString().replace(id, "ID");
    }

    private static HttpResponse<String> anonymously(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        }
    }

    private static int year() {
        return LocalDate.now(ZoneOffset.UTC).getYear();
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }
}
