package org.concord.compact.agreement.enactment;

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
import static org.concord.compact.agreement.Life.compact;
import static org.concord.compact.agreement.Life.enact;
import static org.concord.compact.agreement.Life.introduce;
import static org.concord.compact.agreement.Life.introduced;
import static org.concord.compact.agreement.Life.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
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
import org.concord.compact.agreement.Life;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** How members join by law, and how an agreement comes into force by that. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class EnactmentResourceTest extends ServiceTest {

    @Test
    void theNthActInEffectBringsTheAgreementIntoForceAndTheOthersAreToldThen() {
        String id = compact(2, "WA");
        enact(id, "WA", "2020-03-01");

        assertThat(shown(id).getString("state")).isEqualTo("OPEN_FOR_ENACTMENT");
        assertThat(shown(id).getList("members")).isEmpty();
        assertThat(standing(id, "WA", "2020-04-01")).isEqualTo("NOT_YET_EFFECTIVE");

        enact(id, "MD", "2020-05-01");

        assertThat(shown(id).getString("state")).isEqualTo("ACTIVE");
        assertThat(shown(id).getString("activeOn")).isEqualTo("2020-05-01");
        assertThat(shown(id).getList("members.effectiveOn")).containsExactly("2020-05-01", "2020-05-01");
        JsonNode opened =
                kafka.await("compact.agreement.v1", id, "AgreementOpened").data();
        assertThat(opened.get("memberships")).hasSize(2);
        assertThat(opened.get("capabilities")).isNotEmpty();
        JsonNode standing =
                kafka.await("compact.agreement.v1", id, "StandingChanged").data();
        assertThat(standing.get("spans").get(0).get("standing").textValue()).isEqualTo("NOT_YET_EFFECTIVE");
    }

    @Test
    void anActThatIsRecordedLateMovesTheActivationToItsTrueDate() {
        String id = compact(2, "WA");
        enact(id, "WA", "2020-03-01");
        enact(id, "MD", "2021-01-01");
        assertThat(shown(id).getString("activeOn")).isEqualTo("2021-01-01");

        enact(id, "CA", "2020-06-01");

        assertThat(shown(id).getString("activeOn")).isEqualTo("2020-06-01");
        assertThat(standing(id, "WA", "2020-07-01")).isEqualTo("FULL");
        assertThat(standing(id, "MD", "2020-07-01")).isEqualTo("NOT_YET_EFFECTIVE");
        assertThat(kafka.await("compact.agreement.v1", id, "PowersChanged")
                        .data()
                        .get("activeOn"))
                .isNotNull();
    }

    @Test
    void beforeItsForceTheAgreementGivesNoPowerAndNoSeat() {
        api.mandate("wa.officer", "PROCUREMENT_OFFICER");
        Map<String, Object> body = Life.compactBody(2, "WA");
        body.put("type", "CONSENTED_COMPACT");
        String id = created(post(as(STAFF), "/agreements", body));
        enact(id, "WA", "2020-03-01");

        Response round = post(as(STAFF), "/rounds", api.round(id, "WA"));

        refused(round, 403, "capability-absent");
    }

    @Test
    void whereTheTermsAskForAVoteOnlyWhoIsAdmittedJoins() {
        Map<String, Object> body = Life.compactBody(2, "WA");
        Map<String, Object> terms = Life.terms(2);
        terms.put("admissionByVote", true);
        body.put("terms", terms);
        String id = created(post(as(STAFF), "/agreements", body));
        enact(id, "WA", "2020-03-01");
        enact(id, "MD", "2020-03-01");
        String act = introduced(id, "OR", "2025-03-10");
        created(step(id, act, "PASSED", "2025-03-10"));
        created(step(id, act, "ENACTED", "2025-03-10"));
        refused(step(id, act, "EFFECTIVE", "2025-03-10"), 409, "not-admitted");
        Life.voted(api, id, Map.of("type", "ADMIT_MEMBER", "member", "OR"), "NO");
        refused(step(id, act, "EFFECTIVE", "2025-03-10"), 409, "not-admitted");

        Life.voted(api, id, Map.of("type", "ADMIT_MEMBER", "member", "OR"), "YES");

        created(step(id, act, "EFFECTIVE", "2025-03-10"));
        assertThat(standing(id, "OR", "2025-03-10")).isEqualTo("FULL");
    }

    @Test
    @SuppressWarnings("unchecked") // the terms of a test are maps of maps
    void aSignatureTooWaitsForTheVoteThatTheTermsAskFor() {
        Map<String, Object> terms = Life.terms(1);
        terms.put("joinedBy", "SIGNATURE");
        terms.put("admissionByVote", true);
        terms.put("dissolution", "BY_DECISION");
        terms.remove("dissolvesAtMembers");
        Map<String, Object> exit = new LinkedHashMap<>((Map<String, Object>) terms.get("exit"));
        exit.put("leftBy", "NOTICE");
        exit.put("noticeOnIntroduction", false);
        terms.put("exit", exit);
        Map<String, Object> body = agreement("COOPERATIVE_CONTRACT", "WA", "WA", "MD");
        body.put("terms", terms);
        String id = created(post(as(STAFF), "/agreements", body));
        Map<String, Object> signature = Map.of(
                "type", "SIGNATURE",
                "member", "OR",
                "authority", "Executive order 1, sample",
                "signedOn", "2025-03-10",
                "effectiveOn", "2025-03-10");
        refused(post(as(STAFF), "/agreements/" + id + "/enactments", signature), 409, "not-admitted");

        Life.voted(api, id, Map.of("type", "ADMIT_MEMBER", "member", "OR"), "YES");

        created(post(as(STAFF), "/agreements/" + id + "/enactments", signature));
    }

    @Test
    void anActDatedBeforeItsBillIsRefused() {
        String id = compact(2, "WA");
        String act = introduced(id, "MD", "2025-03-10");

        refused(step(id, act, "PASSED", "2025-03-09"), 422, "step-dated-too-early");
        created(step(id, act, "PASSED", "2025-03-10"));
        refused(step(id, act, "ENACTED", "2025-03-09"), 422, "step-dated-too-early");
        created(step(id, act, "ENACTED", "2025-03-12"));
        refused(step(id, act, "EFFECTIVE", "2025-03-11"), 422, "step-dated-too-early");
    }

    @Test
    void stepsComeInTheirOrderAndOnce() {
        String id = compact(2, "WA");
        String act = introduced(id, "MD", "2025-03-10");

        refused(step(id, act, "ENACTED", "2025-03-12"), 409, "enactment-not-in-this-state");
        refused(step(id, act, "EFFECTIVE", "2025-03-12"), 409, "enactment-not-in-this-state");
        refused(step(id, act, "VETOED", "2025-03-12"), 409, "enactment-not-in-this-state");
        created(step(id, act, "PASSED", "2025-03-12"));
        refused(step(id, act, "PASSED", "2025-03-12"), 409, "enactment-not-in-this-state");
        created(step(id, act, "VETOED", "2025-03-13"));
        refused(step(id, act, "ENACTED", "2025-03-14"), 409, "enactment-not-in-this-state");
    }

    @Test
    void whatHasNotHappenedIsNotRecorded() {
        String id = compact(2, "WA");
        String act = introduced(id, "MD", "2025-03-10");

        refused(introduce(id, "CA", "2999-01-01"), 422, "dated-ahead");
        refused(step(id, act, "PASSED", "2999-01-01"), 422, "dated-ahead");
    }

    @Test
    void aMemberHasOneActThatStandsAndMayTryAgainAfterAFailure() {
        String id = compact(2, "WA");
        String act = introduced(id, "MD", "2025-03-10");

        refused(introduce(id, "MD", "2025-03-11"), 409, "enactment-stands");
        created(step(id, act, "FAILED", "2025-06-30"));
        created(introduce(id, "MD", "2026-01-10"));
    }

    @Test
    void twoClerksAtOnceRecordOneBill() throws Exception {
        String id = compact(2, "WA");
        Tokens.of(STAFF);
        List<Callable<Integer>> clerks = new ArrayList<>(
                Collections.nCopies(6, () -> introduce(id, "MD", "2025-03-10").statusCode()));

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> tried : hands.invokeAll(clerks)) {
                statuses.add(tried.get());
            }
        }

        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(5);
    }

    @Test
    void aCompactIsNotJoinedBySignatureNorAMemorandumByBill() {
        String compact = compact(2, "WA");
        String memorandum = created(post(as(STAFF), "/agreements", agreement("ALLIANCE_MOU", "WA", "WA")));
        Map<String, Object> signature = Map.of(
                "type", "SIGNATURE",
                "member", "MD",
                "authority", "Executive order 1",
                "signedOn", "2026-01-10",
                "effectiveOn", "2026-02-01");

        refused(post(as(STAFF), "/agreements/" + compact + "/enactments", signature), 422, "joined-another-way");
        refused(introduce(memorandum, "MD", "2026-01-10"), 422, "joined-another-way");

        created(post(as(STAFF), "/agreements/" + memorandum + "/enactments", signature));
        assertThat(shown(memorandum).getList("members.member")).containsExactly("MD", "WA");
        assertThat(kafka.await("compact.agreement.v1", memorandum, "StandingChanged")
                        .data()
                        .get("member")
                        .textValue())
                .isEqualTo("MD");
    }

    @Test
    void onlyStaffRecordsActsAndAForeignOfficialSeesNone() {
        String id = compact(1, "WA");
        String act = enact(id, "WA", "2020-03-01");
        Map<String, Object> bill = Map.of("type", "PASSED", "on", "2025-03-12");

        refused(
                post(acting("wa.officer"), "/agreements/" + id + "/enactments/" + act + "/steps", bill),
                403,
                "not-permitted");
        refused(get(as("md.buyer"), "/agreements/" + id + "/enactments"), 404, "not-found");
        refused(get(as("md.buyer"), "/agreements/" + id + "/enactments/" + act), 404, "not-found");
        refused(get(as("md.buyer"), "/agreements/" + id + "/members"), 404, "not-found");
        refused(get(as("md.buyer"), "/agreements/" + id + "/notices"), 404, "not-found");
        assertThat(get(as("wa.buyer"), "/agreements/" + id + "/enactments/" + act)
                        .jsonPath()
                        .getString("sessionLaw"))
                .isEqualTo("2025 Laws ch. 1");
        refused(step(id, UUID.randomUUID().toString(), "PASSED", "2025-03-12"), 404, "not-found");
        refused(step(cooperative("WA"), act, "PASSED", "2025-03-12"), 404, "not-found");
    }

    @Test
    void termsMustFitTheType() {
        Map<String, Object> body = Life.compactBody(2, "WA");
        body.put("type", "ALLIANCE_MOU");

        Response answer = post(as(STAFF), "/agreements", body);

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).contains("/terms/joinedBy");
    }

    @Test
    void theRightToPayIsNeverTakenAway() {
        Map<String, Object> body = Life.compactBody(2, "WA");
        Map<String, Object> terms = Life.terms(2);
        terms.put("onDefault", Map.of("cureDays", 30, "takesAway", List.of("SETTLE")));
        body.put("terms", terms);

        Response answer = post(as(STAFF), "/agreements", body);

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/terms/onDefault/takesAway");
    }

    @Test
    void theDatabaseItselfRefusesASecondActAndAnyChangeOfTheHistory() {
        String id = compact(1, "WA");
        enact(id, "WA", "2020-03-01");

        assertThatThrownBy(() -> Database.execute("insert into enactment (id, agreement_id, member, kind, state,"
                        + " recorded_at, recorded_by, version) values (gen_random_uuid(), '" + id
                        + "', 'WA', 'BILL', 'PASSED', now(), 'x', 0)"))
                .hasMessageContaining("enactment_one_standing_per_member_uk");
        assertThatThrownBy(() -> Database.execute("delete from standing_revision where agreement_id = '" + id + "'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() ->
                        Database.execute("update standing_revision set spans = '[]' where agreement_id = '" + id + "'"))
                .hasMessageContaining("never changed");
    }

    private static JsonPath shown(String id) {
        return get(as(STAFF), "/agreements/" + id).jsonPath();
    }

    private static String standing(String id, String member, String on) {
        return get(as(STAFF), "/agreements/" + id + "/members?on=" + on)
                .jsonPath()
                .getString("items.find { it.member == '" + member + "' }.standing");
    }
}
