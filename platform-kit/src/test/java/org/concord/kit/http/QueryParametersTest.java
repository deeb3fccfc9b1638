package org.concord.kit.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fault in the query is refused by the parameter's name. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class QueryParametersTest {

    private static final String AGREEMENT = "0198c2f2-7c1a-7e1e-b9a0-5f3a1c2d4e6f";

    @Test
    void whatCanBeReadIsRead() {
        Response answer = given().get("/api/v1/questions?agreement=" + AGREEMENT + "&limit=7&kind=CLOSED&member=MD");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("agreement")).isEqualTo(AGREEMENT);
        assertThat(answer.jsonPath().getInt("limit")).isEqualTo(7);
        assertThat(answer.jsonPath().getString("kind")).isEqualTo("CLOSED");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=1,/agreement,not-null",
        "agreement=x,/agreement,wrong-format",
        "agreement=,/agreement,not-null",
        "agreement=A&limit=many,/limit,wrong-format",
        "agreement=A&limit=101,/limit,max",
        "agreement=A&kind=closed,/kind,wrong-format",
        "agreement=A&member=MD&member=maryland,/member/1,pattern",
    })
    void aFaultIsNamed(String query, String pointer, String code) {
        Response answer = given().get("/api/v1/questions?" + query.replace("=A", "=" + AGREEMENT));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:concord:problem:validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly(pointer);
        assertThat(answer.jsonPath().getList("errors.code")).containsExactly(code);
    }

    @Test
    void anIdInThePathThatIsNoneIsAPageThatIsNotThere() {
        assertThat(given().get("/api/v1/questions/x").statusCode()).isEqualTo(404);
    }
}
