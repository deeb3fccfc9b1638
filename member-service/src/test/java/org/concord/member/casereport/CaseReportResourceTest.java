package org.concord.member.casereport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concord.kit.time.MmwrWeek;
import org.concord.member.ServiceTest;
import org.concord.testkit.KafkaProbe;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServersResource.class)
class CaseReportResourceTest extends ServiceTest {

    private static final String TOPIC = "member.case-report.v1";

    @BeforeEach
    void healthOfficers() {
        register(List.of(mandate("wa.health", "WA", "HEALTH_OFFICER"), mandate("or.health", "OR", "HEALTH_OFFICER")));
    }

    @Test
    void manyCountsArePostedAtOnceAndEachHasItsVersion() {
        UUID dataUse = dataUseAgreement(agreement("WA"));

        Response answer = posted(
                dataUse,
                "PROVISIONAL",
                null,
                cell("PERTUSSIS", "2025-W53", "CONFIRMED", 12),
                cell("MEASLES", "2025-W53", "SUSPECT", 7));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.jsonPath().getList("cells.version")).containsExactly(1, 1);
        assertThat(read(dataUse, "").jsonPath().getList("items.cases")).containsExactly(7, 12);
    }

    @Test
    void aSmallCountNeverReachesTheTopicAndItsSubstituteDoes() {
        UUID dataUse = dataUseAgreement(agreement("WA"));

        Response answer = posted(
                dataUse,
                "PROVISIONAL",
                null,
                cell("PERTUSSIS", "2026-W01", "CONFIRMED", 4),
                cell("PERTUSSIS", "2026-W01", "PROBABLE", 5),
                cell("PERTUSSIS", "2026-W01", "SUSPECT", 0),
                cell("PERTUSSIS", "2026-W02", "CONFIRMED", 1));

        KafkaProbe.Event event = probe.await(TOPIC, dataUse + "/WA", "CaseCountsReported");
        assertThat(event.data().get("cells").get(0).has("cases")).isFalse();
        assertThat(event.data().get("cells").get(0).get("substitute").asInt()).isEqualTo(2);
        assertThat(event.data().get("cells").get(1).get("cases").asInt()).isEqualTo(5);
        assertThat(event.data().get("cells").get(1).has("substitute")).isFalse();
        assertThat(event.data().get("cells").get(2).get("cases").asInt()).isEqualTo(0);
        assertThat(event.data().get("cells").get(3).has("cases")).isFalse();
        assertThat(answer.jsonPath().getList("cells.suppressed")).containsExactly(true, false, false, true);
    }

    @Test
    void whatLeavesTheServiceIsTheSameForEverySmallCount() {
        List<String> events = new ArrayList<>();
        for (int small = 1; small <= 4; small++) {
            UUID dataUse = dataUseAgreement(agreement("WA"));
            posted(
                    dataUse,
                    "PROVISIONAL",
                    null,
                    cell("PERTUSSIS", "2026-W01", "CONFIRMED", small),
                    cell("PERTUSSIS", "2026-W01", "PROBABLE", 30));
            posted(
                    dataUse,
                    "FINAL",
                    null,
                    cell("PERTUSSIS", "2026-W01", "CONFIRMED", 5 - small),
                    cell("PERTUSSIS", "2026-W01", "PROBABLE", 30));
            events.add(probe.awaitAll(TOPIC, dataUse + "/WA", "CaseCountsReported", 2).stream()
                    .map(event -> event.data().get("cells").toString())
                    .toList()
                    .toString());
        }

        assertThat(events).containsOnly(events.getFirst());
    }

    @Test
    void thresholdsGoByMemberAndCondition() {
        UUID agreement = agreement("WA", "OR");
        Map<String, Object> body = dataUse(agreement, code());
        body.put(
                "rules",
                List.of(
                        Map.of("condition", "HIV", "smallBelow", 11, "substitute", 5),
                        Map.of("member", "OR", "smallBelow", 3, "substitute", 1),
                        Map.of("member", "OR", "condition", "HIV", "smallBelow", 20, "substitute", 9)));
        UUID dataUse = UUID.fromString(staffPosting(code())
                .body(body)
                .post("/api/v1/data-use-agreements")
                .path("id"));

        assertThat(suppressed("wa.health", dataUse, "HIV", 10)).isTrue();
        assertThat(suppressed("wa.health", dataUse, "HIV", 11)).isFalse();
        assertThat(suppressed("wa.health", dataUse, "MEASLES", 4)).isTrue();
        assertThat(suppressed("or.health", dataUse, "MEASLES", 3)).isFalse();
        assertThat(suppressed("or.health", dataUse, "HIV", 19)).isTrue();
    }

    @Test
    void provisionalAndFinalCountsBothStayAndHistoryIsReadAsOfAnInstant() {
        UUID dataUse = dataUseAgreement(agreement("WA"));
        posted(dataUse, "PROVISIONAL", null, cell("PERTUSSIS", "2026-W01", "CONFIRMED", 10));
        Instant between = Instant.now();
        clock.shift(Duration.ofHours(2));
        posted(dataUse, "FINAL", null, cell("PERTUSSIS", "2026-W01", "CONFIRMED", 14));
        posted(dataUse, "FINAL", "Two were counted twice", cell("PERTUSSIS", "2026-W01", "CONFIRMED", 12));

        Response all = read(dataUse, "&versions=all");
        Response now = read(dataUse, "");
        Response then = read(dataUse, "&asOf=" + between.plusSeconds(60));

        assertThat(all.jsonPath().getList("items.cases")).containsExactly(10, 14, 12);
        assertThat(all.jsonPath().getList("items.version")).containsExactly(1, 2, 3);
        assertThat(all.jsonPath().getList("items.finality")).containsExactly("PROVISIONAL", "FINAL", "FINAL");
        assertThat(now.jsonPath().getList("items.cases")).containsExactly(12);
        assertThat(then.jsonPath().getList("items.cases")).containsExactly(10);
    }

    @Test
    void anEqualCountIsAVersionTooSoThatAVersionTellsNothing() {
        UUID dataUse = dataUseAgreement(agreement("WA"));
        posted(dataUse, "PROVISIONAL", null, cell("PERTUSSIS", "2026-W01", "CONFIRMED", 3));

        Response again = posted(dataUse, "PROVISIONAL", null, cell("PERTUSSIS", "2026-W01", "CONFIRMED", 3));

        assertThat(again.jsonPath().getList("cells.version")).containsExactly(2);
    }

    @Test
    void aFinalCountDoesNotBecomeProvisionalAgain() {
        UUID dataUse = dataUseAgreement(agreement("WA"));
        posted(dataUse, "FINAL", null, cell("PERTUSSIS", "2026-W01", "CONFIRMED", 10));

        Response answer = posted(
                dataUse,
                "PROVISIONAL",
                null,
                cell("MEASLES", "2026-W01", "CONFIRMED", 1),
                cell("PERTUSSIS", "2026-W01", "CONFIRMED", 11));

        refused(answer, 409, "count-is-final");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/cells/1");
        assertThat(read(dataUse, "").jsonPath().getList("items.condition")).containsExactly("PERTUSSIS");
    }

    @Test
    void aFinalCountIsCorrectedWithAReason() {
        UUID dataUse = dataUseAgreement(agreement("WA"));
        posted(dataUse, "FINAL", null, cell("PERTUSSIS", "2026-W01", "CONFIRMED", 10));

        refused(
                posted(dataUse, "FINAL", null, cell("PERTUSSIS", "2026-W01", "CONFIRMED", 11)),
                422,
                "correction-needs-a-reason");
    }

    @Test
    void aWeekThatHasNotBegunHasNoCountAndOneThatIsNotOverNoFinalOne() {
        UUID dataUse = dataUseAgreement(agreement("WA"));
        MmwrWeek now = MmwrWeek.of(LocalDate.ofInstant(Instant.now(), java.time.ZoneId.of("America/Los_Angeles")));

        Response ahead = posted(
                dataUse, "PROVISIONAL", null, cell("PERTUSSIS", now.plus(1).toString(), "CONFIRMED", 10));
        Response early = posted(dataUse, "FINAL", null, cell("PERTUSSIS", now.toString(), "CONFIRMED", 10));

        refused(ahead, 422, "validation-failed");
        assertThat(ahead.jsonPath().getList("errors.code")).containsExactly("not-begun");
        refused(early, 422, "validation-failed");
        assertThat(early.jsonPath().getList("errors.code")).containsExactly("not-over");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cases     | -1                | /cells/0/cases",
                "cases     | 99999999          | /cells/0/cases",
                "cases     | 1.5               | /cells/0/cases",
                "week      | '2024-W53'        | /cells/0/week",
                "week      | '2026-01-05'      | /cells/0/week",
                "condition | 'pertussis'       | /cells/0/condition",
                "status    | 'CERTAIN'         | /cells/0/status",
                "patient   | 'a name'          | /cells/0/patient"
            })
    void whatIsNoCountIsRefusedAtItsPlace(String field, String value, String pointer) {
        UUID dataUse = dataUseAgreement(agreement("WA"));
        Map<String, Object> cell = new HashMap<>(cell("PERTUSSIS", "2026-W01", "CONFIRMED", 10));
        cell.put(field, field.equals("cases") ? new BigDecimal(value) : value);

        Response answer = posted(dataUse, "PROVISIONAL", null, cell);

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly(pointer);
    }

    @Test
    void theSameCountTwiceInOneReportIsRefused() {
        UUID dataUse = dataUseAgreement(agreement("WA"));

        Response answer = posted(
                dataUse,
                "PROVISIONAL",
                null,
                cell("PERTUSSIS", "2026-W01", "CONFIRMED", 10),
                cell("PERTUSSIS", "2026-W01", "CONFIRMED", 11));

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/cells/1");
    }

    @Test
    void moreCellsThanTheBoundAreRefused() {
        UUID dataUse = dataUseAgreement(agreement("WA"));
        Map<String, Object> body = new HashMap<>();
        body.put("dataUseAgreementId", dataUse);
        body.put("finality", "PROVISIONAL");
        body.put(
                "cells",
                Collections.nCopies(PostCaseReport.MOST_CELLS + 1, cell("PERTUSSIS", "2026-W01", "CONFIRMED", 1)));

        refused(posting("wa.health").body(body).post("/api/v1/case-reports"), 422, "validation-failed");
    }

    @Test
    void nothingIsSharedBeforeOrAfterTheDaysOfTheAgreementInTheMembersZone() {
        UUID agreement = agreement("WA");
        LocalDate today = LocalDate.ofInstant(Instant.now(), java.time.ZoneId.of("America/Los_Angeles"));
        for (LocalDate[] dates :
                new LocalDate[][] {{today.plusDays(1), today.plusDays(9)}, {today.minusDays(9), today.minusDays(1)}}) {
            Map<String, Object> body = dataUse(agreement, code());
            body.put("effectiveOn", dates[0].toString());
            body.put("endsOn", dates[1].toString());
            UUID dataUse = UUID.fromString(staffPosting(code())
                    .body(body)
                    .post("/api/v1/data-use-agreements")
                    .path("id"));

            refused(
                    posted(dataUse, "PROVISIONAL", null, cell("PERTUSSIS", "2026-W01", "CONFIRMED", 10)),
                    409,
                    "data-use-agreement-not-in-force");
        }
        Map<String, Object> body = dataUse(agreement, code());
        body.put("effectiveOn", today.toString());
        body.put("endsOn", today.toString());
        UUID lastDay = UUID.fromString(staffPosting(code())
                .body(body)
                .post("/api/v1/data-use-agreements")
                .path("id"));
        assertThat(posted(lastDay, "PROVISIONAL", null, cell("PERTUSSIS", "2026-W01", "CONFIRMED", 10))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void theOfficialOfAnotherStateFindsNeitherAgreementNorCounts() {
        UUID dataUse = dataUseAgreement(agreement("WA"));
        posted(dataUse, "PROVISIONAL", null, cell("PERTUSSIS", "2026-W01", "CONFIRMED", 10));

        refused(acting("or.health").get("/api/v1/case-reports?dataUseAgreement=" + dataUse), 404, "not-found");
        refused(acting("or.health").get("/api/v1/data-use-agreements/" + dataUse), 404, "not-found");
        refused(
                post("or.health", dataUse, "PROVISIONAL", null, cell("PERTUSSIS", "2026-W01", "CONFIRMED", 1)),
                404,
                "not-found");
    }

    @Test
    void aFellowMembersHealthOfficerReadsOnlyItsOwnCounts() {
        UUID dataUse = dataUseAgreement(agreement("WA", "OR"));
        posted(dataUse, "PROVISIONAL", null, cell("PERTUSSIS", "2026-W01", "CONFIRMED", 3));

        Response answer = acting("or.health").get("/api/v1/case-reports?dataUseAgreement=" + dataUse);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("items")).isEmpty();
    }

    @Test
    void neitherStaffNorAuditorsReadTrueCounts() {
        UUID dataUse = dataUseAgreement(agreement("WA"));

        refused(as("staff.sourcing").get("/api/v1/case-reports?dataUseAgreement=" + dataUse), 403, "not-permitted");
        refused(as("auditor.one").get("/api/v1/case-reports?dataUseAgreement=" + dataUse), 403, "not-permitted");
        refused(acting("wa.buyer").get("/api/v1/case-reports?dataUseAgreement=" + dataUse), 403, "not-permitted");
    }

    @Test
    void aMemberWithoutStandingPostsNothing() {
        UUID agreement = agreement(
                List.of(), List.of(Map.of("member", "WA", "effectiveOn", "2026-01-01", "endedOn", "2026-02-01")));
        UUID dataUse = dataUseAgreement(agreement);

        refused(
                posted(dataUse, "PROVISIONAL", null, cell("PERTUSSIS", "2026-W01", "CONFIRMED", 10)),
                403,
                "not-in-standing");
    }

    @Test
    void twoReportsAtOnceFollowOneAnother() throws Exception {
        UUID dataUse = dataUseAgreement(agreement("WA"));
        List<Callable<Response>> both = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int cases = 10 + i;
            both.add(() -> posted(dataUse, "PROVISIONAL", null, cell("PERTUSSIS", "2026-W01", "CONFIRMED", cases)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Response> answer : threads.invokeAll(both)) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
            }
        }

        assertThat(read(dataUse, "&versions=all").jsonPath().getList("items.version"))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(probe.awaitAll(TOPIC, dataUse + "/WA", "CaseCountsReported", 8).stream()
                        .map(event ->
                                event.data().get("cells").get(0).get("version").asInt()))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void aRepeatedReportIsTakenOnce() {
        UUID dataUse = dataUseAgreement(agreement("WA"));
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = body(dataUse, "PROVISIONAL", null, cell("PERTUSSIS", "2026-W01", "CONFIRMED", 10));

        posting("wa.health", key).body(body).post("/api/v1/case-reports");
        Response again = posting("wa.health", key).body(body).post("/api/v1/case-reports");

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(read(dataUse, "&versions=all").jsonPath().getList("items")).hasSize(1);
    }

    @Test
    void pagesFollowOneAnotherWithoutALossOrADouble() {
        UUID dataUse = dataUseAgreement(agreement("WA"));
        List<Map<String, Object>> cells = new ArrayList<>();
        for (int week = 1; week <= 7; week++) {
            cells.add(cell("PERTUSSIS", "2026-W0" + week, "CONFIRMED", week * 10));
        }
        posting("wa.health")
                .body(Map.of("dataUseAgreementId", dataUse, "finality", "PROVISIONAL", "cells", cells))
                .post("/api/v1/case-reports");

        List<Integer> read = new ArrayList<>();
        String next = "";
        do {
            Response page = read(dataUse, "&limit=3" + next);
            read.addAll(page.jsonPath().getList("items.cases", Integer.class));
            String cursor = page.jsonPath().getString("next");
            next = cursor == null ? "" : "&cursor=" + cursor;
        } while (!next.isEmpty());

        assertThat(read).containsExactly(10, 20, 30, 40, 50, 60, 70);
        assertThat(read(dataUse, "&from=2026-W03&to=2026-W04").jsonPath().getList("items.cases"))
                .containsExactly(30, 40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&from=2024-W53", "&to=x", "&asOf=yesterday", "&versions=some", "&limit=501"})
    void aQueryThatCannotBeReadIsRefused(String query) {
        UUID dataUse = dataUseAgreement(agreement("WA"));

        assertThat(read(dataUse, query).statusCode()).isIn(400, 422);
    }

    @Test
    void aDataUseAgreementMustMakeSense() {
        Map<String, Object> body = dataUse(agreement("WA"), code());
        body.put("endsOn", "2025-01-01");
        body.put("substitute", 5);
        body.put(
                "rules",
                List.of(
                        Map.of("smallBelow", 5, "substitute", 2),
                        Map.of("member", "XX", "smallBelow", 5, "substitute", 7),
                        Map.of("member", "XX", "smallBelow", 5, "substitute", 1)));

        Response answer = staffPosting(code()).body(body).post("/api/v1/data-use-agreements");

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .containsExactly(
                        "/endsOn",
                        "/substitute",
                        "/rules/0",
                        "/rules/1/member",
                        "/rules/1/substitute",
                        "/rules/2/member",
                        "/rules/2");
    }

    @Test
    void aCodeIsGivenOnce() {
        UUID agreement = agreement("WA");
        String code = code();
        staffPosting(code()).body(dataUse(agreement, code)).post("/api/v1/data-use-agreements");

        refused(
                staffPosting(code()).body(dataUse(agreement, code)).post("/api/v1/data-use-agreements"),
                409,
                "data-use-agreement-code-taken");
    }

    @Test
    void theDatabaseItselfRefusesToChangeACount() {
        UUID dataUse = dataUseAgreement(agreement("WA"));
        posted(dataUse, "PROVISIONAL", null, cell("PERTUSSIS", "2026-W01", "CONFIRMED", 10));

        for (String change : List.of(
                "update case_count set cases = 1",
                "delete from case_count",
                "update data_use_agreement set small_below = 1")) {
            assertThatThrownBy(() -> execute(change)).hasMessageContaining("never changed");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = db.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean suppressed(String officer, UUID dataUse, String condition, int cases) {
        Response answer = post(officer, dataUse, "PROVISIONAL", null, cell(condition, "2026-W01", "CONFIRMED", cases));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getBoolean("cells[0].suppressed");
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private static Response posted(UUID dataUse, String finality, String reason, Map<String, Object>... cells) {
        return post("wa.health", dataUse, finality, reason, cells);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private static Response post(
            String officer, UUID dataUse, String finality, String reason, Map<String, Object>... cells) {
        return posting(officer).body(body(dataUse, finality, reason, cells)).post("/api/v1/case-reports");
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private static Map<String, Object> body(
            UUID dataUse, String finality, String reason, Map<String, Object>... cells) {
        Map<String, Object> body = new HashMap<>();
        body.put("dataUseAgreementId", dataUse);
        body.put("finality", finality);
        body.put("cells", List.of(cells));
        if (reason != null) {
            body.put("reason", reason);
        }
        return body;
    }

    private static Map<String, Object> cell(String condition, String week, String status, int cases) {
        return Map.of("condition", condition, "week", week, "status", status, "cases", cases);
    }

    private static Response read(UUID dataUse, String query) {
        return acting("wa.health").get("/api/v1/case-reports?dataUseAgreement=" + dataUse + query);
    }

    private static String code() {
        return "DUA-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    }

    private static void refused(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("type")).isEqualTo("urn:concord:problem:" + slug);
    }
}
