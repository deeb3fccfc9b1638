package org.concord.compact.surveillance.detection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.refused;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concord.compact.ServiceTest;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServersResource.class)
class AlertEvaluationResourceTest extends ServiceTest {

    private static final List<Integer> SERIES = List.of(2, 3, 1, 4, 2, 3, 2, 3, 4, 2, 9, 12, 15, 11);

    @Test
    void anyoneJudgesASeriesWithoutASignInAndWithoutAKey() {
        Response answer = send("""
                {"series":[2,3,1,4,2,3,2,3,4,2,9,12,15,11],"startWeek":"2025-W50",
                 "methods":[{"method":"EARS_C1","alpha":0.001,"baseline":7,"minSigma":0.5},{"method":"EARS_C3","minSigma":0.5}]}
                """);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("results.method")).containsExactly("EARS_C1", "EARS_C3");
        assertThat(answer.jsonPath().getList("results[0].points.index")).containsExactly(8, 9, 10, 11, 12, 13, 14);
        assertThat(answer.jsonPath().getString("results[0].points[3].week")).isEqualTo("2026-W07");
        assertThat(answer.jsonPath().getInt("results[0].points[3].observed")).isEqualTo(9);
        assertThat(answer.jsonPath().getBoolean("results[0].points[3].alarm")).isTrue();
        assertThat(answer.jsonPath().getDouble("results[0].points[3].statistic"))
                .isBetween(6.826, 6.828);
        assertThat(answer.jsonPath().getList("results[1].points.index")).containsExactly(12, 13, 14);
    }

    @Test
    void farringtonTakesItsParametersByTheNamesOfR() {
        Response answer = send(Map.of(
                "series",
                Collections.nCopies(300, 7),
                "methods",
                List.of(Map.of(
                        "method",
                        "FARRINGTON_FLEXIBLE",
                        "b",
                        4,
                        "w",
                        2,
                        "noPeriods",
                        10,
                        "pastWeeksNotIncluded",
                        26,
                        "thresholdMethod",
                        "nbPlugin",
                        "powertrans",
                        "2/3",
                        "limit54",
                        List.of(5, 4),
                        "alpha",
                        0.01))));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getInt("results[0].points[0].index")).isEqualTo(4 * 52 + 3);
        assertThat(answer.jsonPath().getDouble("results[0].points[0].bound")).isEqualTo(14.0);
    }

    @Test
    void aStatisticThatIsNotDefinedIsAbsent() {
        Response answer = send(
                Map.of("series", List.of(0, 0, 0, 0, 0, 0, 0, 0), "methods", List.of(Map.of("method", "EARS_C1"))));

        assertThat(answer.jsonPath().getMap("results[0].points[0]"))
                .containsOnlyKeys("index", "observed", "bound", "alarm");
    }

    @Test
    void theDaysOfTheYear2025MakeAWeek53AndThoseOf2024DoNot() {
        assertThat(send(withStart("2025-W53")).statusCode()).isEqualTo(200);

        Response answer = send(withStart("2024-W53"));

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/startWeek");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'method':'EARS_C1','alpha':0}                                 | /methods/0/alpha",
                "{'method':'EARS_C1','alpha':1}                                 | /methods/0/alpha",
                "{'method':'EARS_C1','alpha':-0.1}                              | /methods/0/alpha",
                "{'method':'EARS_C1','alpha':'0.1'}                             | /methods/0/alpha",
                "{'method':'EARS_C1','baseline':2}                              | /methods/0/baseline",
                "{'method':'EARS_C1','baseline':14}                             | /methods/0/baseline",
                "{'method':'EARS_C2','baseline':12}                             | /methods/0/baseline",
                "{'method':'EARS_C3','baseline':10}                             | /methods/0/baseline",
                "{'method':'EARS_C3','baseline':2147483647}                     | /methods/0/baseline",
                "{'method':'EARS_C1','minSigma':-1}                             | /methods/0/minSigma",
                "{'method':'EARS_C1','b':5}                                     | /methods/0/b",
                "{'method':'EARS_C4'}                                           | /methods/0/method",
                "{'alpha':0.1}                                                  | /methods/0/method",
                "{'method':'EARS_C1','sigma':1}                                 | /methods/0/sigma",
                "{'method':'FARRINGTON_FLEXIBLE'}                               | /methods/0/b",
                "{'method':'FARRINGTON_FLEXIBLE','b':0}                         | /methods/0/b",
                "{'method':'FARRINGTON_FLEXIBLE','w':-1}                        | /methods/0/w",
                "{'method':'FARRINGTON_FLEXIBLE','noPeriods':0,'b':99}          | /methods/0/b /methods/0/noPeriods",
                "{'method':'FARRINGTON_FLEXIBLE','b':99,'baseline':7}           | /methods/0/baseline /methods/0/b",
                "{'method':'FARRINGTON_FLEXIBLE','b':99,'thresholdMethod':'x'}  | /methods/0/thresholdMethod",
                "{'method':'FARRINGTON_FLEXIBLE','b':99,'powertrans':'1/3'}     | /methods/0/powertrans",
                "{'method':'FARRINGTON_FLEXIBLE','b':99,'pThresholdTrend':2}    | /methods/0/b /methods/0/pThresholdTrend",
                "{'method':'FARRINGTON_FLEXIBLE','b':99,'weightsThreshold':0}   | /methods/0/b /methods/0/weightsThreshold",
                "{'method':'FARRINGTON_FLEXIBLE','b':99,'epochAsDate':true}     | /methods/0/b /methods/0/epochAsDate"
            })
    void whatIsWrongWithAMethodIsSaidWithItsPlace(String method, String pointers) {
        Response answer = send("{\"series\":" + SERIES + ",\"methods\":[" + method.replace('\'', '"') + "]}");

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                .containsExactlyInAnyOrder(pointers.trim().split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[5,2]   | 0 | ",
                "[5]     | 0 | /methods/0/limit54",
                "[-1,4]  | 0 | /methods/0/limit54/0",
                "[5,0]   | 0 | /methods/0/limit54/1",
                "[5,999] | 0 | /methods/0/limit54/1",
                "[5,4] | -1  | /methods/0/pastWeeksNotIncluded",
                "[5,4] | 999 | /methods/0/pastWeeksNotIncluded",
            })
    void farringtonsWeeksMustLieInTheSeries(String limit54, int past, String pointer) {
        Response answer = send("{\"series\":" + Collections.nCopies(60, 3)
                + ",\"methods\":[{\"method\":\"FARRINGTON_FLEXIBLE\",\"b\":1,\"limit54\":" + limit54
                + ",\"pastWeeksNotIncluded\":" + past + "}]}");

        if (pointer == null) {
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        } else {
            refused(answer, 422, "validation-failed");
            assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly(pointer);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[2,-1,3]      | /series/1",
                "[2,1.5,3]     | /series/1",
                "[2,null,3]    | /series/1",
                "[2,'3',3]     | /series/1",
                "[2,99999999]  | /series/1",
                "[]            | /series",
                "null          | /series"
            })
    void countsAreWholeAndNeverNegativeAndNeverAbsent(String series, String pointer) {
        Response answer =
                send("{\"series\":" + series.trim().replace('\'', '"') + ",\"methods\":[{\"method\":\"EARS_C1\"}]}");

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer", String.class)).contains(pointer);
    }

    @Test
    void aPopulationIsGivenForEachWeekOrForNone() {
        Map<String, Object> inputs = new HashMap<>(withStart("2025-W01"));
        inputs.put("population", List.of(1000, 1000));

        Response answer = send(inputs);

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/population");
    }

    @Test
    void moreThanTheBoundsIsRefused() {
        refused(
                send(Map.of(
                        "series",
                        Collections.nCopies(Limits.POINTS + 1, 1),
                        "methods",
                        List.of(Map.of("method", "EARS_C1")))),
                422,
                "validation-failed");
        refused(
                send(Map.of(
                        "series",
                        SERIES,
                        "methods",
                        Collections.nCopies(Limits.METHODS + 1, Map.of("method", "EARS_C1")))),
                422,
                "validation-failed");
        refused(send(Map.of("series", SERIES, "methods", List.of())), 422, "validation-failed");

        Response answer = send(Map.of(
                "series",
                Collections.nCopies(Limits.POINTS, 1),
                "methods",
                Collections.nCopies(10, Map.of("method", "FARRINGTON_FLEXIBLE", "noPeriods", 10))));

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/methods");
    }

    private static Map<String, Object> withStart(String week) {
        return Map.of(
                "series", SERIES, "startWeek", week, "methods", List.of(Map.of("method", "EARS_C2", "minSigma", 0.5)));
    }

    private static Response send(Object inputs) {
        return given().contentType("application/json").body(inputs).post("/api/v1/alert-evaluations");
    }
}
