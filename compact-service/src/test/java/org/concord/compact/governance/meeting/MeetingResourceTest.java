package org.concord.compact.governance.meeting;

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
import static org.concord.compact.governance.Chamber.opened;
import static org.concord.compact.governance.Chamber.pending;
import static org.concord.compact.governance.Chamber.session;
import static org.concord.compact.governance.Chamber.shown;
import static org.concord.compact.governance.Chamber.vote;
import static org.concord.compact.governance.Chamber.yes;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.concord.compact.Database;
import org.concord.compact.ServiceTest;
import org.concord.compact.governance.Chamber;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class MeetingResourceTest extends ServiceTest {

    private static final Map<String, Object> ORDINARY = Map.of("quorum", "MAJORITY", "threshold", "MAJORITY_OF_VOTES");
    private static final Map<String, Object> CLOSED = Map.of("closedForItem", 2);

    private Chamber chamber;
    private String agreement;

    @BeforeEach
    void openAgreement() {
        chamber = new Chamber(api, clock);
        agreement = chamber.compact("WA", "MD", "CA");
    }

    @Test
    void aMeetingIsNoticedToEveryoneSoManyDaysAhead() {
        Map<String, Object> notice = chamber.notice(agreement);
        String meeting = created(post(as(STAFF), "/meetings", notice));

        JsonPath open = given().get("/api/v1/public-meetings/" + meeting).jsonPath();
        assertThat(open.getString("noticeCitation")).isEqualTo("Bylaw 3, sample");
        assertThat(open.getList("agenda.title")).containsExactly("Motions", "A pending suit");
        assertThat(given().get("/api/v1/public-meetings?agreement=" + agreement)
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(meeting);

        notice.remove("notice");
        notice.put("convenesAt", api.in(86_400 * 8));
        refused(post(as(STAFF), "/meetings", notice), 422, "notice-too-short");
        notice.put("convenesAt", api.in(86_400 * 11));
        created(post(as(STAFF), "/meetings", notice));
    }

    @Test
    void aMeetingDoesNotBeginBeforeItsHour() {
        Map<String, Object> later = chamber.notice(agreement);
        later.put("convenesAt", api.in(60));
        String meeting = created(post(as(STAFF), "/meetings", later));

        refused(session(meeting, Map.of()), 409, "meeting-not-yet");
        refused(session(meeting, CLOSED), 409, "meeting-not-in-this-state");
        created(post(as(STAFF), "/meetings/" + meeting + "/cancellations", Map.of()));
        refused(session(meeting, Map.of()), 409, "meeting-not-in-this-state");
    }

    @Test
    void theSessionIsClosedOnlyForAnItemWhoseGroundWasAnnounced() {
        String meeting = chamber.sitting(agreement);

        refused(session(meeting, Map.of("closedForItem", 1)), 409, "ground-not-announced");
        refused(session(meeting, Map.of("closedForItem", 9)), 409, "ground-not-announced");
        created(session(meeting, CLOSED));

        assertThat(shown("/meetings/" + meeting).getString("sessions[1].ground"))
                .isEqualTo("LITIGATION");
        refused(post(as(STAFF), "/meetings/" + meeting + "/adjournments", Map.of()), 409, "meeting-not-in-this-state");
    }

    @Test
    void nothingIsFinallyVotedOnInClosedSession() {
        String meeting = chamber.sitting(agreement);
        Map<String, Object> ballot =
                chamber.ballotOn(agreement, pending(agreement, "WA", "MD", "Members report every week."));
        ballot.put("rule", ORDINARY);
        ballot.put("meetingId", meeting);
        String open = opened(ballot);
        created(session(meeting, CLOSED));

        refused(vote("md.delegate", open, Map.of("choice", "YES")), 409, "no-final-vote-in-closed-session");
        ballot.put(
                "matter",
                Map.of(
                        "type",
                        "ADOPT_MOTION",
                        "motionId",
                        pending(agreement, "WA", "MD", "Members report every month.")));
        refused(post(as(STAFF), "/ballots", ballot), 409, "no-final-vote-in-closed-session");

        created(session(meeting, Map.of()));
        yes(open, "MD");
    }

    @Test
    void aVoteInAMeetingNeedsThatMeeting() {
        String others = new Chamber(api, clock).compact("WA", "MD");
        String meeting = created(post(as(STAFF), "/meetings", chamber.notice(agreement)));
        Map<String, Object> ballot =
                chamber.ballotOn(agreement, pending(agreement, "WA", "MD", "Members report every week."));
        ballot.put("rule", ORDINARY);

        ballot.put("meetingId", meeting);
        refused(post(as(STAFF), "/ballots", ballot), 409, "meeting-not-in-session");
        ballot.put("meetingId", chamber.sitting(others));
        refused(post(as(STAFF), "/ballots", ballot), 404, "not-found");
    }

    @Test
    void whoIsPresentMakesTheQuorumWithoutVoting() {
        String meeting = chamber.sitting(agreement);
        Map<String, Object> ballot =
                chamber.ballotOn(agreement, pending(agreement, "WA", "MD", "Members report every week."));
        ballot.put("rule", Map.of("quorum", "ALL", "threshold", "MAJORITY_OF_VOTES"));
        ballot.put("meetingId", meeting);
        ballot.put("closesAt", api.in(20));
        String id = opened(ballot);
        for (String seat : List.of("CA-1", "WA-1")) {
            created(attend(meeting, seat));
        }
        yes(id, "MD");
        clock.letPass(Duration.ofSeconds(20));

        JsonPath closed = shown("/ballots/" + id);
        assertThat(closed.getString("result")).isEqualTo("ADOPTED");
        assertThat(closed.getList("tally.present")).containsExactly("CA-1", "WA-1");
    }

    @Test
    void attendanceIsOfSeatsInForceAndEndsWhenTheyLeave() {
        String meeting = chamber.sitting(agreement);
        created(attend(meeting, "MD-1"));

        refused(attend(meeting, "MD-1"), 409, "seat-already-present");
        refused(attend(meeting, "TX-1"), 422, "validation-failed");
        created(post(as(STAFF), "/meetings/" + meeting + "/departures", Map.of("seat", "MD-1")));
        refused(
                post(as(STAFF), "/meetings/" + meeting + "/departures", Map.of("seat", "MD-1")),
                409,
                "seat-not-present");
        assertThat(shown("/meetings/" + meeting).getInt("presentSeats")).isZero();
    }

    @Test
    void minutesHaveAPublicReadingInWhichARedactedPassageShowsItsGroundAndNoWord() throws SQLException {
        String meeting = chamber.sitting(agreement);
        created(session(meeting, CLOSED));
        created(session(meeting, Map.of()));
        String path = "/meetings/" + meeting + "/minutes";
        Map<String, Object> open = Map.of("passages", List.of(passage(1, "The motion was moved.", null)));
        refused(post(as(STAFF), path, open), 409, "meeting-not-in-this-state");
        created(post(as(STAFF), "/meetings/" + meeting + "/adjournments", Map.of()));

        Response faults = post(
                as(STAFF),
                path,
                Map.of("passages", List.of(passage(2, "Counsel advised.", null), passage(7, "Nothing.", null))));
        refused(faults, 422, "validation-failed");
        assertThat(faults.jsonPath().getList("errors.pointer"))
                .containsExactly("/passages/0/redactedFor", "/passages/1/item");
        created(post(
                as(STAFF),
                path,
                Map.of(
                        "passages",
                        List.of(
                                passage(1, "The motion was moved.", null),
                                passage(2, "Counsel advised to settle.", "LITIGATION")))));

        Response everyone = given().get("/api/v1/public-meetings/" + meeting + "/minutes");
        assertThat(everyone.asString()).doesNotContain("settle");
        assertThat(everyone.jsonPath().getString("passages[1].redactedFor")).isEqualTo("LITIGATION");
        assertThat(get(acting("md.buyer"), path).asString()).contains("settle");
        assertThat(get(as("auditor.one"), path).asString()).contains("settle");
        refused(get(acting("tx.delegate"), path), 404, "not-found");
        refused(given().get("/api/v1" + path), 401, "sign-in-required");
        assertThatThrownBy(() -> Database.execute(
                        "update meeting_minutes set passages = '' where meeting_id = '" + meeting + "'"))
                .hasMessageContaining("never changed");
        assertThat(kafka.await("compact.meeting.v1", meeting, "MinutesRecorded")
                        .data()
                        .toString())
                .doesNotContain("settle");
    }

    @Test
    void aMeetingOfOthersIsNotThereAndOnlyStaffRunOne() {
        String meeting = chamber.sitting(agreement);

        refused(get(as("tx.delegate"), "/meetings/" + meeting), 404, "not-found");
        refused(post(acting("md.delegate"), "/meetings", chamber.notice(agreement)), 403, "not-permitted");
        assertThat(get(as("md.delegate"), "/meetings?agreement=" + agreement)
                        .jsonPath()
                        .getList("items.id"))
                .containsExactly(meeting);
    }

    private static Response attend(String meeting, String seat) {
        String delegate = Chamber.delegate(seat.substring(0, 2));
        return post(
                as(STAFF),
                "/meetings/" + meeting + "/attendances",
                Map.of("seat", seat, "subject", Tokens.subject(delegate)));
    }

    private static Map<String, Object> passage(int item, String text, String redactedFor) {
        return redactedFor == null
                ? Map.of("item", item, "text", text)
                : Map.of("item", item, "text", text, "redactedFor", redactedFor);
    }
}
