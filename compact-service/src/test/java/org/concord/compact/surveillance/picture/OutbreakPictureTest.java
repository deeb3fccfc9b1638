package org.concord.compact.surveillance.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concord.compact.Api;
import org.concord.compact.Database;
import org.concord.compact.ServiceTest;
import org.concord.kit.time.MmwrWeek;
import org.concord.testkit.ServersResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServersResource.class)
class OutbreakPictureTest extends ServiceTest {

    private static final String NOW = "2026-W40";

    private final Map<String, Integer> reports = new HashMap<>();
    private String agreement;
    private UUID dataUse;

    @BeforeEach
    void twoMembersShare() {
        agreement = Api.cooperative("MD", "WA");
        dataUse = UUID.randomUUID();
    }

    // ---- tables, series, backfill

    @Test
    void aTableShowsCountsAndTotalsByWeekMemberAndStatus() {
        shared("MD", told(NOW, "CONFIRMED", 1, 10), told(NOW, "PROBABLE", 1, 6));
        shared("WA", told(NOW, "CONFIRMED", 1, 20), told(NOW, "PROBABLE", 1, 0));

        Response table = table("");

        assertThat(cases(table, "MD", "CONFIRMED")).isEqualTo(10);
        assertThat(cases(table, "MD", null)).isEqualTo(16);
        assertThat(cases(table, "WA", "PROBABLE")).isEqualTo(0);
        assertThat(cases(table, null, "CONFIRMED")).isEqualTo(30);
        assertThat(cases(table, null, null)).isEqualTo(36);
    }

    @Test
    void aSuppressedCountTakesEveryTotalWithIt() {
        shared("MD", few(NOW, "CONFIRMED", 1), told(NOW, "PROBABLE", 1, 6));
        shared("WA", told(NOW, "CONFIRMED", 1, 20), told(NOW, "PROBABLE", 1, 8));

        Response table = table("");

        assertThat(row(table, "MD", "CONFIRMED")).doesNotContainKey("cases").containsEntry("suppressed", true);
        assertThat(row(table, "MD", null)).doesNotContainKey("cases").containsEntry("atLeast", 6);
        assertThat(row(table, null, "CONFIRMED")).doesNotContainKey("cases").containsEntry("atLeast", 20);
        assertThat(row(table, null, null)).doesNotContainKey("cases").containsEntry("atLeast", 34);
        assertThat(cases(table, null, "PROBABLE")).isEqualTo(14);
        assertThat(cases(table, "WA", null)).isEqualTo(28);
    }

    @Test
    void theCsvIsTheTable() {
        shared("MD", few(NOW, "CONFIRMED", 1), told(NOW, "PROBABLE", 1, 6));

        String csv = table("&format=csv").asString();

        assertThat(csv.lines())
                .containsExactly(
                        "week,member,status,cases,suppressed,at_least,finality,version",
                        "2026-W40,MD,CONFIRMED,,true,,PROVISIONAL,1",
                        "2026-W40,MD,PROBABLE,6,false,,PROVISIONAL,1",
                        "2026-W40,MD,ALL,,true,6,,",
                        "2026-W40,ALL,CONFIRMED,,true,0,,",
                        "2026-W40,ALL,PROBABLE,6,false,,,",
                        "2026-W40,ALL,ALL,,true,6,,");
    }

    @Test
    void theTableOfAnEarlierInstantIsSeenAgain() {
        shared("MD", "2026-10-10T00:00:00Z", "PROVISIONAL", told(NOW, "CONFIRMED", 1, 10));
        shared("MD", "2026-10-20T00:00:00Z", "FINAL", told(NOW, "CONFIRMED", 2, 14));

        assertThat(cases(table(""), "MD", "CONFIRMED")).isEqualTo(14);
        assertThat(cases(table("&asOf=2026-10-15T00:00:00Z"), "MD", "CONFIRMED"))
                .isEqualTo(10);
        assertThat(table("&asOf=2026-10-01T00:00:00Z").jsonPath().getList("rows"))
                .isEmpty();
    }

    @Test
    void backfillShowsHowAWeekMovedAndNothingBesideASuppressedVersion() {
        shared("MD", told(NOW, "CONFIRMED", 1, 10));
        shared("MD", told(NOW, "CONFIRMED", 2, 17));
        shared("MD", few(NOW, "CONFIRMED", 3));
        shared("MD", "2026-10-20T00:00:00Z", "FINAL", told(NOW, "CONFIRMED", 4, 9));

        Response answer = get(as(STAFF), "/case-backfills" + query("&member=MD&week=" + NOW));

        assertThat(answer.jsonPath().getList("versions.cases")).containsExactly(10, 17, null, 9);
        assertThat(answer.jsonPath().getList("versions.change")).containsExactly(null, 7, null, null);
        assertThat(answer.jsonPath().getList("versions.finality")).endsWith("FINAL");
    }

    @Test
    void aSeriesAddsStatusesAndMembers() {
        shared("MD", told("2026-W39", "CONFIRMED", 1, 5), told(NOW, "CONFIRMED", 1, 10), told(NOW, "PROBABLE", 1, 6));
        shared("WA", told("2026-W39", "CONFIRMED", 1, 7), few(NOW, "CONFIRMED", 1));

        Response all = get(as(STAFF), "/case-series" + query("&to=" + NOW));
        Response own = get(as(STAFF), "/case-series" + query("&to=" + NOW + "&member=MD&status=CONFIRMED"));

        assertThat(all.jsonPath().getList("points.cases")).containsExactly(12, null);
        assertThat(all.jsonPath().getList("points.atLeast")).containsExactly(null, 16);
        assertThat(own.jsonPath().getList("points.cases")).containsExactly(5, 10);
    }

    @Test
    void aSeriesIsWhatTheTableTellsAsTheTotalOfEachWeek() {
        Random chance = new Random(20261122);
        List<String> statuses = List.of("CONFIRMED", "PROBABLE", "SUSPECT");
        for (String member : List.of("MD", "WA", "OR")) {
            List<Map<String, Object>> cells = new ArrayList<>();
            for (int week = 20; week < 40; week++) {
                for (String status : statuses) {
                    int kind = chance.nextInt(10);
                    if (kind > 0) {
                        String label = "2026-W" + week;
                        cells.add(kind == 1 ? few(label, status, 1) : told(label, status, 1, chance.nextInt(50)));
                    }
                }
            }
            shared(member, "2026-10-10T00:00:00Z", chance.nextBoolean() ? "FINAL" : "PROVISIONAL", cells);
        }

        Response table = get(as(STAFF), "/case-tables" + query("&from=2026-W20&to=2026-W39"));

        for (String member : Arrays.asList("MD", "WA", "OR", null)) {
            String whose = member == null ? "" : "&member=" + member;
            List<Map<String, Object>> points = get(as(STAFF), "/case-series" + query("&to=2026-W39" + whose))
                    .jsonPath()
                    .getList("points");
            List<Map<String, Object>> totals = table.jsonPath().<Map<String, Object>>getList("rows").stream()
                    .filter(row -> Objects.equals(row.get("member"), member) && row.get("status") == null)
                    .toList();
            assertThat(points).hasSizeGreaterThan(10);
            assertThat(told(points)).isEqualTo(told(totals));
        }
    }

    private static List<List<Object>> told(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> Arrays.asList(row.get("week"), row.get("cases"), row.get("suppressed"), row.get("atLeast")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/case-tables?from=2024-W53&to=2025-W01",
                "/case-tables?from=2024-W01&to=2025-W10",
                "/case-tables?from=2025-W10&to=2025-W01",
                "/case-tables?asOf=yesterday",
                "/case-series?from=1950-W01",
                "/case-series?member=maryland",
                "/case-backfills?member=MD&week=2024-W53",
                "/case-tables?format=xml",
                "/case-series?status=CERTAIN"
            })
    void aQueryThatCannotBeReadIsRefused(String query) {
        shared("MD", told(NOW, "CONFIRMED", 1, 10));

        refused(get(as(STAFF), query + "&condition=PERTUSSIS&dataUseAgreement=" + dataUse), 422, "validation-failed");
    }

    @Test
    void theOfficialOfAnotherStateFindsNothingAndAMembersFindsAll() {
        shared("MD", told(NOW, "CONFIRMED", 1, 10));

        for (String path : List.of("/case-tables", "/case-series", "/case-backfills")) {
            String asked = path + query("&member=MD&week=" + NOW);
            refused(get(acting("or.health"), asked), 404, "not-found");
            refused(get(RestAssured.given(), asked), 401, "sign-in-required");
            assertThat(get(acting("wa.health"), asked).statusCode()).isEqualTo(200);
            assertThat(get(as("auditor.one"), asked).statusCode()).isEqualTo(200);
        }
        refused(get(acting("or.health"), "/alerts?dataUseAgreement=" + dataUse), 404, "not-found");
        refused(
                get(as(STAFF), "/case-tables?condition=PERTUSSIS&dataUseAgreement=" + UUID.randomUUID()),
                404,
                "not-found");
    }

    @Test
    void theDatabaseItselfRefusesToChangeAVersion() {
        shared("MD", told(NOW, "CONFIRMED", 1, 10));

        assertThatThrownBy(() -> Database.execute("update case_cell_version set cases = 1"))
                .hasMessageContaining("never changed");
    }

    // ---- alerts

    @Test
    void anOutbreakRaisesAnAlertThatAnyoneCanReplay() {
        outbreakIn("MD");
        quiet("WA");

        Response run = run(List.of(Map.of("method", "EARS_C2", "minSigma", 0.5)));
        assertThat(run.statusCode()).as(run.asString()).isEqualTo(201);
        assertThat(run.jsonPath().getInt("seriesJudged")).isEqualTo(3);
        List<String> members = alerts().jsonPath().getList("items.member");
        assertThat(members).contains("MD").doesNotContain("WA");
        String id = alerts().jsonPath().getString("items.find { it.member == 'MD' }.id");

        Response alert = get(acting("wa.health"), "/alerts/" + id);
        Response replay = RestAssured.given()
                .contentType("application/json")
                .body(alert.jsonPath().getMap("inputs"))
                .post("/api/v1/alert-evaluations");

        assertThat(replay.statusCode()).as(replay.asString()).isEqualTo(200);
        assertThat(replay.jsonPath().getDouble("results[0].points[-1].statistic"))
                .isEqualTo(alert.jsonPath().getDouble("statistic"));
        assertThat(replay.jsonPath().getDouble("results[0].points[-1].bound"))
                .isEqualTo(alert.jsonPath().getDouble("bound"));
        assertThat(replay.jsonPath().getBoolean("results[0].points[-1].alarm")).isTrue();
        assertThat(replay.jsonPath().getString("results[0].points[-1].week")).isEqualTo(NOW);
    }

    @Test
    void aSuppressedCountIsJudgedAsItsSubstitute() {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (int back = 12; back > 0; back--) {
            cells.add(few(week(-back), "CONFIRMED", 1));
        }
        cells.add(told(NOW, "CONFIRMED", 1, 40));
        shared("MD", cells);

        run(List.of(Map.of("method", "EARS_C1", "minSigma", 0.5)));

        Response alert = get(as(STAFF), "/alerts/" + alerts().jsonPath().getString("items[0].id"));
        assertThat(alert.jsonPath().getList("inputs.series"))
                .startsWith(2, 2, 2)
                .endsWith(40);
        assertThat(alert.jsonPath().getBoolean("hasSubstitutes")).isTrue();
    }

    @Test
    void membersTogetherAreJudgedAsFarBackAsAllOfThemReported() {
        outbreakIn("MD");
        outbreakIn("WA");

        run(List.of(Map.of("method", "EARS_C1", "minSigma", 0.5)));

        Response together =
                get(as(STAFF), "/alerts/" + alerts().jsonPath().getString("items.find { it.member == null }.id"));
        assertThat(together.jsonPath().getList("inputs.series")).endsWith(80);
    }

    @Test
    void aGapInTheReportsEndsTheSeries() {
        shared("MD", told(week(-20), "CONFIRMED", 1, 900));
        outbreakIn("MD");

        run(List.of(Map.of("method", "EARS_C1", "minSigma", 0.5)));

        Response alert = get(as(STAFF), "/alerts/" + alerts().jsonPath().getString("items[0].id"));
        assertThat(alert.jsonPath().getString("inputs.startWeek")).isEqualTo(week(-12));
    }

    @Test
    void aMemberThatHasNotReportedTheWeekIsNotJudged() {
        shared("MD", told(week(-1), "CONFIRMED", 1, 10));

        assertThat(run(List.of(Map.of("method", "EARS_C1"))).jsonPath().getInt("seriesJudged"))
                .isZero();
    }

    @Test
    void anAlertKeepsALinkToWhatItOpened() {
        outbreakIn("MD");
        run(List.of(Map.of("method", "EARS_C1", "minSigma", 0.5)));
        String alert = alerts().jsonPath().getString("items[0].id");
        Map<String, Object> link = Map.of("type", "ROUND", "targetId", api.opened(agreement, "MD", "WA"));

        Api.created(post(as(STAFF), "/alerts/" + alert + "/links", link));

        refused(post(as(STAFF), "/alerts/" + alert + "/links", link), 409, "alert-already-linked");
        assertThat(get(as(STAFF), "/alerts/" + alert).jsonPath().getList("links.type"))
                .containsExactly("ROUND");
        assertThat(alerts().jsonPath().getList("items[0].links.type")).containsExactly("ROUND");
        assertThatThrownBy(() -> Database.execute("delete from alert_link")).hasMessageContaining("never changed");
    }

    @Test
    void twoLinksAtOnceAreOne() throws Exception {
        outbreakIn("MD");
        run(List.of(Map.of("method", "EARS_C1", "minSigma", 0.5)));
        String alert = alerts().jsonPath().getString("items[0].id");
        Map<String, Object> link = Map.of("type", "ROUND", "targetId", api.opened(agreement, "MD", "WA"));
        List<Callable<Response>> both = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            both.add(() -> post(as(STAFF), "/alerts/" + alert + "/links", link));
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Response> answer : threads.invokeAll(both)) {
                statuses.add(answer.get().statusCode());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void alertsAreRunByHealthOfficersOfMembersAndByStaffAndByNobodyElse() {
        quiet("MD");
        api.mandate("md.health", "HEALTH_OFFICER");
        api.mandate("or.health", "HEALTH_OFFICER");
        Map<String, Object> body = runBody(List.of(Map.of("method", "EARS_C1")));

        assertThat(post(acting("md.health"), "/alert-runs", body).statusCode()).isEqualTo(201);
        refused(post(acting("md.buyer"), "/alert-runs", body), 403, "not-permitted");
        refused(post(acting("or.health"), "/alert-runs", body), 404, "not-found");
        refused(post(as("auditor.one"), "/alert-runs", body), 403, "not-permitted");
    }

    @Test
    void aRunIsShownWithItsParameters() {
        quiet("MD");
        String id = run(List.of(Map.of("method", "EARS_C1", "alpha", 0.01)))
                .jsonPath()
                .getString("id");

        Response shown = get(acting("md.health"), "/alert-runs/" + id);

        assertThat(shown.jsonPath().getDouble("parameters.methods[0].alpha")).isEqualTo(0.01);
        refused(get(acting("or.health"), "/alert-runs/" + id), 404, "not-found");
    }

    @Test
    void aRunThatCanJudgeNothingIsRefused() {
        quiet("MD");
        Map<String, Object> body = runBody(List.of(Map.of("method", "FARRINGTON_FLEXIBLE")));
        body.put("weeks", 100);

        Response answer = post(as(STAFF), "/alert-runs", body);

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/methods/0/b");
    }

    // ---- steps

    private void outbreakIn(String member) {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (int back = 12; back > 0; back--) {
            cells.add(told(week(-back), "CONFIRMED", 1, 6 + back % 3));
        }
        cells.add(told(NOW, "CONFIRMED", 1, 40));
        shared(member, cells);
    }

    private void quiet(String member) {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (int back = 12; back >= 0; back--) {
            cells.add(told(week(-back), "CONFIRMED", 1, 6 + back % 3));
        }
        shared(member, cells);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private void shared(String member, Map<String, Object>... cells) {
        shared(member, List.of(cells));
    }

    private void shared(String member, List<Map<String, Object>> cells) {
        shared(member, Instant.parse("2026-10-10T00:00:00Z").toString(), "PROVISIONAL", cells);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private void shared(String member, String reportedAt, String finality, Map<String, Object>... cells) {
        shared(member, reportedAt, finality, List.of(cells));
    }

    /** A report as member-service tells it, and waits until this service has it. */
    private void shared(String member, String reportedAt, String finality, List<Map<String, Object>> cells) {
        String key = dataUse + "/" + member;
        kafka.publish(
                "member.case-report.v1",
                key,
                "CaseCountsReported",
                Map.of(
                        "reportId", UUID.randomUUID(),
                        "dataUseAgreementId", dataUse,
                        "dataUseAgreementCode", "DUA-" + dataUse,
                        "agreementId", agreement,
                        "member", member,
                        "finality", finality,
                        "reportedAt", reportedAt,
                        "cells", cells));
        int told = reports.merge(key, 1, Integer::sum);
        Database.await(
                "report " + told + " of " + member,
                "select count(*) from inbox_stream where key = '" + key + "' and last_version >= " + told);
    }

    private static Map<String, Object> told(String week, String status, int version, long cases) {
        Map<String, Object> cell = new HashMap<>(few(week, status, version));
        cell.remove("substitute");
        cell.put("cases", cases);
        return cell;
    }

    private static Map<String, Object> few(String week, String status, int version) {
        return Map.of("condition", "PERTUSSIS", "week", week, "status", status, "version", version, "substitute", 2);
    }

    private static String week(int from) {
        return MmwrWeek.parse(NOW).plus(from).toString();
    }

    private Response run(List<Map<String, Object>> methods) {
        return post(as(STAFF), "/alert-runs", runBody(methods));
    }

    private Map<String, Object> runBody(List<Map<String, Object>> methods) {
        Map<String, Object> body = new HashMap<>();
        body.put("dataUseAgreementId", dataUse);
        body.put("week", NOW);
        body.put("methods", methods);
        return body;
    }

    private Response alerts() {
        return get(as(STAFF), "/alerts?dataUseAgreement=" + dataUse);
    }

    private String query(String more) {
        return "?condition=PERTUSSIS&dataUseAgreement=" + dataUse + more;
    }

    private Response table(String more) {
        return get(as(STAFF), "/case-tables" + query("&from=" + NOW + "&to=" + NOW + more));
    }

    private static Object cases(Response table, @Nullable String member, @Nullable String status) {
        return row(table, member, status).get("cases");
    }

    private static Map<String, Object> row(Response table, @Nullable String member, @Nullable String status) {
        List<Map<String, Object>> rows = table.jsonPath().getList("rows");
        return rows.stream()
                .filter(row -> Objects.equals(row.get("member"), member) && Objects.equals(row.get("status"), status))
                .findFirst()
                .orElseThrow();
    }
}
