package org.concord.compact.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.acting;
import static org.concord.compact.Api.agreement;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.created;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.post;
import static org.concord.compact.Api.refused;
import static org.concord.compact.governance.Chamber.pending;
import static org.concord.compact.governance.Chamber.shown;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.compact.ServiceTest;
import org.concord.compact.guidance.GuidanceSteps;
import org.concord.compact.surveillance.picture.Alarms;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an alert to what it opens, and back. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class AlertFollowUpTest extends ServiceTest {

    private String alliance;
    private String alert;

    @BeforeEach
    void raise() {
        alliance = GuidanceSteps.alliance(api, "ALLIANCE_MOU", "WA", "MD", "CA");
        api.mandate("wa.delegate", "DELEGATE");
        api.mandate("md.delegate", "DELEGATE");
        alert = new Alarms(kafka, alliance).raised("PERTUSSIS", "MD");
    }

    @Test
    void aMotionThatAnAlertCallsForIsLinkedAtBothEnds() {
        String motion = created(move(alliance, alert));

        assertThat(shown("/motions/" + motion).getList("alerts")).containsExactly(alert);
        assertThat(shown("/alerts/" + alert).getList("links.type")).containsExactly("MOTION");
        assertThat(shown("/alerts/" + alert).getList("links.targetId")).containsExactly(motion);
    }

    @Test
    void aGuidanceThatAnAlertCallsForIsLinkedAtBothEnds() {
        String draft = created(draft(alliance, Map.of("kind", "ALERT", "id", alert)));

        assertThat(shown("/guidance-drafts/" + draft).getString("origin.id")).isEqualTo(alert);
        assertThat(shown("/guidance-drafts/" + draft).getList("alerts")).containsExactly(alert);
        assertThat(shown("/alerts/" + alert).getList("links.targetId")).containsExactly(draft);
    }

    @Test
    void aRoundUnderTheContractThatServesTheAllianceAnswersTheAlliancesAlert() {
        Map<String, Object> contract = agreement("COOPERATIVE_CONTRACT", "WA", "WA", "MD", "CA");
        contract.put("linkedAgreementId", alliance);
        String serving = created(post(as(STAFF), "/agreements", contract));
        Map<String, Object> round = api.round(serving, "WA", "MD");
        round.put("alertId", alert);

        String opened = created(post(as(STAFF), "/rounds", round));

        assertThat(shown("/rounds/" + opened).getList("alerts")).containsExactly(alert);
        assertThat(shown("/alerts/" + alert).getList("links.type")).containsExactly("ROUND");
    }

    @Test
    void whatWasOpenedWithoutTheAlertIsLinkedLaterAndShowsItToo() {
        String motion = pending(alliance, "WA", "MD", "Members report every week.");

        created(link("MOTION", motion));

        assertThat(shown("/motions/" + motion).getList("alerts")).containsExactly(alert);
        refused(link("MOTION", motion), 409, "alert-already-linked");
    }

    @Test
    void anAlertIsNotLinkedToWhatIsNotThere() {
        unknown(link("MOTION", UUID.randomUUID().toString()), "/targetId");
        unknown(link("ROUND", UUID.randomUUID().toString()), "/targetId");
        unknown(link("GUIDANCE_REVIEW", UUID.randomUUID().toString()), "/targetId");
        String motion = pending(alliance, "WA", "MD", "Members report every week.");
        unknown(link("ROUND", motion), "/targetId");
    }

    @Test
    void aThingOfAnotherAgreementIsAnsweredLikeAnUnknownOne() {
        String others = GuidanceSteps.alliance(api, "ALLIANCE_MOU", "WA", "MD");
        String motion = pending(others, "WA", "MD", "Members report every week.");
        Response foreign = link("MOTION", motion);
        Response unknown = link("MOTION", UUID.randomUUID().toString());

        unknown(foreign, "/targetId");
        assertThat(foreign.jsonPath().getString("detail"))
                .isEqualTo(unknown.jsonPath().getString("detail"));
        unknown(move(others, alert), "/alertId");
        unknown(draft(others, Map.of("kind", "ALERT", "id", alert)), "/origin/id");
        assertThat(shown("/alerts/" + alert).getList("links")).isEmpty();
    }

    @Test
    void anUnknownAlertOpensNothing() {
        String nobody = UUID.randomUUID().toString();
        String contract = api.opened(cooperative(), "WA", "MD");
        assertThat(shown("/rounds/" + contract).getList("alerts")).isEmpty();
        Map<String, Object> round = api.round(cooperative(), "WA", "MD");
        round.put("alertId", alert);

        unknown(move(alliance, nobody), "/alertId");
        unknown(draft(alliance, Map.of("kind", "ALERT", "id", nobody)), "/origin/id");
        unknown(post(as(STAFF), "/rounds", round), "/alertId");
        assertThat(get(as(STAFF), "/motions?agreement=" + alliance).jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void aGuidanceIsDraftedForAMotionOrARoundOfItsOwnAgreement() {
        String motion = pending(alliance, "WA", "MD", "Members report every week.");

        created(draft(alliance, Map.of("kind", "MOTION", "id", motion)));
        unknown(draft(alliance, Map.of("kind", "ROUND", "id", motion)), "/origin/id");
        unknown(draft(alliance, Map.of("kind", "MOTION", "id", alert)), "/origin/id");
    }

    private static String cooperative() {
        return created(post(as(STAFF), "/agreements", agreement("COOPERATIVE_CONTRACT", "WA", "WA", "MD")));
    }

    private static Response move(String agreementId, String alertId) {
        return post(
                acting("wa.delegate"),
                "/motions",
                Map.of(
                        "agreementId",
                        agreementId,
                        "title",
                        "On outbreak reports, sample",
                        "text",
                        "Members report every week.",
                        "alertId",
                        alertId));
    }

    private static Response draft(String agreementId, Map<String, Object> origin) {
        Map<String, Object> body = new HashMap<>(
                Map.of("agreementId", agreementId, "code", "G-" + UUID.randomUUID(), "text", GuidanceSteps.text(1)));
        body.put("origin", origin);
        return post(as(STAFF), "/guidance-drafts", body);
    }

    private Response link(String type, String target) {
        return post(as(STAFF), "/alerts/" + alert + "/links", Map.of("type", type, "targetId", target));
    }

    private static void unknown(Response answer, String pointer) {
        refused(answer, 422, "validation-failed");
        assertThat(answer.jsonPath().getList("errors.pointer")).isEqualTo(List.of(pointer));
    }
}
