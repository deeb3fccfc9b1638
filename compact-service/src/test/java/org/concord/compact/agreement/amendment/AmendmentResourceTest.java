package org.concord.compact.agreement.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.cooperative;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;
import static org.concord.compact.Api.vote;
import static org.concord.compact.agreement.Life.enact;
import static org.concord.compact.agreement.Life.step;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.concord.kit.time.Zones;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Amendments: who proposes, who must take them, and what they change from which day on. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class AmendmentResourceTest extends ServiceTest {

    private static final String FILED = "2025-01-10";

    private String id;
    private LocalDate today;

    /** A compact of three members whose terms ask for half a year of notice and for all of them to amend. */
    @BeforeEach
    void threeMembers() {
        today = Zones.dateIn("WA", clock.instant());
        id = Life.threeMembers();
    }

    // ---- force

    @Test
    void itIsInForceOnTheDayOnWhichTheLastMemberHasEnactedIt() {
        String amendment = filed(aYearsNotice());
        assertThat(shown(amendment).getString("state")).isEqualTo("PROPOSED");
        kafka.await("compact.agreement.v1", id, "AmendmentProposed");
        enacted(amendment, "WA", "2025-03-01");
        enacted(amendment, "MD", "2025-07-01");
        assertThat(shown(amendment).getList("outstanding")).containsExactly("CA");
        assertThat(notice("2026-01-01")).isEqualTo("P6M");

        enacted(amendment, "CA", "2025-05-01");

        JsonPath now = shown(amendment);
        assertThat(now.getString("state")).isEqualTo("IN_FORCE");
        assertThat(now.getString("inForceOn")).isEqualTo("2025-07-01");
        assertThat(now.getList("taken")).containsExactly("CA", "MD", "WA");
        assertThat(notice("2025-06-30")).isEqualTo("P6M");
        assertThat(notice("2025-07-01")).isEqualTo("P1Y");
        JsonNode told =
                kafka.await("compact.agreement.v1", id, "AmendmentForceChanged").data();
        assertThat(told.get("inForceOn").textValue()).isEqualTo("2025-07-01");
    }

    @Test
    void whatWasKnownBeforeItsLastActIsStillAnsweredAsItWas() {
        String amendment = filed(aYearsNotice());
        enacted(amendment, "WA", "2025-03-01");
        enacted(amendment, "MD", "2025-03-01");

        clock.after(Duration.ofDays(2), () -> enacted(amendment, "CA", "2025-03-01"));

        clock.after(Duration.ofDays(3), () -> {
            assertThat(notice("2025-03-01&knownAt=" + today)).isEqualTo("P6M");
            assertThat(notice("2025-03-01&knownAt=" + today.plusDays(2))).isEqualTo("P1Y");
        });
    }

    @Test
    void anActInEffectLaterBringsItIntoForceOnlyThen() {
        String amendment = filed(aYearsNotice());
        enacted(amendment, "WA", "2025-03-01");
        enacted(amendment, "MD", "2025-03-01");
        enacted(amendment, "CA", today.plusDays(5).toString());

        assertThat(shown(amendment).getString("state")).isEqualTo("PROPOSED");
        assertThat(shown(amendment).getString("inForceOn"))
                .isEqualTo(today.plusDays(5).toString());
        clock.after(
                Duration.ofDays(6),
                () -> assertThat(shown(amendment).getString("state")).isEqualTo("IN_FORCE"));
    }

    @Test
    void aMemberThatLeavesCompletesUnanimity() {
        String amendment = filed(aYearsNotice());
        enacted(amendment, "WA", "2025-03-01");
        enacted(amendment, "MD", "2025-03-01");
        assertThat(shown(amendment).getString("state")).isEqualTo("PROPOSED");
        LocalDate out = today.minusDays(1);

        created(Life.repealed(
                id,
                created(Life.repealBill(id, "CA", out.minusMonths(8), out.minusMonths(8))),
                out.minusMonths(7),
                out));

        assertThat(shown(amendment).getString("state")).isEqualTo("IN_FORCE");
        assertThat(shown(amendment).getString("inForceOn")).isEqualTo(out.toString());
    }

    @Test
    void whoJoinsAfterTheProposalTakesItTooOrJoinsByTheAmendedText() {
        String amendment = filed(aYearsNotice());
        String text = filed(words("IX", "Members meet once a year."));
        joins("OR", "2025-02-01");
        for (String member : List.of("WA", "MD", "CA")) {
            enacted(amendment, member, "2025-03-01");
            enacted(text, member, "2025-03-01");
        }
        assertThat(shown(amendment).getList("outstanding")).containsExactly("OR");

        enacted(amendment, "OR", "2025-09-01");
        Response included = include(text, "OR");

        created(included);
        assertThat(included.jsonPath().getString("kind")).isEqualTo("INCLUDED");
        assertThat(shown(amendment).getString("inForceOn")).isEqualTo("2025-09-01");
        assertThat(shown(text).getString("inForceOn")).isEqualTo("2025-03-01");
    }

    @Test
    void onlyAnActFromAfterTheProposalCanHaveTheAmendedText() {
        String amendment = filed(aYearsNotice());

        refused(include(amendment, "MD"), 422, "step-dated-too-early");
        refused(include(amendment, "TX"), 409, "not-a-member");
        joins("OR", "2025-02-01");
        created(include(amendment, "OR"));
        refused(include(amendment, "OR"), 409, "enactment-stands");
    }

    @Test
    void termsMayAskForAShareOnly() {
        Map<String, Object> body = Life.compactBody(2, "WA");
        Map<String, Object> terms = Life.terms(2);
        terms.put("amendment", Map.of("proposedBy", "COMMISSION", "share", "2/3"));
        body.put("terms", terms);
        id = created(post(as(STAFF), "/agreements", body));
        for (String member : List.of("WA", "MD", "CA")) {
            enact(id, member, "2020-03-01");
        }
        String amendment = filed(aYearsNotice());
        enacted(amendment, "WA", "2025-03-01");
        assertThat(shown(amendment).getString("state")).isEqualTo("PROPOSED");

        enacted(amendment, "MD", "2025-04-01");

        assertThat(shown(amendment).getString("inForceOn")).isEqualTo("2025-04-01");
    }

    @Test
    void aMemorandumIsAmendedByTheSignatureOfEveryParty() {
        Response opened = Life.open(
                "alliance-mou",
                "WA",
                Map.of(
                        "members",
                        List.of(
                                Map.of("member", "WA", "effectiveOn", "2020-03-01"),
                                Map.of("member", "MD", "effectiveOn", "2020-03-01"))));
        id = created(opened);
        String amendment = filed(Map.of("seatsPerMember", 2));

        refused(begin(amendment, "WA", "2025-02-01"), 422, "joined-another-way");
        created(signed(amendment, "WA"));
        assertThat(get(as(STAFF), "/agreements/" + id).jsonPath().getInt("terms.seatsPerMember"))
                .isEqualTo(1);
        created(signed(amendment, "MD"));

        assertThat(get(as(STAFF), "/agreements/" + id).jsonPath().getInt("terms.seatsPerMember"))
                .isEqualTo(2);
    }

    // ---- what it changes

    @Test
    void theNoticeOfAWithdrawalFollowsTheTermsOnTheDayOfTheAct() {
        String amendment = filed(aYearsNotice());
        for (String member : List.of("WA", "MD", "CA")) {
            enacted(amendment, member, today.minusDays(20).toString());
        }
        String before = created(Life.repealBill(id, "MD", today.minusDays(60), today.minusDays(60)));
        String after = created(Life.repealBill(id, "CA", today.minusDays(60), today.minusDays(60)));

        refused(
                Life.repealed(
                        id, after, today.minusDays(20), today.minusDays(20).plusMonths(6)),
                422,
                "withdrawal-shorter-than-notice");
        created(Life.repealed(
                id, after, today.minusDays(20), today.minusDays(20).plusYears(1)));
        created(Life.repealed(
                id, before, today.minusDays(21), today.minusDays(21).plusMonths(6)));
    }

    @Test
    void theTimeToCureAndWhatASuspensionTakesFollowTheTermsOnTheDay() {
        String amendment = filed(Map.of("onDefault", Map.of("cureDays", 10, "takesAway", List.of("HOLD_OFFICE"))));
        for (String member : List.of("WA", "MD", "CA")) {
            enacted(amendment, member, today.minusDays(50).toString());
        }

        refused(noticed("MD", today.minusDays(51), 10), 422, "cure-period-too-short");
        created(noticed("MD", today.minusDays(50), 10));
        String contract = id;
        String suspended = Life.beforeTheMembers(contract, "CA", today.minusDays(1));
        created(Life.defaultStep(
                contract,
                suspended,
                "SUSPENDED",
                today.minusDays(1),
                "decision",
                Life.decided(api, contract, "default-suspension", suspended)));
        assertThat(get(as(STAFF), "/agreements/" + id + "/members?on=" + today)
                        .jsonPath()
                        .getList("items.find { it.member == 'CA' }.rights"))
                .contains("VOTE")
                .doesNotContain("HOLD_OFFICE");
    }

    @Test
    void anAmendmentOfTheFloorDissolvesFromItsDayOn() {
        String amendment = filed(Map.of("dissolvesAtMembers", 2));
        for (String member : List.of("WA", "MD", "CA")) {
            enacted(amendment, member, "2025-03-01");
        }
        LocalDate out = today.minusDays(1);

        created(Life.repealed(
                id,
                created(Life.repealBill(id, "CA", out.minusMonths(8), out.minusMonths(8))),
                out.minusMonths(7),
                out));

        assertThat(get(as(STAFF), "/agreements/" + id).jsonPath().getString("dissolvedOn"))
                .isEqualTo(out.toString());
    }

    @Test
    void theModelTextIsShownAsAmendedAndTheMembersActBesideTheAmendmentsWords() {
        created(post(
                as(STAFF),
                "/agreements/" + id + "/model-texts",
                articles("I", "Each state shall report.", "II", "Each state shall pay.")));
        String amendment = filed(words("II", "Each state shall pay its dues by July."));
        String act = null;
        for (String member : List.of("WA", "MD", "CA")) {
            act = enacted(amendment, member, "2025-03-01");
        }
        String path = "/agreements/" + id + "/enactments/" + act;
        refused(get(as("md.buyer"), path + "/conformity"), 409, "text-missing");
        recorded(post(as(STAFF), path + "/texts", articles("II", "Each state may pay its dues by July.")));

        JsonPath compared = get(as("md.buyer"), path + "/conformity").jsonPath();
        assertThat(compared.getList("articles.article")).containsExactly("II");
        assertThat(compared.getList("articles[0].segments.findAll { it.part != 'KEPT' }.text"))
                .containsExactly("shall", "may");
        recorded(post(
                as(STAFF),
                path + "/conformity-findings",
                Map.of(
                        "article",
                        "II",
                        "finding",
                        "MATERIALLY_DIFFERENT",
                        "reasons",
                        "Sample",
                        "foundOn",
                        today.toString())));

        assertThat(modelText("2025-02-28")).containsExactly("Each state shall report.", "Each state shall pay.");
        assertThat(modelText("2025-03-01"))
                .containsExactly("Each state shall report.", "Each state shall pay its dues by July.");
    }

    // ---- who proposes

    @Test
    void whereTheTermsAskForItTheMembersVoteOnProposing() {
        atBallot();
        String amendment = filed(aYearsNotice());
        assertThat(shown(amendment).getString("state")).isEqualTo("FILED");
        refused(begin(amendment, "MD", today.toString()), 409, "amendment-not-in-this-state");

        String ballot = Life.voted(api, id, "agreement-amendment", amendment, "YES");

        assertThat(shown(amendment).getString("state")).isEqualTo("PROPOSED");
        assertThat(shown(amendment).getString("ballotId")).isEqualTo(ballot);
        assertThat(shown(amendment).getString("proposedOn")).isEqualTo(today.toString());
        refused(begin(amendment, "MD", today.minusDays(1).toString()), 422, "step-dated-too-early");
        created(begin(amendment, "MD", today.toString()));
        refused(openedOn(amendment), 409, "not-before-the-members");
    }

    @Test
    void whatTheMembersRejectIsNotTaken() {
        atBallot();
        String amendment = filed(aYearsNotice());

        Life.voted(api, id, "agreement-amendment", amendment, "NO");

        assertThat(shown(amendment).getString("state")).isEqualTo("REJECTED");
        kafka.await("compact.agreement.v1", id, "AmendmentRejected");
        refused(begin(amendment, "MD", today.toString()), 409, "amendment-not-in-this-state");
        refused(takenBack(amendment), 409, "amendment-not-in-this-state");
    }

    @Test
    void anAmendmentTakenBackDuringItsVoteStaysSo() {
        atBallot();
        String amendment = filed(aYearsNotice());
        String ballot = created(openedOn(amendment));
        created(takenBack(amendment));

        for (String delegate : List.of("wa.delegate", "md.delegate", "ca.delegate")) {
            api.mandate(delegate, "DELEGATE");
            recorded(vote(delegate, ballot, "YES", null));
        }

        assertThat(shown(amendment).getString("state")).isEqualTo("WITHDRAWN");
    }

    @Test
    void theMembersVoteOnlyOnTheirOwnAmendments() {
        atBallot();
        String amendment = filed(aYearsNotice());
        String own = id;
        id = cooperative("WA", "MD");

        refused(openedOn(amendment), 409, "not-before-the-members");
        id = own;
        created(openedOn(amendment));
    }

    // ---- taking back

    @Test
    void itIsTakenBackBeforeItIsInForceAndNotAfter() {
        String amendment = filed(aYearsNotice());
        for (String member : List.of("WA", "MD", "CA")) {
            enacted(amendment, member, today.plusDays(3).toString());
        }
        assertThat(notice(today.plusDays(3).toString())).isEqualTo("P1Y");

        clock.after(Duration.ofDays(4), () -> refused(takenBack(amendment), 409, "amendment-not-in-this-state"));
        created(takenBack(amendment));

        assertThat(shown(amendment).getString("state")).isEqualTo("WITHDRAWN");
        assertThat(notice(today.plusDays(3).toString())).isEqualTo("P6M");
        kafka.await("compact.agreement.v1", id, "AmendmentWithdrawn");
        refused(takenBack(amendment), 409, "amendment-not-in-this-state");
        refused(begin(amendment, "MD", "2025-02-01"), 409, "amendment-not-in-this-state");
    }

    // ---- refusals

    @Test
    void anActDatedBeforeItsBillOrTheProposalIsRefused() {
        String amendment = filed(aYearsNotice());

        refused(begin(amendment, "MD", "2025-01-09"), 422, "step-dated-too-early");
        String act = created(begin(amendment, "MD", "2025-01-10"));
        refused(step(id, act, "PASSED", "2025-01-09"), 422, "step-dated-too-early");
        created(step(id, act, "PASSED", "2025-01-11"));
        refused(step(id, act, "ENACTED", "2025-01-10"), 422, "step-dated-too-early");
        refused(begin(amendment, "CA", today.plusDays(2).toString()), 422, "dated-ahead");
    }

    @Test
    void aMemberTakesItOnceAndOnlyAMemberDoes() {
        String amendment = filed(aYearsNotice());
        enacted(amendment, "MD", "2025-03-01");

        refused(begin(amendment, "MD", "2025-02-01"), 409, "enactment-stands");
        refused(begin(amendment, "TX", "2025-02-01"), 409, "not-a-member");
        refused(begin(amendment, "XX", "2025-02-01"), 422, "validation-failed");
        refused(begin(UUID.randomUUID().toString(), "CA", "2025-02-01"), 404, "not-found");
    }

    @Test
    void aBillThatFailedLeavesTheWayFreeForAnother() {
        String amendment = filed(aYearsNotice());
        String act = created(begin(amendment, "MD", "2025-02-01"));
        created(step(id, act, "FAILED", "2025-05-01"));

        enacted(amendment, "MD", "2025-06-01");

        assertThat(shown(amendment).getList("taken")).containsExactly("MD");
    }

    @Test
    void anActOnAnAmendmentIsNoActOfJoining() {
        String amendment = filed(aYearsNotice());
        enacted(amendment, "MD", "2025-03-01");

        created(Life.repealed(
                id,
                created(Life.repealBill(id, "MD", today.minusDays(9), today.minusDays(9))),
                today.minusDays(5),
                today.plusMonths(6)));

        assertThat(get(as(STAFF), "/agreements/" + id + "/members?on=" + today.plusMonths(6))
                        .jsonPath()
                        .getString("items.find { it.member == 'MD' }.standing"))
                .isEqualTo("WINDING_DOWN");
        refused(Life.introduce(id, "CA", "2025-01-10"), 409, "enactment-stands");
    }

    @Test
    void twoActsAtOnceOfOneMemberGiveOne() throws Exception {
        String amendment = filed(aYearsNotice());
        Callable<Integer> act = () -> begin(amendment, "MD", "2025-02-01").statusCode();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : both.invokeAll(List.of(act, act))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void theLastTwoMembersAtOnceBringItIntoForce() throws Exception {
        String amendment = filed(aYearsNotice());
        enacted(amendment, "WA", "2025-03-01");
        String md = law(amendment, "MD");
        String ca = law(amendment, "CA");
        List<Callable<Response>> steps =
                List.of(() -> step(id, md, "EFFECTIVE", "2025-04-01"), () -> step(id, ca, "EFFECTIVE", "2025-05-01"));
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (Future<Response> answer : both.invokeAll(steps)) {
                recorded(answer.get());
            }
        }

        assertThat(shown(amendment).getString("inForceOn")).isEqualTo("2025-05-01");
    }

    @Test
    void anAmendmentThatChangesNothingOrDoesNotFitIsRefused() {
        refused(file(Map.of()), 422, "amendment-changes-nothing");
        refused(file(Map.of("change", Map.of())), 422, "amendment-changes-nothing");
        Response unfit = file(Map.of("change", Map.of("amendment", Map.of("proposedBy", "BALLOT", "share", "4/3"))));
        refused(unfit, 422, "validation-failed");
        assertThat(unfit.jsonPath().getList("errors.pointer")).containsExactly("/change/amendment/share");
        refused(file(Map.of("change", Map.of("joinedBy", "SIGNATURE"))), 422, "validation-failed");
        Map<String, Object> ahead = new LinkedHashMap<>(Map.of("change", aYearsNotice()));
        ahead.put("filedOn", today.plusDays(2).toString());
        refused(file(ahead), 422, "dated-ahead");
        String open = Life.compact(2, "WA");
        enact(open, "WA", "2020-03-01");
        id = open;
        refused(file(Map.of("change", aYearsNotice())), 409, "agreement-not-in-force");
    }

    @Test
    void onlyStaffFileAndOnlyWhoSeesTheAgreementReads() {
        String amendment = filed(aYearsNotice());
        String path = "/agreements/" + id + "/amendments";

        refused(post(acting("md.officer"), path, body(Map.of("change", aYearsNotice()))), 403, "not-permitted");
        refused(post(acting("md.officer"), path + "/" + amendment + "/withdrawals", back()), 403, "not-permitted");
        refused(get(as("tx.buyer"), path), 404, "not-found");
        refused(get(as("tx.buyer"), path + "/" + amendment), 404, "not-found");
        refused(get(as("tx.buyer"), "/agreements/" + id + "/terms"), 404, "not-found");
        refused(get(as("md.buyer"), path + "/" + UUID.randomUUID()), 404, "not-found");
        assertThat(get(as("md.buyer"), path).jsonPath().getList("items.id")).containsExactly(amendment);
        String own = id;
        id = cooperative("WA", "MD");
        refused(takenBack(amendment), 404, "not-found");
        id = own;
    }

    @Test
    void aRevisionOfTermsIsNeverChanged() throws SQLException {
        String amendment = filed(aYearsNotice());
        for (String member : List.of("WA", "MD", "CA")) {
            enacted(amendment, member, "2025-03-01");
        }

        assertThat(Database.number("select count(*) from terms_revision where agreement_id = '" + id + "'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> Database.execute("delete from terms_revision where agreement_id = '" + id + "'"))
                .hasMessageContaining("never changed");
    }

    // ---- steps

    private static Map<String, Object> aYearsNotice() {
        return Map.of(
                "exit",
                Map.of(
                        "leftBy",
                        "REPEAL",
                        "notice",
                        "P1Y",
                        "noticeOnIntroduction",
                        true,
                        "memberTellsWithinDays",
                        3,
                        "othersToldWithinDays",
                        10));
    }

    private static List<Map<String, Object>> words(String article, String words) {
        return List.of(Map.of("article", article, "heading", "Sample", "words", words));
    }

    private static Map<String, Object> articles(String... pairs) {
        List<Map<String, Object>> articles = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            articles.addAll(words(pairs[i], pairs[i + 1]));
        }
        return Map.of("articles", articles);
    }

    private String filed(Map<String, Object> change) {
        return created(file(Map.of("change", change)));
    }

    private String filed(List<Map<String, Object>> articles) {
        return created(file(Map.of("articles", articles)));
    }

    private Response file(Map<String, Object> parts) {
        return post(as(STAFF), "/agreements/" + id + "/amendments", body(parts));
    }

    private static Map<String, Object> body(Map<String, Object> parts) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("title", "Sample amendment", "filedOn", FILED));
        body.putAll(parts);
        return body;
    }

    /** The terms ask for a ballot from now on: the members have amended them so. */
    private void atBallot() {
        String amendment = filed(Map.of("amendment", Map.of("proposedBy", "BALLOT", "share", "1/1")));
        for (String member : List.of("WA", "MD", "CA")) {
            created(step(id, law(amendment, member), "EFFECTIVE", "2025-01-10"));
        }
    }

    private Response openedOn(String amendment) {
        return Life.openedOn(
                api, id, Map.of("type", "PROPOSAL", "kind", "agreement-amendment", "proposalId", amendment));
    }

    private Response begin(String amendment, String member, String introducedOn) {
        return post(
                as(STAFF),
                "/agreements/" + id + "/amendments/" + amendment + "/enactments",
                Map.of(
                        "type", "BILL",
                        "member", member,
                        "bill", "SB 9",
                        "chamber", "Senate",
                        "session", "2025",
                        "introducedOn", introducedOn));
    }

    private Response signed(String amendment, String member) {
        return post(
                as(STAFF),
                "/agreements/" + id + "/amendments/" + amendment + "/enactments",
                Map.of(
                        "type", "SIGNATURE",
                        "member", member,
                        "authority", "Executive order 9, sample",
                        "signedOn", "2025-02-01",
                        "effectiveOn", "2025-02-01"));
    }

    /** A bill that is law and whose effect is not dated yet. */
    private String law(String amendment, String member) {
        String act = created(begin(amendment, member, FILED));
        created(step(id, act, "PASSED", FILED));
        created(step(id, act, "ENACTED", FILED));
        return act;
    }

    private String enacted(String amendment, String member, String effectiveOn) {
        String act = created(begin(amendment, member, "2025-02-01"));
        created(step(id, act, "PASSED", "2025-02-10"));
        created(step(id, act, "ENACTED", "2025-02-20"));
        created(step(id, act, "EFFECTIVE", effectiveOn));
        return act;
    }

    private Response include(String amendment, String member) {
        return post(
                as(STAFF), "/agreements/" + id + "/amendments/" + amendment + "/inclusions", Map.of("member", member));
    }

    /** A member joins by a bill of that day. */
    private void joins(String member, String on) {
        String act = created(Life.introduce(id, member, on));
        created(step(id, act, "PASSED", on));
        created(step(id, act, "ENACTED", on));
        created(step(id, act, "EFFECTIVE", on));
    }

    private Response takenBack(String amendment) {
        return post(as(STAFF), "/agreements/" + id + "/amendments/" + amendment + "/withdrawals", back());
    }

    private Map<String, Object> back() {
        return Map.of("on", today.toString(), "reasons", "Sample reasons");
    }

    private Response noticed(String member, LocalDate on, int cureDays) {
        return post(as(STAFF), "/agreements/" + id + "/defaults", Life.defaultOf(member, on, on.plusDays(cureDays)));
    }

    private JsonPath shown(String amendment) {
        return get(as(STAFF), "/agreements/" + id + "/amendments/" + amendment).jsonPath();
    }

    private String notice(String on) {
        return get(as("md.buyer"), "/agreements/" + id + "/terms?on=" + on)
                .jsonPath()
                .getString("terms.exit.notice");
    }

    private List<String> modelText(String on) {
        return get(as("md.buyer"), "/agreements/" + id + "/model-texts/current?on=" + on)
                .jsonPath()
                .getList("articles.words");
    }

    private static void recorded(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    }
}
