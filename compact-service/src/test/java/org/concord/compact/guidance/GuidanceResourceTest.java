package org.concord.compact.guidance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.agreement;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.cooperative;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;
import static org.concord.compact.guidance.GuidanceSteps.alliance;
import static org.concord.compact.guidance.GuidanceSteps.draft;
import static org.concord.compact.guidance.GuidanceSteps.issue;
import static org.concord.compact.guidance.GuidanceSteps.issued;
import static org.concord.compact.guidance.GuidanceSteps.move;
import static org.concord.compact.guidance.GuidanceSteps.next;
import static org.concord.compact.guidance.GuidanceSteps.sign;
import static org.concord.compact.guidance.GuidanceSteps.text;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concord.compact.Database;
import org.concord.compact.ServiceTest;
import org.concord.kit.time.Zones;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class GuidanceResourceTest extends ServiceTest {

    private String agreementId;

    /** Three members of an alliance. */
    @BeforeEach
    void join() {
        agreementId = alliance(api, "ALLIANCE_MOU", "WA", "MD", "CA");
    }

    @Test
    void healthOfficersReviewAndIssueTogether() {
        Response drafted = draft(agreementId, text(2));
        String draft = created(drafted);
        String guidance = drafted.jsonPath().getString("guidanceId");
        move(draft, "reviews");
        created(post(
                acting("md.health"),
                "/guidance-drafts/" + draft + "/comments",
                Map.of("recommendation", "R1", "comment", "Say at least four weeks.")));
        move(draft, "signings");
        assertThat(sign(draft, "md.health").jsonPath().getString("stage")).isEqualTo("IN_SIGNATURE");

        Response last = sign(draft, "wa.health");

        assertThat(last.jsonPath().getString("stage")).isEqualTo("ISSUED");
        JsonPath shown = get(given(), "/guidance/" + guidance + "/versions/1").jsonPath();
        assertThat(shown.getString("stage")).isEqualTo("ISSUED");
        assertThat(shown.getList("signatures.member")).containsExactly("MD", "WA");
        assertThat(shown.getString("issuedOn")).isEqualTo(today().toString());
        assertThat(shown.getString("effectiveOn")).isEqualTo(today().toString());
        assertThat(shown.getBoolean("force.bindsMembers")).isFalse();
        assertThat(shown.getString("force.statement")).contains("binds nobody", "none is implied");
        assertThat(kafka.await("compact.guidance.v1", guidance, "GuidanceIssued")
                        .data()
                        .get("signedBy"))
                .hasSize(2);
    }

    @Test
    void whatIsNotIssuedDoesNotExistForThePublic() {
        Response drafted = draft(agreementId, text(1));
        String draft = created(drafted);
        String guidance = drafted.jsonPath().getString("guidanceId");

        refused(get(given(), "/guidance/" + guidance), 404, "not-found");
        refused(get(given(), "/guidance/" + guidance + "/versions/1"), 404, "not-found");
        assertThat(get(given(), "/guidance?agreement=" + agreementId).jsonPath().getList("items"))
                .isEmpty();
        refused(get(given(), "/guidance-drafts/" + draft), 401, "sign-in-required");
        refused(get(as("tx.health"), "/guidance-drafts/" + draft), 404, "not-found");
        assertThat(get(as("md.buyer"), "/guidance-drafts/" + draft).statusCode())
                .isEqualTo(200);
        issue(draft, "MD");
        assertThat(get(given(), "/guidance?agreement=" + agreementId + "&topic=Measles")
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(guidance);
        assertThat(get(given(), "/guidance?agreement=" + agreementId + "&topic=Mumps")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void anIssuedVersionIsFixedEvenForTheDatabase() {
        Response drafted = draft(agreementId, text(1));
        String draft = created(drafted);
        issue(draft, "MD");

        refused(
                post(as(STAFF), "/guidance-drafts/" + draft + "/revisions", Map.of("text", text(2))),
                409,
                "version-not-in-this-stage");
        refused(post(as(STAFF), "/guidance-drafts/" + draft + "/returns", Map.of()), 409, "version-not-in-this-stage");
        refused(post(as(STAFF), "/guidance-drafts/" + draft + "/discards", Map.of()), 409, "version-not-in-this-stage");
        assertThatThrownBy(() -> Database.execute(
                        "update guidance_version set effective_on = effective_on + 1 where id = '" + draft + "'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> Database.execute("delete from guidance_version where id = '" + draft + "'"))
                .hasMessageContaining("never deleted");
        assertThatThrownBy(() ->
                        Database.execute("update guidance_text set body = '{}' where version_id = '" + draft + "'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> Database.execute("delete from guidance_signature where version_id = '" + draft + "'"))
                .hasMessageContaining("never changed");
    }

    @Test
    void aTextThatWasSentBackIsSignedAgainByEverybody() {
        String draft = created(draft(agreementId, text(2)));
        move(draft, "reviews");
        move(draft, "signings");
        sign(draft, "md.health");
        move(draft, "returns");
        Map<String, Object> revised = text(2);
        revised.put("title", "Sample measles guidance, revised");
        created(post(as(STAFF), "/guidance-drafts/" + draft + "/revisions", Map.of("text", revised)));
        move(draft, "reviews");
        move(draft, "signings");

        assertThat(sign(draft, "ca.health").jsonPath().getString("stage")).isEqualTo("IN_SIGNATURE");
        assertThat(sign(draft, "md.health").jsonPath().getString("stage")).isEqualTo("ISSUED");
        assertThat(get(as("ca.health"), "/guidance-drafts/" + draft).jsonPath().getInt("revision"))
                .isEqualTo(2);
    }

    @Test
    void aLaterVersionTakesTheEarliersPlaceFromItsFirstDayOn() {
        String guidance = issued(agreementId, text(1), "MD");
        Map<String, Object> later = text(1);
        later.put("effectiveOn", today().plusDays(10).toString());
        String draft = created(next(guidance, later));
        refused(next(guidance, text(1)), 409, "version-in-preparation");
        issue(draft, "CA");

        JsonPath before = get(given(), "/guidance/" + guidance).jsonPath();
        assertThat(before.getList("versions.number")).containsExactly(2, 1);
        assertThat(before.getList("versions.stage")).containsExactly("ISSUED", "ISSUED");
        assertThat(before.getString("versions[1].replacedOn"))
                .isEqualTo(today().plusDays(10).toString());
        clock.after(
                Duration.ofDays(10),
                () -> assertThat(
                                get(given(), "/guidance/" + guidance).jsonPath().getList("versions.stage"))
                        .containsExactly("ISSUED", "SUPERSEDED"));
        assertThat(kafka.await("compact.guidance.v1", guidance, "GuidanceSuperseded")
                        .data()
                        .get("number")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void aSunsetComesByDateAlone() {
        Map<String, Object> ending = text(1);
        ending.put("sunsetOn", today().plusDays(3).toString());
        String guidance = issued(agreementId, ending, "MD");

        clock.after(
                Duration.ofDays(3),
                () -> assertThat(get(given(), "/guidance/" + guidance + "/versions/1")
                                .jsonPath()
                                .getString("stage"))
                        .isEqualTo("SUNSET"));
    }

    @Test
    void oneGuidanceSupersedesAnotherAndNeverInACircle() {
        String old = issued(agreementId, text(1), "MD");
        Map<String, Object> replacing = text(1);
        replacing.put("supersedes", List.of(old));
        String young = issued(agreementId, replacing, "MD");

        assertThat(get(given(), "/guidance/" + old).jsonPath().getString("versions[0].stage"))
                .isEqualTo("SUPERSEDED");
        Map<String, Object> back = text(1);
        back.put("supersedes", List.of(young));
        refused(next(old, back), 409, "supersession-circular");
        refused(next(old, text(1)), 409, "guidance-superseded");
        Map<String, Object> itself = text(1);
        itself.put("supersedes", List.of(young));
        refused(next(young, itself), 409, "supersession-circular");
        assertThatThrownBy(() -> Database.execute("insert into guidance_supersession select superseded_id,"
                        + " superseded_id, version_id, now() from guidance_supersession"))
                .hasMessageContaining("guidance_supersession_of_another_ck");
    }

    @Test
    void twoThatWouldSupersedeEachOtherAtOnceDoNotBothComeThrough() throws Exception {
        String one = issued(agreementId, text(1), "MD");
        String two = issued(agreementId, text(1), "MD");
        List<String> drafts = new ArrayList<>();
        for (List<String> pair : List.of(List.of(one, two), List.of(two, one))) {
            Map<String, Object> replacing = text(1);
            replacing.put("supersedes", List.of(pair.get(1)));
            String draft = created(next(pair.get(0), replacing));
            move(draft, "reviews");
            move(draft, "signings");
            drafts.add(draft);
        }
        Tokens.of("md.health");
        List<Callable<Integer>> signing = List.of(
                () -> sign(drafts.get(0), "md.health").statusCode(),
                () -> sign(drafts.get(1), "md.health").statusCode());

        List<Integer> statuses = atOnce(signing);

        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
        assertThat(Database.number("select count(*) from guidance_supersession where guidance_id in ('" + one + "', '"
                        + two + "')"))
                .isEqualTo(1);
    }

    @Test
    void onlyIssuedGuidanceOfTheSameAgreementIsSuperseded() {
        String elsewhere = issued(alliance(api, "ALLIANCE_MOU", "MD", "NJ"), text(1), "NJ");
        Map<String, Object> replacing = text(1);
        replacing.put("supersedes", List.of(elsewhere, UUID.randomUUID().toString()));

        Response answer = draft(agreementId, replacing);

        refused(answer, 422, "supersession-unknown");
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .containsExactly("/text/supersedes/0", "/text/supersedes/1");
    }

    @Test
    void aMemberSignsOnceHoweverOftenItsOfficerTriesAtOnce() throws Exception {
        String draft = created(draft(agreementId, text(3)));
        move(draft, "reviews");
        move(draft, "signings");
        Tokens.of("md.health");

        List<Integer> statuses =
                atOnce(Collections.nCopies(6, () -> sign(draft, "md.health").statusCode()));

        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(5);
        refused(sign(draft, "md.health"), 409, "member-has-signed");
    }

    @Test
    void membersTakeBackWhatTheyIssued() {
        String guidance = issued(agreementId, text(2), "MD", "WA");
        String path = "/guidance/" + guidance + "/versions/1/withdrawal-signatures";
        Map<String, Object> reasons = Map.of("reasons", "The review was retracted.");

        assertThat(post(acting("ca.health"), path, reasons).jsonPath().getString("stage"))
                .isEqualTo("ISSUED");
        refused(post(acting("ca.health"), path, reasons), 409, "member-has-signed");
        assertThat(post(acting("md.health"), path, reasons).jsonPath().getString("stage"))
                .isEqualTo("WITHDRAWN");
        refused(post(acting("wa.health"), path, reasons), 409, "version-not-in-this-stage");
        assertThat(get(given(), "/guidance/" + guidance + "/versions/1")
                        .jsonPath()
                        .getList("withdrawals.reasons"))
                .containsExactly("The review was retracted.", "The review was retracted.");
    }

    @Test
    void onlyHealthOfficersOfMembersInStandingSpeak() {
        api.mandate("md.delegate", "DELEGATE");
        api.mandate("tx.health", "HEALTH_OFFICER");
        String draft = created(draft(agreementId, text(1)));
        move(draft, "reviews");
        Map<String, Object> comment = Map.of("comment", "Good.");
        String comments = "/guidance-drafts/" + draft + "/comments";

        refused(post(acting("md.delegate"), comments, comment), 403, "not-permitted");
        refused(post(as(STAFF), comments, comment), 403, "not-permitted");
        refused(post(acting("tx.health"), comments, comment), 404, "not-found");
        refused(post(as("md.health").header("Concord-Member", "CA"), comments, comment), 403, "member-not-yours");
        move(draft, "signings");
        refused(sign(draft, "md.delegate"), 403, "not-permitted");
        refused(sign(draft, "tx.health"), 404, "not-found");
        Tokens.of("md.health");
        clock.after(Duration.ofMinutes(20), () -> refused(sign(draft, "md.health"), 401, "fresh-sign-in-required"));
    }

    @Test
    void aMemberWhoseStandingHasNotBegunDoesNotSignAndIsNotCounted() {
        api.mandate("nj.health", "HEALTH_OFFICER");
        Map<String, Object> alliance = agreement("ALLIANCE_MOU", "WA", "WA");
        alliance.put(
                "members",
                List.of(
                        Map.of("member", "WA", "effectiveOn", "2020-01-01"),
                        Map.of("member", "NJ", "effectiveOn", "2999-01-01")));
        String later = created(post(as(STAFF), "/agreements", alliance));

        refused(draft(later, text(2)), 409, "more-signatures-than-members");
        String draft = created(draft(later, text(1)));
        move(draft, "reviews");
        move(draft, "signings");
        refused(sign(draft, "nj.health"), 403, "not-in-standing");
    }

    @Test
    void anInstrumentWithoutThePowerPublishesNoGuidance() {
        refused(draft(cooperative("WA", "MD"), text(1)), 403, "capability-absent");
    }

    @Test
    void everyMoveHasItsStage() {
        String draft = created(draft(agreementId, text(1)));
        String path = "/guidance-drafts/" + draft;

        refused(sign(draft, "md.health"), 409, "version-not-in-this-stage");
        refused(post(as(STAFF), path + "/signings", Map.of()), 409, "version-not-in-this-stage");
        refused(post(as(STAFF), path + "/returns", Map.of()), 409, "version-not-in-this-stage");
        refused(
                post(acting("md.health"), path + "/comments", Map.of("comment", "Early.")),
                409,
                "version-not-in-this-stage");
        move(draft, "reviews");
        refused(post(as(STAFF), path + "/revisions", Map.of("text", text(1))), 409, "version-not-in-this-stage");
        refused(
                post(acting("md.health"), path + "/comments", Map.of("comment", "Which?", "recommendation", "R9")),
                422,
                "validation-failed");
        move(draft, "discards");
        refused(post(as(STAFF), path + "/reviews", Map.of()), 409, "version-not-in-this-stage");
    }

    @Test
    void aTextWithFaultsIsRefusedWithEachPlace() {
        Map<String, Object> faulty = text(1);
        Map<String, Object> twice =
                GuidanceSteps.recommendation("R1", Map.of("fromMonths", 0), "Another of the same name.");
        faulty.put("recommendations", List.of(twice, twice));
        faulty.put("effectiveOn", "2999-01-02");
        faulty.put("sunsetOn", "2999-01-02");

        Response answer = draft(agreementId, faulty);

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .containsExactly("/text/sunsetOn", "/text/recommendations/1/key");
        Map<String, Object> backwards = text(1);
        backwards.put(
                "recommendations",
                List.of(GuidanceSteps.recommendation(
                        "R1", Map.of("fromMonths", 12, "toMonths", 12), "Nobody is of this age.")));
        Response ages = draft(agreementId, backwards);
        refused(ages, 422, "validation-failed");
        assertThat(ages.jsonPath().getString("errors[0].pointer")).isEqualTo("/text/recommendations/0/population");
    }

    @Test
    void aCodeIsTakenOnceAndARepeatedDraftIsTheFirst() {
        Map<String, Object> body = Map.of("agreementId", agreementId, "code", "MEASLES", "text", text(1));
        String key = UUID.randomUUID().toString();
        Response first = post(as(STAFF), "/guidance-drafts", body, key);

        Response again = post(as(STAFF), "/guidance-drafts", body, key);

        assertThat(again.asString()).isEqualTo(first.asString());
        refused(post(as(STAFF), "/guidance-drafts", body), 409, "guidance-code-taken");
    }

    @Test
    void anyTwoVersionsAreComparedWordByWord() {
        String guidance = issued(agreementId, text(1), "MD");
        Map<String, Object> changed = text(1);
        changed.put(
                "recommendations",
                List.of(GuidanceSteps.recommendation(
                        "R1", Map.of("fromMonths", 12, "toMonths", 72), "Two doses, eight weeks apart.")));
        String draft = created(next(guidance, changed));

        JsonPath compared = get(as("md.health"), "/guidance-drafts/" + draft + "/differences?from=1")
                .jsonPath();

        assertThat(compared.getList("differences.field"))
                .contains("/recommendations/R1/statement", "/recommendations/R2/statement");
        assertThat(compared.getList("differences[0].words.text"))
                .containsExactly("Two doses, ", "four", "eight", " weeks apart.");
        refused(get(given(), "/guidance/" + guidance + "/versions/2/differences?from=1"), 404, "not-found");
        issue(draft, "MD");
        assertThat(get(given(), "/guidance/" + guidance + "/versions/2/differences?from=1")
                        .jsonPath()
                        .getList("differences.field"))
                .isEqualTo(compared.getList("differences.field"));
    }

    @Test
    void textsThatWaitedTooLongAreSentBack() {
        Map<String, Object> dated = text(1);
        dated.put("effectiveOn", today().minusDays(1).toString());
        String draft = created(draft(agreementId, dated));
        move(draft, "reviews");
        move(draft, "signings");

        refused(sign(draft, "md.health"), 409, "guidance-dates-passed");
    }

    private LocalDate today() {
        return Zones.dateIn("WA", clock.instant());
    }

    private static List<Integer> atOnce(List<Callable<Integer>> tries) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> tried : hands.invokeAll(tries)) {
                statuses.add(tried.get());
            }
        }
        return statuses;
    }
}
