package org.concord.compact.guidance.adoption;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.agreement;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;
import static org.concord.compact.guidance.GuidanceSteps.alliance;
import static org.concord.compact.guidance.GuidanceSteps.draft;
import static org.concord.compact.guidance.GuidanceSteps.issue;
import static org.concord.compact.guidance.GuidanceSteps.issued;
import static org.concord.compact.guidance.GuidanceSteps.next;
import static org.concord.compact.guidance.GuidanceSteps.text;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
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
class AdoptionResourceTest extends ServiceTest {

    private static final String EFFECT = "PHARMACIST_AUTHORITY";

    private String guidance;

    /** Three members of an alliance have issued a guidance. */
    @BeforeEach
    void issueGuidance() {
        guidance = issued(alliance(api, "ALLIANCE_MOU", "WA", "MD", "CA"), text(1), "MD");
    }

    // ---- acts

    @Test
    void aMemberAdoptsForOneLegalEffectAndForNoOther() {
        Response answer = adopt("md.health", EFFECT, terms("ADOPT", today(), null));
        String act = created(answer);

        assertThat(matrix("member=MD").getList("rows.following"))
                .containsExactly("NO_ACT", "FOLLOWS", "NO_ACT", "NO_ACT", "NO_ACT");
        assertThat(kafka.await("compact.adoption.v1", act, "AdoptionRecorded")
                        .data()
                        .get("legalEffect")
                        .textValue())
                .isEqualTo(EFFECT);
        assertThat(answer.header("Location")).endsWith("/api/v1/adoptions/" + act);
    }

    @Test
    void aDeviationOutsideThePopulationIsRefusedWithItsPlace() {
        Map<String, Object> terms = terms("ADOPT_WITH_DEVIATIONS", today(), null);
        terms.put("deviations", List.of(deviation("R1", Map.of("fromMonths", 12, "toMonths", 73))));

        Response answer = adopt("md.health", EFFECT, terms);

        refused(answer, 422, "deviation-outside-population");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/terms/deviations/0/population");
    }

    @Test
    void nothingIsFollowedBeforeItIsIssued() {
        LocalDate issuedInGuam = Zones.dateIn("MD", clock.instant());

        refused(
                adopt("md.health", EFFECT, terms("ADOPT", issuedInGuam.minusDays(1), null)),
                422,
                "effective-before-issue");
    }

    @Test
    void aVersionThatIsNotIssuedIsNotAdopted() {
        created(next(guidance, text(1)));

        refused(adopt("md.health", 2, EFFECT, terms("ADOPT", today(), null), null), 409, "version-not-issued");
        refused(adopt("md.health", 3, EFFECT, terms("ADOPT", today(), null), null), 404, "not-found");
    }

    @Test
    void aSupersededVersionIsNotAdoptedNorOneThatWillBeByThen() {
        Map<String, Object> later = text(1);
        later.put("effectiveOn", today().plusDays(10).toString());
        issue(created(next(guidance, later)), "MD");

        refused(adopt("ca.health", EFFECT, terms("ADOPT", today().plusDays(10), null)), 409, "version-not-in-force");
        created(adopt("ca.health", EFFECT, terms("ADOPT", today().plusDays(9), null)));
        Response withdrawn = post(
                acting("md.health"),
                "/guidance/" + guidance + "/versions/2/withdrawal-signatures",
                Map.of("reasons", "Retracted."));
        assertThat(withdrawn.jsonPath().getString("stage")).isEqualTo("WITHDRAWN");
        refused(
                adopt("md.health", 2, EFFECT, terms("ADOPT", today().plusDays(10), null), null),
                409,
                "version-not-in-force");
    }

    @Test
    void twoActsForOneEffectNeverOverlap() {
        created(adopt("md.health", EFFECT, terms("ADOPT", today(), today().plusDays(10))));

        Response overlapping = adopt("md.health", EFFECT, terms("DECLINE", today().plusDays(9), null));

        refused(overlapping, 409, "adoption-overlaps");
        created(adopt("md.health", EFFECT, terms("DECLINE", today().plusDays(10), null)));
        created(adopt("md.health", "MEDICAID", terms("ADOPT", today(), null)));
        created(adopt("ca.health", EFFECT, terms("ADOPT", today(), null)));
    }

    @Test
    void ofTwoActsAtOnceOneIsRecorded() throws Exception {
        Tokens.of("md.health");
        List<Callable<Integer>> tries = new ArrayList<>(Collections.nCopies(
                6,
                () -> adopt("md.health", EFFECT, terms("ADOPT", today(), null)).statusCode()));

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> tried : hands.invokeAll(tries)) {
                statuses.add(tried.get());
            }
        }

        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(5);
        assertThat(Database.number("select count(*) from adoption_act where guidance_id = '" + guidance + "'"))
                .isEqualTo(1);
    }

    @Test
    void aLaterActEndsTheOneThatItReplaces() {
        String first = created(adopt("md.health", EFFECT, terms("ADOPT", today(), null)));

        created(adopt("md.health", 1, EFFECT, terms("DECLINE", today().plusDays(5), null), first));

        JsonPath act = get(given(), "/adoptions/" + first).jsonPath();
        assertThat(act.getInt("current.revision")).isEqualTo(2);
        assertThat(act.getString("current.terms.endsOn"))
                .isEqualTo(today().plusDays(5).toString());
        assertThat(act.getString("revisions[0].terms.endsOn")).isNull();
        refused(
                adopt("ca.health", 1, EFFECT, terms("DECLINE", today(), null), first),
                422,
                "adoption-to-replace-unknown");
    }

    @Test
    void aMemberWithoutStandingAdoptsNothing() {
        api.mandate("nj.health", "HEALTH_OFFICER");
        Map<String, Object> alliance = agreement("ALLIANCE_MOU", "WA", "WA");
        alliance.put(
                "members",
                List.of(
                        Map.of("member", "WA", "effectiveOn", "2020-01-01"),
                        Map.of("member", "NJ", "effectiveOn", "2999-01-01")));
        guidance = issued(created(post(as(STAFF), "/agreements", alliance)), text(1), "WA");

        refused(adopt("nj.health", EFFECT, terms("ADOPT", today(), null)), 403, "not-in-standing");
    }

    @Test
    void anOfficialOfAnotherStateNeitherActsNorRevises() {
        api.mandate("tx.health", "HEALTH_OFFICER");
        String act = created(adopt("md.health", EFFECT, terms("ADOPT", today(), null)));
        Map<String, Object> revision = Map.of("terms", terms("DECLINE", today(), null), "reasons", "Not ours.");

        refused(adopt("tx.health", EFFECT, terms("ADOPT", today(), null)), 404, "not-found");
        refused(post(acting("ca.health"), "/adoptions/" + act + "/revisions", revision), 404, "not-found");
        refused(
                post(acting("ca.health"), "/adoptions/" + UUID.randomUUID() + "/revisions", revision),
                404,
                "not-found");
        refused(
                post(as("ca.health").header("Concord-Member", "MD"), "/adoptions/" + act + "/revisions", revision),
                403,
                "member-not-yours");
        api.mandate("md.delegate", "DELEGATE");
        refused(adopt("md.delegate", EFFECT, terms("ADOPT", today(), null)), 403, "not-permitted");
        refused(
                post(as(STAFF), "/adoptions", command(1, EFFECT, terms("ADOPT", today(), null), null)),
                403,
                "not-permitted");
    }

    @Test
    void anActNeedsAFreshSignIn() {
        Tokens.of("md.health");

        clock.after(
                Duration.ofMinutes(20),
                () -> refused(
                        adopt("md.health", EFFECT, terms("ADOPT", today(), null)), 401, "fresh-sign-in-required"));
    }

    @Test
    void aRepeatedActGetsTheFirstAnswerAgain() {
        Map<String, Object> command = command(1, EFFECT, terms("ADOPT", today(), null), null);
        String key = UUID.randomUUID().toString();
        Response first = post(acting("md.health"), "/adoptions", command, key);

        Response again = post(acting("md.health"), "/adoptions", command, key);

        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void whatWasRecordedStays() {
        String act = created(adopt("md.health", EFFECT, terms("ADOPT", today(), null)));

        assertThatThrownBy(
                        () -> Database.execute("update adoption_act set citation = 'x' where act_id = '" + act + "'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> Database.execute("delete from adoption_act where act_id = '" + act + "'"))
                .hasMessageContaining("never changed");
    }

    // ---- the matrix

    @Test
    void theMatrixTellsWhoFollowsWhatSinceWhenAndWithWhatDifference() {
        Map<String, Object> differing = terms("ADOPT_WITH_DEVIATIONS", today().plusDays(3), null);
        differing.put(
                "deviations",
                List.of(deviation("R1", Map.of("fromMonths", 12, "toMonths", 24, "riskGroup", "ASTHMA"))));
        created(adopt("md.health", EFFECT, differing));
        created(adopt("ca.health", EFFECT, terms("DECLINE", today(), null)));

        JsonPath before = matrix("legalEffect=" + EFFECT + "&on=" + today().plusDays(2));
        JsonPath then = matrix("legalEffect=" + EFFECT + "&on=" + today().plusDays(3));

        assertThat(before.getList("rows.member")).containsExactly("CA", "MD", "WA");
        assertThat(before.getList("rows.following")).containsExactly("DECLINES", "NO_ACT", "NO_ACT");
        assertThat(then.getList("rows.following")).containsExactly("DECLINES", "FOLLOWS_WITH_DEVIATIONS", "NO_ACT");
        assertThat(then.getString("rows[1].since"))
                .isEqualTo(today().plusDays(3).toString());
        assertThat(then.getString("rows[1].deviations[0].population.riskGroup")).isEqualTo("ASTHMA");
        assertThat(then.getString("rows[1].fips")).isEqualTo("24");
        assertThat(then.getBoolean("force.bindsMembers")).isFalse();
        assertThat(then.getList("unaffected.code"))
                .containsExactly("VFC", "INJURY_COMPENSATION", "MEDICARE", "ERISA_SELF_FUNDED");
        assertThat(then.getList("unaffected.citation")).doesNotContainNull();
    }

    @Test
    void theMatrixIsToldAsItWasKnown() {
        String act = created(adopt("md.health", EFFECT, terms("ADOPT", today(), null)));
        String known = clock.instant().toString();
        clock.letPass(Duration.ofSeconds(1));
        created(post(
                acting("md.health"),
                "/adoptions/" + act + "/revisions",
                Map.of("terms", terms("ADOPT", today(), today().plusDays(5)), "reasons", "It had an end.")));
        String question = "member=MD&legalEffect=" + EFFECT + "&on=" + today().plusDays(6);

        assertThat(matrix(question + "&knownAt=" + known).getString("rows[0].following"))
                .isEqualTo("FOLLOWS");
        assertThat(matrix(question).getString("rows[0].following")).isEqualTo("NO_ACT");
        created(post(
                acting("md.health"), "/adoptions/" + act + "/voidings", Map.of("reasons", "It was never signed.")));
        assertThat(matrix("member=MD&legalEffect=" + EFFECT).getString("rows[0].following"))
                .isEqualTo("NO_ACT");
        assertThat(matrix("member=MD&legalEffect=" + EFFECT + "&knownAt=" + known)
                        .getString("rows[0].following"))
                .isEqualTo("FOLLOWS");
        refused(
                post(acting("md.health"), "/adoptions/" + act + "/voidings", Map.of("reasons", "Again.")),
                409,
                "adoption-void");
    }

    @Test
    void anOlderVersionIsFollowedUntilTheMemberActsAgain() {
        created(adopt("md.health", EFFECT, terms("ADOPT", today(), null)));
        issue(created(next(guidance, text(1))), "CA");

        JsonPath rows = matrix("member=MD&legalEffect=" + EFFECT);

        assertThat(rows.getInt("rows[0].number")).isEqualTo(1);
        assertThat(rows.getString("rows[0].stage")).isEqualTo("SUPERSEDED");
        assertThat(rows.getList("versions.stage")).containsExactly("ISSUED", "SUPERSEDED");
    }

    @Test
    void theTableIsExactlyWhatTheFilterShows() {
        Map<String, Object> formula = terms("ADOPT", today(), null);
        formula.put("citation", "=HYPERLINK(\"x\")");
        created(adopt("md.health", EFFECT, formula));
        created(adopt("ca.health", EFFECT, terms("DECLINE", today(), null)));

        Response table = get(
                given(),
                "/guidance/" + guidance + "/adoption-matrix?format=csv&following=FOLLOWS&legalEffect=" + EFFECT);

        assertThat(table.contentType()).startsWith("text/csv");
        List<String> lines = table.asString().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains(",MD,24,true,PHARMACIST_AUTHORITY,FOLLOWS,1,ISSUED," + today());
        assertThat(lines.get(1)).contains("\"'=HYPERLINK(\"\"x\"\")\"");
    }

    @Test
    void theMapHasEveryJurisdictionOnceAndNoColours() {
        created(adopt("md.health", EFFECT, terms("ADOPT", today(), null)));

        Response map = get(given(), "/guidance/" + guidance + "/adoption-matrix/map?legalEffect=" + EFFECT);

        JsonPath shown = map.jsonPath();
        assertThat(shown.getList("places.usps")).hasSize(56).doesNotHaveDuplicates();
        assertThat(shown.getString("places.find { it.usps == 'MD' }.category")).isEqualTo("FOLLOWS");
        assertThat(shown.getString("places.find { it.usps == 'MD' }.fips")).isEqualTo("24");
        assertThat(shown.getString("places.find { it.usps == 'WA' }.category")).isEqualTo("NO_ACT");
        assertThat(shown.getString("places.find { it.usps == 'TX' }.category")).isEqualTo("NOT_A_MEMBER");
        assertThat(map.asString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("colo", "#", "score", "rank");
    }

    @Test
    void aQuestionWithFaultsIsRefusedAndWhatIsInPreparationHasNoMatrix() {
        String path = "/guidance/" + guidance + "/adoption-matrix";

        Response answer = get(given(), path + "?on=yesterday&knownAt=2999-01-01T00:00:00Z");

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/on", "/knownAt");
        String unissued = draft(alliance(api, "ALLIANCE_MOU", "WA", "MD"), text(1))
                .jsonPath()
                .getString("guidanceId");
        refused(get(given(), "/guidance/" + unissued + "/adoption-matrix"), 404, "not-found");
    }

    private JsonPath matrix(String query) {
        Response answer = get(given(), "/guidance/" + guidance + "/adoption-matrix?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private Response adopt(String username, String effect, Map<String, Object> terms) {
        return adopt(username, 1, effect, terms, null);
    }

    private Response adopt(String username, int number, String effect, Map<String, Object> terms, String replaces) {
        return post(acting(username), "/adoptions", command(number, effect, terms, replaces));
    }

    private Map<String, Object> command(int number, String effect, Map<String, Object> terms, String replaces) {
        Map<String, Object> command = new LinkedHashMap<>(
                Map.of("guidanceId", guidance, "number", number, "legalEffect", effect, "terms", terms));
        if (replaces != null) {
            command.put("replaces", replaces);
        }
        return command;
    }

    private static Map<String, Object> terms(String decision, LocalDate effectiveOn, LocalDate endsOn) {
        Map<String, Object> terms = new LinkedHashMap<>(Map.of(
                "decision", decision,
                "authority", "Sample Code § 1",
                "instrument", "STANDING_ORDER",
                "citation", "Sample order 2026-1",
                "effectiveOn", effectiveOn.toString()));
        if (endsOn != null) {
            terms.put("endsOn", endsOn.toString());
        }
        return terms;
    }

    private static Map<String, Object> deviation(String key, Map<String, Object> population) {
        return Map.of("recommendation", key, "population", population, "differs", "One dose here.");
    }

    /** A day that has begun for every member: acts are dated in the zone of each. */
    private LocalDate today() {
        return Zones.dateIn("MD", clock.instant());
    }
}
