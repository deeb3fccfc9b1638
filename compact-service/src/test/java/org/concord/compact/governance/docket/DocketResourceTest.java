package org.concord.compact.governance.docket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;
import static org.concord.compact.governance.Chamber.opened;
import static org.concord.compact.governance.Chamber.vote;
import static org.concord.compact.governance.Chamber.yes;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.concord.compact.Api;
import org.concord.compact.Database;
import org.concord.compact.ServiceTest;
import org.concord.compact.governance.Chamber;
import org.concord.kit.time.Zones;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class DocketResourceTest extends ServiceTest {

    private static final Map<String, Object> NONE = Map.of("days", 0, "citation", "Rule 2-103, sample");

    private Chamber chamber;
    private String agreement;
    private String docket;

    @BeforeEach
    void propose() {
        chamber = new Chamber(api, clock);
        agreement = chamber.compact("WA", "MD", "CA");
        docket = created(post(as(STAFF), "/dockets", rule(agreement)));
    }

    @Test
    void aRuleIsProposedNoticedCommentedAdoptedAndTakesEffect() {
        noticed();
        Response comment = comment(as("tx.buyer"), person("Please count on Fridays.", false));
        assertThat(comment.statusCode()).as(comment.asString()).isEqualTo(201);
        clock.letPass(Duration.ofSeconds(20));
        refused(comment(as("tx.buyer"), person("Too late.", false)), 409, "comment-period-over");

        adopt();

        JsonPath adopted = everyone("");
        assertThat(adopted.getString("state")).isEqualTo("ADOPTED");
        assertThat(adopted.getString("effectiveOn"))
                .isEqualTo(today().plusDays(10).toString());
        assertThat(adopted.getString("petitionUntil"))
                .isEqualTo(today().plusDays(60).toString());
        clock.after(
                Duration.ofDays(11),
                () -> assertThat(everyone("").getString("state")).isEqualTo("EFFECTIVE"));
        assertThat(kafka.await("compact.docket.v1", docket, "RuleAdopted")
                        .data()
                        .get("text")
                        .textValue())
                .startsWith("Each member");
    }

    @Test
    void aRuleIsNotVotedOnWhileCommentsAreTakenNorBeforeItsNotice() {
        refused(post(as(STAFF), "/ballots", ballot()), 409, "docket-not-in-this-state");
        noticed();

        refused(post(as(STAFF), "/ballots", ballot()), 409, "comment-period-open");
    }

    @Test
    void theCommentPeriodIsAsLongAsTheAgreementOrTheStandingRuleSays() {
        refused(
                post(as(STAFF), "/dockets/" + docket + "/notices", Map.of("commentsUntil", api.in(86_400 * 28))),
                422,
                "comment-period-too-short");
        created(post(as(STAFF), "/dockets/" + docket + "/notices", Map.of("commentsUntil", api.in(86_400 * 31))));
    }

    @Test
    void aHearingIsOwedOnceTwentyFivePersonsAskForOne() {
        noticed();
        for (int i = 1; i <= 24; i++) {
            record(Map.of("kind", "PERSON", "name", "Person " + i, "wantsHearing", true, "text", "Hear us."));
        }
        record(Map.of("kind", "PERSON", "name", "person 24 ", "wantsHearing", true, "text", "Once more."));
        assertThat(everyone("").getBoolean("record.hearingAskedFor"))
                .as("nobody is counted twice")
                .isFalse();

        record(Map.of("kind", "PERSON", "name", "Person 25", "wantsHearing", true, "text", "Hear us."));

        clock.letPass(Duration.ofSeconds(20));
        assertThat(everyone("").getLong("record.hearingPersons")).isEqualTo(25);
        refused(post(as(STAFF), "/ballots", ballot()), 409, "hearing-owed");
        created(post(
                as(STAFF),
                "/dockets/" + docket + "/hearings",
                Map.of("heldAt", api.in(0), "record", "Transcript 1, sample")));
        adopt();
    }

    @Test
    void aGovernmentalBodyOrAnAssociationOfTwentyFiveIsEnough() {
        noticed();
        comment(as("tx.buyer"), association(24));
        assertThat(everyone("").getBoolean("record.hearingAskedFor")).isFalse();
        comment(as("tx.buyer"), association(25));
        assertThat(everyone("").getBoolean("record.hearingAskedFor")).isTrue();

        docket = created(post(as(STAFF), "/dockets", rule(agreement)));
        noticed();
        Map<String, Object> body =
                Map.of("kind", "GOVERNMENTAL_BODY", "name", "Department of Health", "wantsHearing", true, "text", "x");
        refused(comment(as("tx.buyer"), body), 403, "not-a-governmental-body");
        comment(acting("tx.buyer"), body);
        assertThat(everyone("").getBoolean("record.hearingAskedFor")).isTrue();
    }

    @Test
    void commentsAreSoundBoundedAndKept() {
        noticed();
        Response faults = comment(as("tx.buyer"), Map.of("kind", "ASSOCIATION", "wantsHearing", false, "text", "x"));
        refused(faults, 422, "validation-failed");
        assertThat(faults.jsonPath().getList("errors.pointer")).containsExactly("/name", "/associationMembers");
        refused(post(given(), "/dockets/" + docket + "/comments", person("Who am I?", false)), 401, "sign-in-required");

        for (int i = 0; i < 20; i++) {
            comment(as("tx.buyer"), person("Comment " + i, false));
        }
        refused(comment(as("tx.buyer"), person("One more", false)), 409, "too-many-comments");
        assertThat(everyone("/comments?limit=5").getList("items.text")).hasSize(5);
        assertThatThrownBy(() -> Database.execute("delete from docket_comment where docket_id = '" + docket + "'"))
                .hasMessageContaining("never changed");
    }

    @Test
    void aMajorityOfTheMembersLegislaturesVoidARuleAndOneAloneCannot() {
        adoptedNow();

        assertThat(reject("MD").jsonPath().getString("state")).isEqualTo("ADOPTED");
        refused(reject("MD"), 409, "rejection-recorded");
        refused(reject("TX"), 422, "validation-failed");
        assertThat(reject("CA").jsonPath().getString("state")).isEqualTo("REJECTED_BY_LEGISLATURES");
        refused(reject("WA"), 409, "docket-not-in-this-state");
        assertThat(kafka.await("compact.docket.v1", docket, "RuleVoided")
                        .data()
                        .get("rejections")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void halfOfTheLegislaturesAreNoMajorityAndOneThatHasLeftDoesNotCount() throws SQLException {
        agreement = chamber.compact("WA", "MD", "CA", "OR");
        docket = created(post(as(STAFF), "/dockets", rule(agreement)));
        noticed();
        clock.letPass(Duration.ofSeconds(20));
        yes(opened(ballot()), "CA", "MD", "WA", "OR");

        reject("MD");
        assertThat(reject("CA").jsonPath().getString("state"))
                .as("two of four are half")
                .isEqualTo("ADOPTED");
        Database.execute("update membership set ended_on = '2024-01-01' where member = 'MD' and agreement_id = '"
                + agreement + "'");

        Response third = reject("OR");

        assertThat(third.jsonPath().getString("state"))
                .as("two of the three that are left")
                .isEqualTo("REJECTED_BY_LEGISLATURES");
        assertThat(kafka.await("compact.docket.v1", docket, "RuleVoided")
                        .data()
                        .get("rejections")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void aPetitionForReviewIsFiledWithinItsClockAndStaysNothing() {
        adoptedNow();

        Response petition = petition("24-1", today());
        assertThat(petition.jsonPath().getString("state")).isEqualTo("ADOPTED");
        refused(petition("24-1", today()), 409, "petition-recorded");
        refused(petition("24-2", today().minusDays(1)), 409, "docket-not-in-this-state");
        refused(petition("24-6", today().plusDays(1)), 409, "docket-not-in-this-state");
        clock.after(Duration.ofDays(62), () -> {
            refused(petition("24-3", today()), 409, "petition-too-late");
            refused(petition("24-5", today().minusDays(1)), 409, "petition-too-late");
            assertThat(petition("24-4", today().minusDays(2)).statusCode()).isEqualTo(201);
        });
    }

    @Test
    void aRuleVotedDownOrWithdrawnIsOver() {
        noticed();
        clock.letPass(Duration.ofSeconds(20));
        String ballot = opened(ballot());
        for (String member : new String[] {"CA", "MD", "WA"}) {
            vote(Chamber.delegate(member), ballot, Map.of("choice", "NO"));
        }
        assertThat(everyone("").getString("state")).isEqualTo("NOT_ADOPTED");
        refused(post(as(STAFF), "/dockets/" + docket + "/withdrawals", Map.of()), 409, "docket-not-in-this-state");

        docket = created(post(as(STAFF), "/dockets", rule(agreement)));
        created(post(as(STAFF), "/dockets/" + docket + "/withdrawals", Map.of()));
        refused(
                post(as(STAFF), "/dockets/" + docket + "/notices", Map.of("commentsUntil", api.in(20), "period", NONE)),
                409,
                "docket-not-in-this-state");
    }

    @Test
    void onlyAnAgreementThatBindsByRuleHasDockets() {
        refused(post(as(STAFF), "/dockets", rule(Api.cooperative("WA", "MD"))), 403, "capability-absent");
        refused(post(acting("md.delegate"), "/dockets", rule(agreement)), 403, "not-permitted");
    }

    @Test
    void aRuleIsNoOnesBusinessBeforeItsNoticeAndEveryonesAfterIt() {
        refused(given().get("/api/v1/dockets/" + docket), 404, "not-found");
        assertThat(given().get("/api/v1/dockets?agreement=" + agreement)
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        noticed();
        assertThat(given().get("/api/v1/dockets?agreement=" + agreement)
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(docket);
    }

    private void adoptedNow() {
        noticed();
        clock.letPass(Duration.ofSeconds(20));
        adopt();
    }

    private void noticed() {
        created(post(
                as(STAFF), "/dockets/" + docket + "/notices", Map.of("commentsUntil", api.in(20), "period", NONE)));
    }

    private void adopt() {
        yes(opened(ballot()), "CA", "MD", "WA");
    }

    private Map<String, Object> ballot() {
        Map<String, Object> ballot = new HashMap<>(chamber.ballotOn(agreement, docket));
        ballot.put("matter", Map.of("type", "ADOPT_RULE", "docketId", docket));
        return ballot;
    }

    private Response comment(io.restassured.specification.RequestSpecification who, Map<String, Object> comment) {
        return post(who, "/dockets/" + docket + "/comments", comment);
    }

    private void record(Map<String, Object> comment) {
        created(comment(as(STAFF), comment));
    }

    private static Map<String, Object> person(String text, boolean wantsHearing) {
        return Map.of("kind", "PERSON", "wantsHearing", wantsHearing, "text", text);
    }

    private static Map<String, Object> association(int members) {
        return Map.of(
                "kind",
                "ASSOCIATION",
                "name",
                "Association of " + members,
                "associationMembers",
                members,
                "wantsHearing",
                true,
                "text",
                "Hear us.");
    }

    private Response reject(String member) {
        return post(
                as(STAFF),
                "/dockets/" + docket + "/rejections",
                Map.of("member", member, "enactedOn", today().toString(), "citation", "Session law 1, sample"));
    }

    private Response petition(String reference, LocalDate filedOn) {
        return post(
                as(STAFF),
                "/dockets/" + docket + "/petitions",
                Map.of(
                        "petitioner",
                        "A person",
                        "court",
                        "A court, sample",
                        "reference",
                        reference,
                        "filedOn",
                        filedOn.toString()));
    }

    private JsonPath everyone(String below) {
        return given().get("/api/v1/dockets/" + docket + below).jsonPath();
    }

    private LocalDate today() {
        return Zones.dateIn("WA", clock.instant());
    }

    private static Map<String, Object> rule(String agreementId) {
        return Map.of(
                "agreementId",
                agreementId,
                "title",
                "On weekly reports, sample",
                "text",
                "Each member reports its counts by Friday.",
                "effectiveAfterDays",
                10);
    }
}
