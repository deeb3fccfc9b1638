package org.concord.member.jurisdiction;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.concord.member.ServiceTest;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class JurisdictionResourceTest extends ServiceTest {

    @Test
    void everybodyReadsAllJurisdictionsWithoutSigningIn() {
        assertThat(listed()).hasSize(56).isSortedAccordingTo((a, b) -> usps(a).compareTo(usps(b)));
        assertThat(listed())
                .filteredOn(item -> usps(item).equals("CA"))
                .containsExactly(Map.of(
                        "usps", "CA",
                        "fips", "06",
                        "name", "California",
                        "kind", "STATE",
                        "population", 39_538_223,
                        "populationVintage", "2020-census"));
    }

    @Test
    void migrationSaysWhatTheReferenceFileSays() throws IOException {
        List<String> served = listed().stream()
                .map(j -> String.join(
                        ",",
                        usps(j),
                        (String) j.get("fips"),
                        (String) j.get("name"),
                        (String) j.get("kind"),
                        String.valueOf(j.get("population"))))
                .toList();

        assertThat(served).containsExactlyInAnyOrderElementsOf(referenceFile());
    }

    @Test
    void statesAndTheDistrictSumToThePublishedCensus() {
        assertThat(listed().stream()
                        .filter(j -> !j.get("kind").equals("TERRITORY"))
                        .mapToLong(j -> ((Number) j.get("population")).longValue())
                        .sum())
                .isEqualTo(331_449_281);
    }

    private static List<Map<String, Object>> listed() {
        return given().get("/api/v1/jurisdictions")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** Without its header and its last column, which is about one alliance. */
    private static List<String> referenceFile() throws IOException {
        try (InputStream in = JurisdictionResourceTest.class.getResourceAsStream("/data/jurisdictions.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.lastIndexOf(',')))
                    .toList();
        }
    }

    private static String usps(Map<String, Object> item) {
        return (String) item.get("usps");
    }
}
