package org.concord.compact.governance.reconvening;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;
import static org.concord.compact.governance.Chamber.delegate;
import static org.concord.compact.governance.Chamber.shown;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concord.compact.Database;
import org.concord.compact.ServiceTest;
import org.concord.compact.governance.Chamber;
import org.concord.compact.surveillance.picture.Alarms;
import org.concord.kit.time.Zones;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Meetings that are adjourned subject to being reconvened. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class ReconveningResourceTest extends ServiceTest {

    private static final Map<String, Object> TWO_ASK = Map.of("type", "MEMBERS_ASK", "members", 2);
    private static final Map<String, Object> TWO_ALERTS =
            Map.of("type", "ALERTS", "condition", "MEASLES", "members", 2);
    private static final Map<String, Object> FEDERAL_FUNDS =
            Map.of("type", "EVENT", "event", "A federal program lapses, sample", "office", "Chair", "member", "MD");

    private String agreement;
    private String meeting;
    private LocalDate today;

    @BeforeEach
    void sit() {
        Chamber chamber = new Chamber(api, clock);
        agreement = chamber.compact("WA", "MD", "CA", "OR");
        meeting = chamber.sitting(agreement);
        today = Zones.dateIn("WA", clock.instant());
    }

    @Test
    void enoughMembersAskAndTheMeetingThatFollowsIsNoticedToEveryone() {
        adjourned(TWO_ASK);

        Response first = ask("MD");
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(first.jsonPath().getString("stage")).isEqualTo("STANDING");
        JsonPath second = ask("CA").jsonPath();

        assertThat(second.getString("stage")).isEqualTo("RECONVENED");
        assertThat(second.getString("fired.evidence")).isEqualTo("asked by CA, MD");
        assertThat(second.getString("fired.member")).isEqualTo("CA");
        assertThat(second.getInt("fired.condition")).isEqualTo(1);
        String next = second.getString("fired.meetingId");
        JsonPath noticed = given().get("/api/v1/public-meetings/" + next).jsonPath();
        assertThat(noticed.getString("continues")).isEqualTo(meeting);
        assertThat(noticed.getString("stage")).isEqualTo("NOTICED");
        assertThat(noticed.getList("agenda.title")).containsExactly("What has come true");
        assertThat(noticed.getInt("noticeDays")).isEqualTo(5);
        assertThat(Instant.parse(noticed.getString("convenesAt")))
                .isEqualTo(ZonedDateTime.of(today.plusDays(5), LocalTime.of(10, 30), Zones.of("WA"))
                        .toInstant());
        assertThat(kafka.await("compact.meeting.v1", meeting, "MeetingReconvened")
                        .data()
                        .get("fired")
                        .get("meetingId")
                        .textValue())
                .isEqualTo(next);
        kafka.await("compact.meeting.v1", next, "MeetingNoticed");
    }

    @Test
    void theLastTwoRequestsAtOnceReconveneOnce() throws Exception {
        adjourned(Map.of("type", "MEMBERS_ASK", "members", 3));
        ask("MD");
        List<Callable<Response>> both = List.of(() -> ask("CA"), () -> ask("WA"), () -> ask("OR"));
        List<Response> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (Future<Response> answer : threads.invokeAll(both)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(2);
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(late -> refused(late, 409, "meeting-reconvened"));
        assertThat(successors()).isEqualTo(1);
    }

    @Test
    void aMemberAsksOnceAndOnlyMembersInStandingAreCounted() throws SQLException {
        adjourned(TWO_ASK);
        ask("MD");
        refused(ask("MD"), 409, "member-has-asked");
        Database.execute("update membership set ended_on = '2024-01-01' where member = 'MD' and agreement_id = '"
                + agreement + "'");

        assertThat(ask("CA").jsonPath().getString("stage")).isEqualTo("STANDING");
        assertThat(ask("OR").jsonPath().getString("fired.evidence")).isEqualTo("asked by CA, OR");
    }

    @Test
    void aRequestBringsAFreshSignInAndAMandateOfAMember() {
        adjourned(TWO_ASK);
        api.mandate("tx.delegate", "DELEGATE");

        refused(ask("TX"), 404, "not-found");
        refused(post(acting("md.buyer"), path("requests"), request()), 403, "not-permitted");
        refused(post(as(STAFF), path("requests"), request()), 403, "not-permitted");
        assertThat(get(acting("md.buyer"), "/meetings/" + meeting + "/reconvening")
                        .statusCode())
                .isEqualTo(200);
        refused(get(acting("tx.delegate"), "/meetings/" + meeting + "/reconvening"), 404, "not-found");
    }

    @Test
    void outsideItsPeriodNothingHasAMeetingReconvened() {
        Map<String, Object> terms = terms(TWO_ASK, FEDERAL_FUNDS, Map.of("type", "DATE", "on", today.toString()));
        terms.put("holdsFrom", api.in(60));
        terms.put("holdsUntil", api.in(120));
        created(adjourn(terms));

        refused(ask("MD"), 409, "reconvening-not-yet");
        clock.after(
                Duration.ofSeconds(61), () -> assertThat(ask("MD").statusCode()).isEqualTo(201));
        clock.after(Duration.ofSeconds(121), () -> {
            refused(ask("CA"), 409, "reconvening-lapsed");
            refused(attest("MD", 2, today), 409, "reconvening-lapsed");
            refused(find(3, null), 409, "reconvening-lapsed");
            assertThat(shown("/meetings/" + meeting + "/reconvening").getString("stage"))
                    .isEqualTo("LAPSED");
        });
    }

    @Test
    void onlyTheMemberThatHoldsTheOfficeAttestsAnEventOfThePeriod() {
        adjourned(TWO_ASK, FEDERAL_FUNDS);

        refused(attest("CA", 2, today), 403, "not-the-attestor");
        refused(attest("MD", 2, today.plusDays(1)), 409, "condition-not-met");
        refused(attest("MD", 2, today.minusDays(1)), 409, "condition-not-met");
        refused(attest("MD", 1, today), 409, "no-such-condition");
        refused(attest("MD", 5, today), 409, "no-such-condition");
        JsonPath fired = attest("MD", 2, today).jsonPath();

        assertThat(fired.getString("fired.evidence"))
                .isEqualTo("Chair: \"A federal program lapses, sample\" on " + today + "; Notice 4, sample");
        assertThat(fired.getString("fired.member")).isEqualTo("MD");
        refused(attest("MD", 2, today), 409, "meeting-reconvened");
        refused(ask("CA"), 409, "meeting-reconvened");
    }

    @Test
    void aDayHasItReconvenedOnceItHasComeInTheLeadsZone() {
        adjourned(Map.of("type", "DATE", "on", today.plusDays(2).toString()));

        refused(find(1, null), 409, "condition-not-met");
        Duration untilThen = Duration.between(
                clock.instant(), today.plusDays(2).atStartOfDay(Zones.of("WA")).toInstant());
        clock.after(untilThen.minusSeconds(5), () -> refused(find(1, null), 409, "condition-not-met"));
        clock.after(
                untilThen.plusSeconds(1),
                () -> assertThat(find(1, null).jsonPath().getString("fired.evidence"))
                        .isEqualTo("the day of " + today.plusDays(2)));
        assertThat(shown("/meetings/" + meeting + "/reconvening").getString("fired.member"))
                .isNull();
    }

    @Test
    void alertsForEnoughMembersInOneRunOfThePeriodHaveItReconvened() {
        String before = new Alarms(kafka, agreement).run("MEASLES", "MD", "CA");
        adjourned(TWO_ALERTS);
        String one = new Alarms(kafka, agreement).run("MEASLES", "MD");
        String other = new Alarms(kafka, agreement).run("PERTUSSIS", "MD", "CA");
        String two = new Alarms(kafka, agreement).run("MEASLES", "MD", "CA");

        refused(find(1, before), 409, "condition-not-met");
        refused(find(1, one), 409, "condition-not-met");
        refused(find(1, other), 409, "condition-not-met");
        JsonPath fired = find(1, two).jsonPath();

        assertThat(fired.getString("fired.evidence")).isEqualTo("MEASLES for CA, MD in run " + two);
        assertThat(successors()).isEqualTo(1);
    }

    @Test
    void aRunOfOthersIsAnsweredLikeAnUnknownOne() {
        adjourned(TWO_ALERTS);
        String others = new Chamber(api, clock).compact("WA", "MD", "CA");

        for (String run : List.of(
                new Alarms(kafka, others).run("MEASLES", "MD", "CA"),
                UUID.randomUUID().toString())) {
            Response answer = find(1, run);
            refused(answer, 422, "validation-failed");
            assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/alertRunId");
        }
        refused(find(1, null), 409, "no-such-condition");
    }

    @Test
    void aFindingIsMadeByStaffOrAHealthOfficerAndByNobodyElse() {
        adjourned(Map.of("type", "DATE", "on", today.toString()));
        api.mandate("md.health", "HEALTH_OFFICER");

        refused(post(acting("md.delegate"), path("findings"), Map.of("condition", 1)), 403, "not-permitted");
        refused(post(as("auditor.one"), path("findings"), Map.of("condition", 1)), 403, "not-permitted");
        assertThat(post(acting("md.health"), path("findings"), Map.of("condition", 1))
                        .jsonPath()
                        .getString("fired.member"))
                .isEqualTo("MD");
    }

    @Test
    void termsThatCannotComeTrueAreRefusedEachAtItsPlaceAndTheMeetingStillSits() {
        Map<String, Object> terms = terms(
                Map.of("type", "MEMBERS_ASK", "members", 5),
                Map.of("type", "ALERTS", "condition", "MEASLES", "members", 56),
                Map.of("type", "DATE", "on", today.plusDays(40).toString()),
                Map.of("type", "EVENT", "event", "x", "office", "Chair", "member", "TX"),
                Map.of("type", "MEMBERS_ASK", "members", 5));

        Response answer = adjourn(terms);

        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .containsExactly(
                        "/reconvening/conditions/0/members",
                        "/reconvening/conditions/1/members",
                        "/reconvening/conditions/2/on",
                        "/reconvening/conditions/3/member",
                        "/reconvening/conditions/4",
                        "/reconvening/conditions/4/members");
        assertThat(shown("/meetings/" + meeting).getString("stage")).isEqualTo("IN_OPEN_SESSION");
        Map<String, Object> late = terms(TWO_ASK);
        late.put("holdsUntil", api.in(-1));
        refused(adjourn(late), 422, "validation-failed");
    }

    @Test
    void aMeetingThatIsOverForGoodIsNotReconvened() {
        created(post(as(STAFF), "/meetings/" + meeting + "/adjournments", Map.of()));

        refused(ask("MD"), 404, "not-found");
        refused(get(as(STAFF), "/meetings/" + meeting + "/reconvening"), 404, "not-found");
        refused(adjourn(terms(TWO_ASK)), 409, "meeting-not-in-this-state");
    }

    @Test
    void theDatabaseItselfKnowsOneSuccessorAndKeepsWhoReconvened() {
        adjourned(TWO_ASK);
        ask("MD");
        ask("CA");

        assertThatThrownBy(() -> Database.execute("insert into meeting (id, agreement_id, title, place, convenes_at,"
                        + " notice_days, notice_citation, noticed_at, stage, version, continues_id) select '"
                        + UUID.randomUUID()
                        + "', agreement_id, title, place, convenes_at, notice_days, notice_citation,"
                        + " noticed_at, 'NOTICED', 0, continues_id from meeting where continues_id = '" + meeting
                        + "'"))
                .hasMessageContaining("meeting_continues_uk");
        assertThatThrownBy(() ->
                        Database.execute("update reconvening set fired_by = 'x' where meeting_id = '" + meeting + "'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(
                        () -> Database.execute("delete from reconvening_request where meeting_id = '" + meeting + "'"))
                .hasMessageContaining("never changed");
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private void adjourned(Map<String, Object>... conditions) {
        Response answer = adjourn(terms(conditions));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.jsonPath().getString("stage")).isEqualTo("ADJOURNED");
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    private Map<String, Object> terms(Map<String, Object>... conditions) {
        return new HashMap<>(Map.of(
                "citation",
                "Resolution 9, sample",
                "conditions",
                List.of(conditions),
                "holdsUntil",
                api.in(86_400 * 30),
                "notice",
                Map.of("days", 5, "citation", "Bylaw 3(b), sample"),
                "meetsAt",
                "10:30",
                "title",
                "Reconvened meeting, sample",
                "place",
                "Room 1 and by telephone",
                "agenda",
                List.of(Map.of("title", "What has come true"))));
    }

    private Response adjourn(Map<String, Object> terms) {
        return post(as(STAFF), "/meetings/" + meeting + "/adjournments", Map.of("reconvening", terms));
    }

    private Response ask(String member) {
        return post(acting(delegate(member)), path("requests"), request());
    }

    private static Map<String, Object> request() {
        return Map.of("reasons", "Counts rise, sample", "reference", "Letter 12, sample");
    }

    private Response attest(String member, int condition, LocalDate on) {
        return post(
                acting(delegate(member)),
                path("attestations"),
                Map.of("condition", condition, "occurredOn", on.toString(), "citation", "Notice 4, sample"));
    }

    private Response find(int condition, String run) {
        Map<String, Object> finding = new HashMap<>(Map.of("condition", condition));
        if (run != null) {
            finding.put("alertRunId", run);
        }
        return post(as(STAFF), path("findings"), finding);
    }

    private String path(String what) {
        return "/meetings/" + meeting + "/reconvening/" + what;
    }

    private long successors() {
        try {
            return Database.number("select count(*) from meeting where continues_id = '" + meeting + "'");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
