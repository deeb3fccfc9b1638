package org.concord.ledger.charge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class CostSharePlanResourceTest {

    private static ValidatableResponse plan(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/cost-share-plans")
                .then();
    }

    @Test
    void anyoneAsksHowACostWouldBeSharedWithoutSignInAndKey() {
        plan("""
                {"totalCents":100,"formula":"HALF_POPULATION_HALF_VOLUME","members":[
                 {"member":"WA","population":1,"doses":3},{"member":"MD","population":1,"doses":1}]}""")
                .statusCode(200)
                .body("formulaVersion", equalTo("cost-share/half-population-half-volume/1"))
                .body("members.find { it.member == 'MD' }.cents", equalTo(38))
                .body("members.find { it.member == 'WA' }.cents", equalTo(62));
    }

    @Test
    void anUnknownFormulaIsRefusedWithItsPlace() {
        plan("""
                {"totalCents":100,"formula":"BY_MOOD","members":[{"member":"WA","population":1,"doses":3}]}""")
                .statusCode(422)
                .body("type", equalTo("urn:concord:problem:cost-share-formula-unknown"))
                .body("errors.pointer", hasItem("/formula"));
    }

    @Test
    void aMemberNamedTwiceAndACostThatNobodyCarriesAreRefused() {
        plan("""
                {"totalCents":1,"formula":"EQUAL","members":[
                 {"member":"WA","population":1,"doses":3},{"member":"WA","population":1,"doses":3}]}""").statusCode(422).body("type", equalTo("urn:concord:problem:cost-share-member-twice"));
        plan("""
                {"totalCents":1,"formula":"BY_VOLUME","members":[{"member":"WA","population":1,"doses":0}]}""").statusCode(422).body("type", equalTo("urn:concord:problem:cost-share-impossible"));
    }

    @Test
    void faultsInsideAListAreNamedByTheirPlace() {
        plan("""
                {"totalCents":-1,"formula":"EQUAL","members":[{"member":"Washington","population":1,"doses":3}]}""")
                .statusCode(422)
                .body("errors.pointer", hasItem("/totalCents"))
                .body("errors.pointer", hasItem("/members/0/member"));
    }
}
