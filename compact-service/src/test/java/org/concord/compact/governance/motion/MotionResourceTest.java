package org.concord.compact.governance.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;
import static org.concord.compact.governance.Chamber.amendment;
import static org.concord.compact.governance.Chamber.opened;
import static org.concord.compact.governance.Chamber.pending;
import static org.concord.compact.governance.Chamber.shown;
import static org.concord.compact.governance.Chamber.vote;
import static org.concord.compact.governance.Chamber.yes;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.concord.compact.ServiceTest;
import org.concord.compact.governance.Chamber;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServersResource.class)
class MotionResourceTest extends ServiceTest {

    private static final String TEXT = "Members report every week by noon.";

    private Chamber chamber;
    private String agreement;
    private String motion;

    @BeforeEach
    void moveMotion() {
        chamber = new Chamber(api, clock);
        agreement = chamber.compact("WA", "MD", "CA");
        motion = pending(agreement, "WA", "MD", TEXT);
    }

    @Test
    void theMembersVoteFromTheLeavesUpAndAdoptTheTextThatResults() {
        String first = amendment(motion, "CA", "MD", "every week", "every month");
        String ofFirst = amendment(first, "MD", "WA", "month", "quarter");
        JsonPath before = shown("/motions/" + motion);
        assertThat(before.getList("votingOrder")).containsExactly(ofFirst, first, motion);
        assertThat(before.getString("amendments[0].amendments[0].id")).isEqualTo(ofFirst);
        refused(post(as(STAFF), "/ballots", chamber.ballotOn(agreement, motion)), 409, "not-next-in-order");

        adopt(ofFirst);
        adopt(first);
        adopt(motion);

        JsonPath after = shown("/motions/" + motion);
        assertThat(after.getString("state")).isEqualTo("ADOPTED");
        assertThat(after.getString("text")).isEqualTo("Members report every quarter by noon.");
        assertThat(after.getString("originalText")).isEqualTo(TEXT);
        assertThat(kafka.await("compact.motion.v1", motion, "MotionAdopted")
                        .data()
                        .get("text")
                        .textValue())
                .isEqualTo("Members report every quarter by noon.");
    }

    @Test
    void anAmendmentVotedDownChangesNothing() {
        String amendment = amendment(motion, "CA", "MD", "noon", "midnight");
        String ballot = opened(chamber.ballotOn(agreement, amendment));
        for (String member : new String[] {"CA", "MD", "WA"}) {
            vote(Chamber.delegate(member), ballot, Map.of("choice", "NO"));
        }

        JsonPath after = shown("/motions/" + motion);
        assertThat(after.getString("amendments[0].state")).isEqualTo("REJECTED");
        assertThat(after.getString("text")).isEqualTo(TEXT);
        adopt(motion);
    }

    @Test
    void aMotionWithoutQuorumIsBeforeTheMembersAgainAfterItsHour() {
        Map<String, Object> ballot = chamber.ballotOn(agreement, motion);
        ballot.put("closesAt", api.in(2));
        opened(ballot);
        refused(post(as(STAFF), "/ballots", chamber.ballotOn(agreement, motion)), 409, "motion-not-in-this-state");
        clock.letPass(Duration.ofSeconds(2));

        assertThat(shown("/motions/" + motion).getString("state")).isEqualTo("PENDING");
        adopt(motion);
    }

    @Test
    void whatNobodySecondedHasNoBallot() {
        String alone = created(post(acting("wa.delegate"), "/motions", motion("Alone")));

        refused(post(as(STAFF), "/ballots", chamber.ballotOn(agreement, alone)), 409, "motion-not-in-this-state");
        refused(post(acting("wa.delegate"), "/motions/" + alone + "/seconds", Map.of()), 409, "seconder-is-mover");
    }

    @Test
    void aTabledMotionWaitsUntilItIsTakenUpAgain() {
        created(post(as(STAFF), "/motions/" + motion + "/tablings", Map.of()));

        refused(post(as(STAFF), "/ballots", chamber.ballotOn(agreement, motion)), 409, "motion-not-in-this-state");
        refused(post(acting("md.delegate"), "/motions/" + motion + "/resumptions", Map.of()), 403, "not-permitted");
        created(post(as(STAFF), "/motions/" + motion + "/resumptions", Map.of()));
        adopt(motion);
    }

    @Test
    void onlyTheMoverWithdrawsAndWhatWouldAmendItFalls() {
        String amendment = amendment(motion, "CA", "MD", "noon", "midnight");

        refused(post(acting("md.delegate"), "/motions/" + motion + "/withdrawals", Map.of()), 403, "not-the-mover");
        created(post(acting("wa.delegate"), "/motions/" + motion + "/withdrawals", Map.of()));

        assertThat(shown("/motions/" + amendment).getString("state")).isEqualTo("FALLEN");
    }

    @Test
    void whoLostFilesAMinorityReportOnceAndNobodyElseDoes() {
        String ballot = opened(chamber.ballotOn(agreement, motion));
        vote("ca.delegate", ballot, Map.of("choice", "NO"));
        yes(ballot, "MD", "WA");
        String path = "/motions/" + motion + "/minority-reports";
        Map<String, Object> report = Map.of("text", "A week is too short.");

        refused(post(acting("md.delegate"), path, report), 409, "not-on-the-losing-side");
        created(post(acting("ca.delegate"), path, report));
        refused(post(acting("ca.delegate"), path, report), 409, "minority-report-filed");
        assertThat(shown("/motions/" + motion).getList("minorityReports.member"))
                .containsExactly("CA");
    }

    @Test
    void whereAMotionFailsThoseWhoWereForItHaveLost() {
        String ballot = opened(chamber.ballotOn(agreement, motion));
        yes(ballot, "CA");
        String path = "/motions/" + motion + "/minority-reports";
        Map<String, Object> report = Map.of("text", "Reports are needed.");
        refused(post(acting("ca.delegate"), path, report), 409, "not-on-the-losing-side");
        vote("md.delegate", ballot, Map.of("choice", "NO"));
        vote("wa.delegate", ballot, Map.of("choice", "NO"));

        refused(post(acting("md.delegate"), path, report), 409, "not-on-the-losing-side");
        created(post(acting("ca.delegate"), path, report));
    }

    @Test
    void whoAbstainedHasNotLost() {
        String ballot = opened(chamber.ballotOn(agreement, motion));
        vote("ca.delegate", ballot, Map.of("choice", "ABSTAIN"));
        yes(ballot, "MD", "WA");

        refused(
                post(
                        acting("ca.delegate"),
                        "/motions/" + motion + "/minority-reports",
                        Map.of("text", "A week is too short.")),
                409,
                "not-on-the-losing-side");
    }

    @Test
    void whereNothingWasDecidedForWantOfAQuorumNobodyHasLost() {
        String ballot = opened(chamber.ballotOn(agreement, motion));
        yes(ballot, "CA");
        clock.after(
                Duration.ofSeconds(121),
                () -> assertThat(shown("/ballots/" + ballot).getString("result"))
                        .isEqualTo("QUORUM_NOT_REACHED"));

        refused(
                post(
                        acting("ca.delegate"),
                        "/motions/" + motion + "/minority-reports",
                        Map.of("text", "Too few came.")),
                409,
                "not-on-the-losing-side");
    }

    @Test
    void anAmendmentThatQuotesWronglyOrChangesNothingIsRefused() {
        String path = "/motions/" + motion + "/amendments";

        refused(
                post(acting("ca.delegate"), path, Map.of("title", "x", "strike", "each month", "insert", "x")),
                422,
                "passage-not-in-text");
        refused(post(acting("ca.delegate"), path, Map.of("title", "x", "insert", "")), 422, "validation-failed");
    }

    @Test
    void aMotionOfOthersIsNotThere() {
        api.mandate("tx.delegate", "DELEGATE");
        String others = chamber.compact("WA", "MD");

        refused(get(as("tx.delegate"), "/motions/" + motion), 404, "not-found");
        refused(get(as("tx.delegate"), "/motions?agreement=" + agreement), 404, "not-found");
        refused(post(acting("tx.delegate"), "/motions/" + motion + "/seconds", Map.of()), 404, "not-found");
        refused(post(acting("tx.delegate"), "/motions", motion("Theirs")), 404, "not-found");
        refused(post(as(STAFF), "/ballots", chamber.ballotOn(others, motion)), 409, "motion-of-another-agreement");
        refused(
                post(
                        as(STAFF),
                        "/ballots",
                        chamber.ballotOn(agreement, UUID.randomUUID().toString())),
                404,
                "not-found");
    }

    @Test
    void mainMotionsAreListedNewestFirstByStateAndWithoutTheirTexts() {
        amendment(motion, "CA", "MD", "noon", "midnight");
        String second = pending(agreement, "WA", "MD", "Members report every month.");
        created(post(as(STAFF), "/motions/" + second + "/tablings", Map.of()));

        JsonPath all = shown("/motions?agreement=" + agreement);
        assertThat(all.getList("items.id")).containsExactly(second, motion);
        assertThat(all.getList("items.text")).containsOnlyNulls();
        assertThat(shown("/motions?agreement=" + agreement + "&state=TABLED").getList("items.id"))
                .containsExactly(second);
        assertThat(shown("/motions?agreement=" + agreement + "&limit=1").getString("next"))
                .isNotNull();
    }

    private Map<String, Object> motion(String title) {
        return Map.of("agreementId", agreement, "title", title, "text", TEXT);
    }

    private void adopt(String which) {
        String ballot = opened(chamber.ballotOn(agreement, which));
        yes(ballot, "CA", "MD", "WA");
    }
}
