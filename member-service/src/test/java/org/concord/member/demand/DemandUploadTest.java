package org.concord.member.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.concord.member.ServiceTest;
import org.concord.testkit.KafkaProbe;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class DemandUploadTest extends ServiceTest {
    private static final String HEADER = "reference,cvx,rate_per_10000,doses\r\n";
    private static final String ONE_BAD_ROW = HEADER + "clinics,03,48,\r\nschools,03,,1O0\r\npharmacies,03,,50\r\n";

    @Test
    void goodFileIsStoredWhole() {
        UUID round = round(agreement("WA"), "WA");

        upload(round, "\uFEFFreference;cvx;rate_per_10000;doses\r\nclinics;03;48;\r\n\"schools\";03;;120\r\n")
                .then()
                .statusCode(201)
                .body("stored", equalTo(2))
                .body("lines.doses", equalTo(List.of(36_990, 120)))
                .body("doses", equalTo(37_110))
                .body("totalDoses", equalTo(37_110))
                .body("errors", hasSize(0));
        assertThat(probe.awaitAll("member.demand.v1", round + "/WA", "DemandPosted", 2))
                .extracting(event -> event.data().get("totalDoses").asLong())
                .containsExactly(36_990L, 37_110L);
    }

    @Test
    void badRowIsNamedByLineAndColumnAndNothingIsStored() {
        UUID round = round(agreement("WA"), "WA");

        upload(round, ONE_BAD_ROW)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:concord:problem:demand-file-has-faults"))
                .body("errors", hasSize(1))
                .body("errors[0].row", equalTo(3))
                .body("errors[0].column", equalTo("doses"))
                .body("errors[0].code", equalTo("letter-for-digit"))
                .body("errors[0].message", containsString("Type the digits"))
                .body("errorCount", equalTo(1))
                .body("validRows", equalTo(2));
        assertThat(lines(round)).isZero();
        assertThat(probe.published("member.demand.v1", round + "/WA", Duration.ofSeconds(1)))
                .isEmpty();
    }

    @Test
    void goodRowsAreStoredWhenThatIsAskedFor() {
        UUID round = round(agreement("WA"), "WA");

        upload(round + "&commit=valid", ONE_BAD_ROW)
                .then()
                .statusCode(201)
                .body("stored", equalTo(2))
                .body("doses", equalTo(37_040))
                .body("errors", hasSize(1))
                .body("errors[0].row", equalTo(3))
                .body("errorCount", equalTo(1));
        assertThat(lines(round)).isEqualTo(2);
    }

    @Test
    void correctedFileAddsOnlyWhatWasMissing() {
        UUID round = round(agreement("WA"), "WA");
        upload(round + "&commit=valid", ONE_BAD_ROW);

        upload(round + "&commit=valid", ONE_BAD_ROW.replace("1O0", "100"))
                .then()
                .statusCode(201)
                .body("lines.reference", equalTo(List.of("schools")))
                .body("totalDoses", equalTo(37_140))
                .body("errors.code", equalTo(List.of("demand-line-exists", "demand-line-exists")));
        upload(round + "&commit=valid", ONE_BAD_ROW.replace("1O0", "100"))
                .then()
                .statusCode(422)
                .body("validRows", equalTo(0));
        assertThat(lines(round)).isEqualTo(3);
    }

    @Test
    void unreadableFileStoresNothingEvenWhenGoodRowsAreAskedFor() {
        UUID round = round(agreement("WA"), "WA");

        upload(round + "&commit=valid", HEADER + "a,03,,10\r\n\"b,03,,10\r\n")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("broken-quotes"));
        upload(round + "&commit=valid", "reference,cvx,rate,doses\r\na,03,,10\r\n")
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("column-missing", "column-unknown")));
        upload(round + "&commit=valid", "").then().statusCode(422);
        assertThat(lines(round)).isZero();
    }

    @Test
    void uploadIsRetriedLikeEveryPost() {
        UUID round = round(agreement("WA"), "WA");
        String key = UUID.randomUUID().toString();
        Response first = upload(key, round.toString(), HEADER + "a,03,,10\r\n");

        upload(key, round.toString(), HEADER + "a,03,,10\r\n")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first.asString()));
        upload(key, round.toString(), HEADER + "b,03,,10\r\n").then().statusCode(422);
        assertThat(lines(round)).isEqualTo(1);
    }

    @Test
    void largestFileIsStoredAndALargerOneIsRefused() {
        UUID round = round(agreement("WA"), "WA");
        String rows = IntStream.range(0, DemandFile.MOST_ROWS)
                .mapToObj(i -> "r" + i + ",03,,10\r\n")
                .collect(Collectors.joining());

        upload(round, HEADER + rows + "one-more,03,,10\r\n")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("too-many-rows"));
        upload(round, HEADER + rows).then().statusCode(201).body("stored", equalTo(DemandFile.MOST_ROWS));
        List<KafkaProbe.Event> events =
                probe.awaitAll("member.demand.v1", round + "/WA", "DemandPosted", DemandFile.MOST_ROWS);
        assertThat(events.getLast().data().get("totalDoses").asLong()).isEqualTo(DemandFile.MOST_ROWS * 10L);
        assertThat(events.getLast().version()).isEqualTo(DemandFile.MOST_ROWS);
    }

    @Test
    void faultsOfTheRequestAreToldApart() {
        UUID round = round(agreement("WA"), "WA");

        upload(round + "&commit=all", HEADER + "a,03,,10\r\n").then().statusCode(422);
        upload(UUID.randomUUID(), HEADER + "a,03,,10\r\n").then().statusCode(404);
        posting("wa.buyer")
                .body("{}")
                .post("/api/v1/demand-uploads?round=" + round)
                .then()
                .statusCode(415);
        acting("wa.approver")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .body(HEADER + "a,03,,10\r\n")
                .post("/api/v1/demand-uploads?round=" + round)
                .then()
                .statusCode(403);
        assertThat(lines(round)).isZero();
    }

    private static Response upload(Object query, String text) {
        return upload(UUID.randomUUID().toString(), query.toString(), text);
    }

    private static Response upload(String key, String query, String text) {
        return acting("wa.buyer")
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/demand-uploads?round=" + query);
    }

    private long lines(UUID round) {
        return count("select count(*) from demand_line where round_id = ?", round);
    }
}
