package org.concord.compact.surveillance.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.compact.Api;
import org.concord.compact.Database;
import org.concord.compact.ServiceTest;
import org.concord.kit.time.MmwrWeek;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.Test;

/**
 * Run by hand ({@code -Dtest=OutbreakPictureSpeed}): ten years of weeks, 120 conditions, 53 members, two statuses; prints how
 * long a run of alerts and the queries take.
 */
@QuarkusTest
@WithTestResource(ServersResource.class)
class OutbreakPictureSpeed extends ServiceTest {

    private static final MmwrWeek LAST = new MmwrWeek(2026, 40);
    private static final int WEEKS = 520;

    @Test
    void tenYears() throws SQLException {
        String agreement = Api.cooperative("MD", "WA");
        UUID dataUse = UUID.randomUUID();
        Database.execute(
                "insert into known_data_use_agreement values ('%s', '%s', 'DUA-SPEED')".formatted(dataUse, agreement));
        for (String table : List.of("case_cell", "case_cell_version")) {
            Database.execute("""
                    insert into %s (data_use_agreement_id, condition, member, week, status, version, cases, substitute,
                                    finality, reported_at)
                    select '%s', 'C' || c, chr(65 + m / 26) || chr(65 + m %% 26), w, s, 1,
                           case when n > 4 or n = 0 then n end, case when n between 1 and 4 then 2 end, 'FINAL',
                           '2026-10-10T00:00:00Z'
                      from generate_series(1, 120) c, generate_series(0, 52) m, generate_series(%d, %d) w,
                           unnest(array['CONFIRMED', 'PROBABLE']) s,
                           lateral (select (random() * (c %% 40) * (1.5 + sin(w / 8.3)))::int as n) as counted""".formatted(table, dataUse, LAST.number() - WEEKS + 1, LAST.number()));
            Database.execute("analyze " + table);
            System.out.println(table + ": " + Database.number("select count(*) from " + table) + " rows");
        }
        for (int round = 1; round <= 3; round++) {
            long start = System.nanoTime();
            Response run = post(
                    as(STAFF),
                    "/alert-runs",
                    Map.of(
                            "dataUseAgreementId",
                            dataUse,
                            "week",
                            LAST.toString(),
                            "methods",
                            List.of(
                                    Map.of("method", "EARS_C1", "minSigma", 0.5, "alpha", 0.0001),
                                    Map.of("method", "EARS_C2", "minSigma", 0.5, "alpha", 0.0001),
                                    Map.of(
                                            "method",
                                            "FARRINGTON_FLEXIBLE",
                                            "noPeriods",
                                            10,
                                            "pastWeeksNotIncluded",
                                            26,
                                            "thresholdMethod",
                                            "nbPlugin",
                                            "alpha",
                                            0.001))));
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertThat(run.statusCode()).as(run.asString()).isEqualTo(201);
            System.out.printf(
                    "run of alerts: %d series, %d alerts, %d ms%n",
                    run.jsonPath().getInt("seriesJudged"), run.jsonPath().getInt("alerts"), millis);
        }
        String asked = "?dataUseAgreement=" + dataUse + "&to=" + LAST + "&condition=C";
        measure("series of one member, ten years", "/case-series" + asked, "&member=AC");
        measure("series of all members, ten years", "/case-series" + asked, "");
        measure("table of twelve weeks", "/case-tables" + asked, "");
        measure("table of a year", "/case-tables" + asked, "&from=" + LAST.plus(-52));
        measure("table of twelve weeks as of an instant", "/case-tables" + asked, "&asOf=2026-10-11T00:00:00Z");
        measure("page of alerts", "/alerts?dataUseAgreement=" + dataUse + "&condition=C", "");
    }

    private static void measure(String what, String path, String more) {
        long[] millis = new long[100];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            Response answer = get(acting("md.health"), path + (1 + i) + more);
            millis[i] = (System.nanoTime() - start) / 1_000_000;
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        }
        Arrays.sort(millis);
        System.out.printf("%s: median %d ms, p99 %d ms%n", what, millis[50], millis[98]);
    }
}
