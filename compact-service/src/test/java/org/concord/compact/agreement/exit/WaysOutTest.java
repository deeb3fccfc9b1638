package org.concord.compact.agreement.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.cooperative;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;
import static org.concord.compact.Api.vote;
import static org.concord.compact.agreement.Life.decided;
import static org.concord.compact.agreement.Life.defaultOf;
import static org.concord.compact.agreement.Life.defaultStep;
import static org.concord.compact.agreement.Life.suspend;
import static org.concord.compact.agreement.Life.withdrawalStep;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.compact.ServiceTest;
import org.concord.compact.agreement.Life;
import org.concord.compact.governance.Chamber;
import org.concord.kit.time.Zones;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Default, withdrawal and dissolution, with their notices and clocks. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class WaysOutTest extends ServiceTest {

    private String id;
    private LocalDate today;

    /** A compact of three members whose terms ask for half a year of notice and thirty days to cure. */
    @BeforeEach
    void threeMembers() {
        today = Zones.dateIn("WA", clock.instant());
        id = Life.threeMembers();
    }

    // ---- default

    @Test
    void aSuspendedMemberHasNoSeatAndNoVoteUntilItIsReinstated() {
        String contract = cooperative("WA", "MD", "CA");
        for (String member : List.of("wa", "md", "ca")) {
            api.mandate(member + ".delegate", "DELEGATE");
        }
        String round = api.tendered(contract, "WA", "MD", "CA");
        String ballot = created(post(as(STAFF), "/ballots", api.ballot(contract, round, api.evaluated(round))));

        String matter = suspend(api, contract, "MD", today.minusDays(1));

        refused(vote("md.delegate", ballot, "CONCUR", null), 403, "not-in-standing");
        assertThat(get(as("md.buyer"), "/ballots/" + ballot).statusCode()).isEqualTo(200);
        String later = api.tendered(contract, "WA", "CA");
        String laterBallot = created(post(as(STAFF), "/ballots", api.ballot(contract, later, api.evaluated(later))));
        assertThat(get(as("md.buyer"), "/ballots/" + laterBallot).jsonPath().getList("roll.member"))
                .containsExactly("CA", "WA");
        assertThat(vote("ca.delegate", laterBallot, "CONCUR", null).statusCode())
                .isEqualTo(201);

        created(defaultStep(contract, matter, "CURED", today));

        assertThat(vote("md.delegate", ballot, "CONCUR", null).statusCode()).isEqualTo(201);
        assertThat(standing(contract, "MD", today)).isEqualTo("FULL");
        assertThat(standing(contract, "MD", today.minusDays(1))).isEqualTo("SUSPENDED");
    }

    @Test
    void aSuspensionIsToldWithWhatItTakesAway() {
        String contract = cooperative("WA", "MD");
        suspend(api, contract, "MD", LocalDate.of(2026, 3, 1));

        JsonNode spans = kafka.await("compact.agreement.v1", contract, "StandingChanged")
                .data()
                .get("spans");

        assertThat(spans).hasSize(2);
        assertThat(spans.get(0).get("standing").textValue()).isEqualTo("FULL");
        assertThat(spans.get(0).get("untilOn").textValue()).isEqualTo("2026-03-01");
        assertThat(spans.get(1).get("standing").textValue()).isEqualTo("SUSPENDED");
        assertThat(spans.get(1).get("withheld").toString()).contains("VOTE", "TAKE_PART_IN_PURCHASES");
        assertThat(get(as("md.buyer"), "/agreements/" + contract + "/defaults")
                        .jsonPath()
                        .getList("items[0].withheld"))
                .contains("VOTE", "TAKE_PART_IN_PURCHASES")
                .doesNotContain("SETTLE");
    }

    @Test
    void leadersAreToldOnlyAfterAssistanceAndTheTimeToCure() {
        LocalDate noticed = today.minusDays(31);
        String matter = created(
                post(as(STAFF), "/agreements/" + id + "/defaults", defaultOf("MD", noticed, noticed.plusDays(30))));
        List<String> leaders = List.of("GOVERNOR", "MAJORITY_LEADER", "MINORITY_LEADER");

        refused(defaultStep(id, matter, "INTENT_NOTIFIED", today, "told", leaders), 409, "default-not-in-this-state");
        refused(defaultStep(id, matter, "SUSPENDED", today, "decision", unknown()), 409, "default-not-in-this-state");
        created(defaultStep(id, matter, "ASSISTED", noticed.plusDays(5)));
        refused(
                defaultStep(id, matter, "INTENT_NOTIFIED", noticed.plusDays(30), "told", leaders),
                409,
                "cure-period-runs");
        refused(
                defaultStep(id, matter, "INTENT_NOTIFIED", today, "told", List.of("GOVERNOR")),
                422,
                "validation-failed");
        created(defaultStep(id, matter, "INTENT_NOTIFIED", today, "told", leaders));
        assertThat(notices("INTENT_NOTIFIED")).containsExactlyInAnyOrderElementsOf(leaders);
        assertThat(notices("DEFAULT_NOTICED")).containsExactlyInAnyOrder("CA", "MD", "WA");
    }

    @Test
    void theTermsGiveTimeToCure() {
        refused(
                post(
                        as(STAFF),
                        "/agreements/" + id + "/defaults",
                        defaultOf("MD", today.minusDays(1), today.plusDays(28))),
                422,
                "cure-period-too-short");
        created(post(
                as(STAFF), "/agreements/" + id + "/defaults", defaultOf("MD", today.minusDays(1), today.plusDays(29))));
        refused(
                post(as(STAFF), "/agreements/" + id + "/defaults", defaultOf("MD", today, today.plusDays(30))),
                409,
                "default-under-way");
        refused(
                post(as(STAFF), "/agreements/" + id + "/defaults", defaultOf("TX", today, today.plusDays(30))),
                409,
                "not-a-member");
    }

    @Test
    void aTerminatedMemberStillOwesUntilItHasSettled() {
        String matter = suspend(api, id, "MD", today.minusDays(10));

        created(terminate(matter, today.minusDays(5)));
        assertThat(standing(id, "MD", today)).isEqualTo("WINDING_DOWN");
        assertThat(standing(id, "MD", today.minusDays(6))).isEqualTo("SUSPENDED");

        created(defaultStep(id, matter, "SETTLED", today));
        assertThat(standing(id, "MD", today)).isEqualTo("ENDED");
        refused(defaultStep(id, matter, "CURED", today), 409, "default-not-in-this-state");
    }

    @Test
    void whoIsAboutToLeaveIsStillHeldToTheTermsAndDoesNotEscapeByItsNotice() {
        String leaving = created(Life.repealBill(id, "MD", today.minusDays(200), today.minusDays(200)));
        created(Life.repealed(id, leaving, today.minusDays(150), today.plusDays(90)));

        String matter = suspend(api, id, "MD", today.minusDays(10));
        assertThat(standing(id, "MD", today)).isEqualTo("SUSPENDED");
        created(terminate(matter, today.minusDays(1)));

        assertThat(standing(id, "MD", today)).isEqualTo("WINDING_DOWN");
        refused(withdrawalStep(id, leaving, "REVOKED", today), 409, "withdrawal-not-in-this-state");
    }

    @Test
    void aMaterialDifferenceIsAGroundAndAnotherFindingIsNone() {
        String act = get(as(STAFF), "/agreements/" + id + "/enactments")
                .jsonPath()
                .getString("items.find { it.member == 'MD' }.id");
        created(post(as(STAFF), "/agreements/" + id + "/model-texts", text("I", "Each state shall pay its dues.")));
        String texts = "/agreements/" + id + "/enactments/" + act;
        refused(get(as("md.buyer"), texts + "/conformity"), 409, "text-missing");
        created(post(as(STAFF), texts + "/texts", text("I", "Each state may pay its dues.")));

        Response shown = get(as("md.buyer"), texts + "/conformity");
        assertThat(shown.jsonPath().getString("articles[0].comparison")).isEqualTo("CHANGED");
        assertThat(shown.jsonPath().getList("articles[0].segments.findAll { it.part != 'KEPT' }.text"))
                .containsExactly("shall", "may");

        String conforms = created(post(as(STAFF), texts + "/conformity-findings", finding("I", "CONFORMS")));
        refused(post(as(STAFF), texts + "/conformity-findings", finding("IX", "CONFORMS")), 422, "article-unknown");
        Map<String, Object> notice = defaultOf("MD", today, today.plusDays(30));
        notice.put("findingId", conforms);
        refused(post(as(STAFF), "/agreements/" + id + "/defaults", notice), 422, "finding-not-a-ground");

        String different =
                created(post(as(STAFF), texts + "/conformity-findings", finding("I", "MATERIALLY_DIFFERENT")));
        assertThat(get(as("md.buyer"), texts + "/conformity").jsonPath().getString("articles[0].finding.finding"))
                .isEqualTo("MATERIALLY_DIFFERENT");
        notice.put("findingId", different);
        created(post(as(STAFF), "/agreements/" + id + "/defaults", notice));
    }

    // ---- withdrawal

    @Test
    void aWithdrawalShorterThanItsNoticeIsRefused() {
        String matter = created(Life.repealBill(id, "MD", today.minusDays(20), today.minusDays(20)));

        refused(Life.repealed(id, matter, today.minusDays(5), today), 422, "withdrawal-shorter-than-notice");
        refused(
                Life.repealed(
                        id,
                        matter,
                        today.minusDays(5),
                        today.minusDays(5).plusMonths(6).minusDays(1)),
                422,
                "withdrawal-shorter-than-notice");
        created(Life.repealed(id, matter, today.minusDays(5), today.minusDays(5).plusMonths(6)));
    }

    @Test
    void whoLeavesKeepsItsRightsUntilTheDayAndWindsDownFromThen() {
        LocalDate act = today.minusMonths(7);
        String matter = created(Life.repealBill(id, "MD", act.minusDays(9), act.minusDays(9)));
        LocalDate out = act.plusMonths(6);
        created(Life.repealed(id, matter, act, out));

        assertThat(standing(id, "MD", out.minusDays(1))).isEqualTo("FULL");
        assertThat(standing(id, "MD", out)).isEqualTo("WINDING_DOWN");
        refused(withdrawalStep(id, matter, "REVOKED", today), 409, "withdrawal-not-in-this-state");
        created(withdrawalStep(id, matter, "SETTLED", today));
        assertThat(standing(id, "MD", today)).isEqualTo("ENDED");
        assertThat(get(as("md.buyer"), "/agreements/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void aRunningNoticeIsTakenBackInTime() {
        String matter = created(Life.repealBill(id, "MD", today.minusDays(20), today.minusDays(20)));
        created(Life.repealed(id, matter, today.minusDays(5), today.plusMonths(9)));
        assertThat(standing(id, "MD", today.plusMonths(9))).isEqualTo("WINDING_DOWN");

        created(withdrawalStep(id, matter, "REVOKED", today));

        assertThat(standing(id, "MD", today.plusMonths(9))).isEqualTo("FULL");
        assertThat(notices("WITHDRAWAL_REVOKED")).containsExactlyInAnyOrder("CA", "WA");
    }

    @Test
    void aRepealBillIsToldAtOnceAndTheOthersWithinTheStatutoryDays() {
        String matter = created(Life.repealBill(id, "MD", today.minusDays(20), today.minusDays(10)));

        // The terms: the member tells within three days, the commission within ten.
        assertThat(timeliness(matter, "COMMISSION")).isEqualTo("LATE");
        assertThat(timeliness(matter, "CA")).isEqualTo("DUE");
        assertThat(notice(matter, "CA", "dueOn")).isEqualTo(today.toString());

        clock.after(
                Duration.ofDays(1), () -> assertThat(timeliness(matter, "CA")).isEqualTo("OVERDUE"));
        recorded(post(
                as(STAFF),
                "/agreements/" + id + "/notices/deliveries",
                Map.of("matterId", matter, "recipients", List.of("CA"), "givenOn", today.toString(), "means", "mail")));
        assertThat(timeliness(matter, "CA")).isEqualTo("ON_TIME");
        assertThat(timeliness(matter, "WA")).isEqualTo("DUE");
        refused(
                post(
                        as(STAFF),
                        "/agreements/" + id + "/notices/deliveries",
                        Map.of(
                                "matterId",
                                matter,
                                "recipients",
                                List.of("CA"),
                                "givenOn",
                                today.toString(),
                                "means",
                                "mail")),
                409,
                "no-such-notice-due");
    }

    @Test
    void oneLeavingAtATimeInTheWayOfTheTerms() {
        created(Life.repealBill(id, "MD", today.minusDays(20), today.minusDays(20)));

        refused(Life.repealBill(id, "MD", today.minusDays(19), today.minusDays(19)), 409, "withdrawal-under-way");
        refused(Life.repealBill(id, "TX", today.minusDays(19), today.minusDays(19)), 409, "not-a-member");
        refused(Life.repealBill(id, "CA", today, today.minusDays(1)), 422, "step-dated-too-early");
        refused(
                post(
                        as(STAFF),
                        "/agreements/" + id + "/withdrawals",
                        Map.of(
                                "type", "NOTICE",
                                "member", "CA",
                                "authority", "letter",
                                "notifiedOn", today.toString(),
                                "effectiveOn", today.plusYears(1).toString())),
                422,
                "left-another-way");
        refused(
                post(
                        acting("ca.officer"),
                        "/agreements/" + id + "/withdrawals",
                        Map.of(
                                "type", "REPEAL_BILL",
                                "member", "CA",
                                "bill", "HB 1",
                                "introducedOn", today.toString(),
                                "notifiedOn", today.toString())),
                403,
                "not-permitted");
    }

    @Test
    void aContractIsLeftByNotice() {
        String contract = cooperative("WA", "MD");
        Map<String, Object> notice = Map.of(
                "type", "NOTICE",
                "member", "MD",
                "authority", "letter",
                "notifiedOn", today.minusDays(40).toString(),
                "effectiveOn", today.minusDays(10).toString());

        created(post(as(STAFF), "/agreements/" + contract + "/withdrawals", notice));

        assertThat(standing(contract, "MD", today)).isEqualTo("WINDING_DOWN");
        JsonNode told =
                kafka.await("compact.agreement.v1", contract, "StandingChanged").data();
        assertThat(told.get("spans")).hasSize(2);
    }

    // ---- dissolution

    @Test
    void itDissolvesWhenTheTermsSaySoAndWhatIsOwedStays() {
        LocalDate act = today.minusMonths(8);
        for (String member : List.of("MD", "CA")) {
            String matter = created(Life.repealBill(id, member, act, act));
            created(Life.repealed(id, matter, act, act.plusMonths(6)));
        }

        assertThat(get(as(STAFF), "/agreements/" + id).jsonPath().getString("state"))
                .isEqualTo("DISSOLVED");
        assertThat(standing(id, "WA", today)).isEqualTo("WINDING_DOWN");
        refused(Life.introduce(id, "TX", "2026-01-10"), 409, "agreement-dissolved");
        created(post(as(STAFF), "/agreements/" + id + "/wind-ups", Map.of("on", today.toString())));
        assertThat(standing(id, "WA", today)).isEqualTo("ENDED");
    }

    @Test
    void aDecisionDissolvesItAndEndsItsPowers() {
        String contract = cooperative("WA", "MD");
        Map<String, Object> decided = Map.of(
                "dissolvesOn",
                today.minusDays(1).toString(),
                "decision",
                decided(api, contract, "dissolution", contract));

        created(post(as(STAFF), "/agreements/" + contract + "/dissolutions", decided));

        refused(post(as(STAFF), "/rounds", api.round(contract, "WA")), 403, "capability-absent");
        assertThat(standing(contract, "MD", today)).isEqualTo("WINDING_DOWN");
        kafka.await("compact.agreement.v1", contract, "PowersChanged");
        refused(post(as(STAFF), "/agreements/" + contract + "/dissolutions", decided), 409, "agreement-dissolved");
        refused(
                post(as(STAFF), "/agreements/" + Life.compact(2, "WA") + "/dissolutions", decided),
                422,
                "decision-unknown");
    }

    // ---- decisions

    @Test
    void aDefaultIsDecidedOnlyByACarriedBallotOnJustThis() {
        String matter = Life.beforeTheMembers(id, "MD", today);
        String suspending = Life.voted(api, id, "default-suspension", matter, "YES");
        String rejected = Life.voted(api, id, "default-termination", matter, "NO");
        String open = created(Life.openedOn(api, id, onDefault("default-termination", matter)));
        String contract = cooperative("WA", "MD");
        String elsewhere = Life.beforeTheMembers(contract, "MD", today);
        String foreign = Life.voted(api, contract, "default-termination", elsewhere, "YES");
        String other = Life.voted(api, id, Map.of("type", "ADMIT_MEMBER", "member", "OR"), "YES");

        refused(terminated(matter, UUID.randomUUID().toString()), 422, "decision-unknown");
        refused(terminated(matter, foreign), 422, "decision-unknown");
        refused(terminated(matter, suspending), 422, "decision-on-another-matter");
        refused(terminated(matter, other), 422, "decision-on-another-matter");
        refused(terminated(matter, rejected), 409, "decision-not-carried");
        refused(terminated(matter, open), 409, "decision-not-carried");
        assertThat(standing(id, "MD", today)).isEqualTo("FULL");
        created(defaultStep(id, matter, "SUSPENDED", today, "decision", Map.of("kind", "BALLOT", "id", suspending)));
    }

    @Test
    void aBallotWhoseHourHasComeIsClosedByTheActThatRestsOnIt() {
        String matter = Life.beforeTheMembers(id, "MD", today);
        String ballot = created(Life.openedOn(api, id, onDefault("default-termination", matter)));
        for (String delegate : List.of("wa.delegate", "ca.delegate")) {
            api.mandate(delegate, "DELEGATE");
            recorded(vote(delegate, ballot, "YES", null));
        }
        refused(terminated(matter, ballot), 409, "decision-not-carried");

        clock.after(Duration.ofMinutes(11), () -> recorded(terminated(matter, ballot)));
    }

    @Test
    void anAdoptedMotionOfTheAgreementDecidesToo() {
        Chamber chamber = new Chamber(api, clock);
        for (String member : List.of("WA", "MD", "CA")) {
            api.mandate(Chamber.delegate(member), "DELEGATE");
        }
        String matter = Life.beforeTheMembers(id, "MD", today);
        String motion = Chamber.pending(id, "WA", "CA", "MD is suspended.");
        Map<String, Object> decision = Map.of("kind", "MOTION", "id", motion);
        refused(defaultStep(id, matter, "SUSPENDED", today, "decision", unknown()), 422, "decision-unknown");
        refused(defaultStep(id, matter, "SUSPENDED", today, "decision", decision), 409, "decision-not-carried");

        Chamber.yes(Chamber.opened(chamber.ballotOn(id, motion)), "WA", "MD", "CA");

        recorded(defaultStep(id, matter, "SUSPENDED", today, "decision", decision));
    }

    @Test
    void theMembersVoteOnlyOnADefaultThatIsBeforeThem() {
        String noticed = created(post(
                as(STAFF), "/agreements/" + id + "/defaults", defaultOf("CA", today.minusDays(1), today.plusDays(60))));
        String matter = Life.beforeTheMembers(id, "MD", today);

        refused(Life.openedOn(api, id, onDefault("default-suspension", noticed)), 409, "not-before-the-members");
        refused(
                Life.openedOn(api, cooperative("WA", "MD"), onDefault("default-suspension", matter)),
                409,
                "not-before-the-members");
        refused(Life.openedOn(api, id, onDefault("dissolution", matter)), 409, "not-before-the-members");
        created(Life.openedOn(api, id, onDefault("default-suspension", matter)));
    }

    private static Map<String, Object> onDefault(String kind, String matter) {
        return Map.of("type", "PROPOSAL", "kind", kind, "proposalId", matter);
    }

    private Response terminate(String matter, LocalDate on) {
        return defaultStep(id, matter, "TERMINATED", on, "decision", decided(api, id, "default-termination", matter));
    }

    private Response terminated(String matter, String ballot) {
        return defaultStep(id, matter, "TERMINATED", today, "decision", Map.of("kind", "BALLOT", "id", ballot));
    }

    private static Map<String, Object> unknown() {
        return Map.of("kind", "MOTION", "id", UUID.randomUUID().toString());
    }

    private static Map<String, Object> text(String article, String words) {
        return Map.of("articles", List.of(Map.of("article", article, "heading", "Dues", "words", words)));
    }

    private Map<String, Object> finding(String article, String finding) {
        return Map.of("article", article, "finding", finding, "reasons", "Sample", "foundOn", today.toString());
    }

    private static String standing(String agreement, String member, LocalDate on) {
        return get(as(STAFF), "/agreements/" + agreement + "/members?on=" + on)
                .jsonPath()
                .getString("items.find { it.member == '" + member + "' }.standing");
    }

    private List<String> notices(String occasion) {
        return get(as("wa.buyer"), "/agreements/" + id + "/notices?limit=100")
                .jsonPath()
                .getList("items.findAll { it.occasion == '" + occasion + "' }.recipient");
    }

    private String timeliness(String matter, String recipient) {
        return notice(matter, recipient, "timeliness");
    }

    private String notice(String matter, String recipient, String field) {
        return get(as(STAFF), "/agreements/" + id + "/notices?limit=100")
                .jsonPath()
                .getString("items.find { it.matterId == '" + matter + "' && it.recipient == '" + recipient + "' }."
                        + field);
    }

    private static void recorded(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    }
}
