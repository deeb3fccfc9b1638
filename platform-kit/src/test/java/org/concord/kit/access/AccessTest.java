package org.concord.kit.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.concord.kit.time.Ids;
import org.concord.kit.time.Zones;
import org.concord.testkit.ServersResource;
import org.concord.testkit.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Law 7: what standing, mandates and the agreement's capabilities allow, on that date; nothing else. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class AccessTest {

    @Inject
    PolicyFeed feed;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    private UUID agreement;
    private LocalDate today;

    @BeforeEach
    void anAgreementOfWashingtonAndOregon() {
        agreement = ids.next();
        today = Zones.dateIn("WA", clock.instant());
        open(agreement, Set.of(Capability.BUY_TOGETHER), standing("WA", today.minusDays(30), null));
    }

    @Test
    void aMandateWithoutALimitCoversAnyAmount() {
        grant("wa.approver", "WA", MandateRole.APPROVER, null, null, today, null);

        approve("wa.approver", "WA", Long.MAX_VALUE).statusCode(200).body(equalTo("WA"));
    }

    @Test
    void anAmountOverTheLimitIsRefusedAndTheLimitItselfIsNot() {
        grant("or.approver", "OR", MandateRole.APPROVER, agreement, 1_000L, today, null);
        open(agreement, Set.of(Capability.BUY_TOGETHER), standing("OR", today, null));

        approve("or.approver", "OR", 1_000).statusCode(200);
        refused(approve("or.approver", "OR", 1_001), 403, "mandate-limit-exceeded");
    }

    @Test
    void anOfficialWithoutAMandateIsRefused() {
        refused(approve("wa.delegate", "WA", 1), 403, "not-permitted");
    }

    @Test
    void aMandateOfAnotherAgreementIsNone() {
        grant("wa.treasurer", "WA", MandateRole.APPROVER, ids.next(), null, today, null);

        refused(approve("wa.treasurer", "WA", 1), 403, "not-permitted");
    }

    @Test
    void aMandateIsNoneBeforeItsFirstAndAfterItsLastDay() {
        grant("wa.officer", "WA", MandateRole.APPROVER, agreement, null, today.plusDays(2), null);
        grant("wa.officer", "WA", MandateRole.APPROVER, agreement, null, today.minusDays(9), today.minusDays(2));

        refused(approve("wa.officer", "WA", 1), 403, "not-permitted");
    }

    @Test
    void aMemberThatLeftHasNoStanding() {
        UUID left = ids.next();
        open(left, Set.of(), standing("WA", today.minusDays(30), today.minusDays(2)));
        grant("wa.approver", "WA", MandateRole.APPROVER, null, null, today, null);

        refused(get("wa.approver", "WA", "/approve/" + left + "/1"), 403, "not-in-standing");
    }

    @Test
    void aMemberThatHadLeftWhenTheAgreementWasToldStillPays() {
        UUID left = ids.next();
        open(left, Set.of(), standing("WA", today.minusDays(30), today.minusDays(2)));
        grant("wa.buyer", "WA", MandateRole.BUYER, null, null, today, null);

        get("wa.buyer", "WA", "/settle/" + left).statusCode(200);
        get("wa.buyer", null, "/read/" + left).body(equalTo("true"));
    }

    @Test
    void aSuspendedMemberLosesTheRightsThatAreWithheldAndNoOther() {
        grant("wa.buyer", "WA", MandateRole.BUYER, null, null, today, null);
        stand(
                "WA",
                new StandingSpan(Standing.FULL, today.minusDays(30), today),
                new StandingSpan(Standing.SUSPENDED, today, null, Set.of(Right.TAKE_PART_IN_PURCHASES, Right.VOTE)));

        refused(get("wa.buyer", "WA", "/purchase/" + agreement), 403, "not-in-standing");
        refused(get("wa.buyer", "WA", "/buy/" + agreement), 403, "not-in-standing");
        get("wa.buyer", "WA", "/settle/" + agreement).statusCode(200);
        get("wa.buyer", null, "/read/" + agreement).body(equalTo("true"));
    }

    @Test
    void aRightThatTheTermsDoNotWithholdStaysWithASuspendedMember() {
        grant("wa.buyer", "WA", MandateRole.BUYER, null, null, today, null);
        stand("WA", new StandingSpan(Standing.SUSPENDED, today.minusDays(3), null, Set.of(Right.VOTE)));

        get("wa.buyer", "WA", "/purchase/" + agreement).statusCode(200);
        refused(get("wa.buyer", "WA", "/buy/" + agreement), 403, "not-in-standing");
    }

    @Test
    void aReinstatedMemberHasItsRightsAgain() {
        grant("wa.buyer", "WA", MandateRole.BUYER, null, null, today, null);
        stand(
                "WA",
                new StandingSpan(Standing.SUSPENDED, today.minusDays(9), today, Set.of(Right.TAKE_PART_IN_PURCHASES)),
                new StandingSpan(Standing.FULL, today, null));

        get("wa.buyer", "WA", "/purchase/" + agreement).statusCode(200);
    }

    @Test
    void whoWindsDownPaysAndReadsAndNothingElse() {
        grant("wa.buyer", "WA", MandateRole.BUYER, null, null, today, null);
        stand("WA", new StandingSpan(Standing.WINDING_DOWN, today.minusDays(1), null));

        refused(get("wa.buyer", "WA", "/purchase/" + agreement), 403, "not-in-standing");
        get("wa.buyer", "WA", "/settle/" + agreement).statusCode(200);
        get("wa.buyer", null, "/read/" + agreement).body(equalTo("true"));
    }

    @Test
    void whoIsOutReadsItsPastAndPaysWhatTurnsUp() {
        grant("wa.buyer", "WA", MandateRole.BUYER, null, null, today, null);
        stand("WA", new StandingSpan(Standing.ENDED, today.minusDays(1), null));

        refused(get("wa.buyer", "WA", "/purchase/" + agreement), 403, "not-in-standing");
        refused(get("wa.buyer", "WA", "/buy/" + agreement), 403, "not-in-standing");
        get("wa.buyer", "WA", "/settle/" + agreement).statusCode(200);
        get("wa.buyer", null, "/read/" + agreement).body(equalTo("true"));
    }

    @Test
    void beforeItsFirstDayAMemberLooksOn() {
        grant("wa.buyer", "WA", MandateRole.BUYER, null, null, today, null);
        stand("WA", new StandingSpan(Standing.FULL, today.plusDays(2), null));

        refused(get("wa.buyer", "WA", "/purchase/" + agreement), 403, "not-in-standing");
        refused(get("wa.buyer", "WA", "/settle/" + agreement), 403, "not-in-standing");
        get("wa.buyer", null, "/read/" + agreement).body(equalTo("true"));
    }

    @Test
    void powersHoldWhileTheAgreementIsInForce() {
        grant("wa.buyer", "WA", MandateRole.BUYER, null, null, today, null);

        power(Set.of(Capability.BUY_TOGETHER), today, null);
        get("wa.buyer", "WA", "/purchase/" + agreement).statusCode(200);
        power(Set.of(Capability.BUY_TOGETHER), today.plusDays(2), null);
        refused(get("wa.buyer", "WA", "/purchase/" + agreement), 403, "capability-absent");
        power(Set.of(Capability.BUY_TOGETHER), today.minusDays(9), today);
        refused(get("wa.buyer", "WA", "/purchase/" + agreement), 403, "capability-absent");
        power(Set.of(), today.minusDays(9), null);
        refused(get("wa.buyer", "WA", "/purchase/" + agreement), 403, "capability-absent");
    }

    @Test
    void aForeignAgreementIsNotToldFromAnUnknownOne() {
        grant("md.approver", "MD", MandateRole.APPROVER, null, null, today, null);

        refused(get("md.approver", "MD", "/approve/" + agreement + "/1"), 404, "not-found");
        refused(get("md.approver", "MD", "/approve/" + ids.next() + "/1"), 404, "not-found");
    }

    @Test
    void aPowerThatTheAgreementDoesNotGiveIsRefused() {
        grant("wa.buyer", "WA", MandateRole.BUYER, null, null, today, null);
        UUID memorandum = ids.next();
        open(memorandum, Set.of(Capability.PUBLISH_GUIDANCE), standing("WA", today, null));

        get("wa.buyer", "WA", "/buy/" + agreement).statusCode(200);
        refused(get("wa.buyer", "WA", "/buy/" + memorandum), 403, "capability-absent");
    }

    @Test
    void theMemberActedForMustBeNamed() {
        refused(get("wa.buyer", null, "/buy/" + agreement), 400, "member-required");
    }

    @Test
    void anOfficialReadsItsOwnMembersRowsAndAnAuditorReadsAll() {
        get("wa.buyer", null, "/read").statusCode(200).body(equalTo("[WA]"));
        get("auditor.one", null, "/read").statusCode(200).body(equalTo("all"));
        refused(get("operator.one", null, "/read"), 403, "not-permitted");
    }

    @Test
    void whatMembersShareIsSeenByThemAndByAuditors() {
        get("wa.buyer", null, "/read/" + agreement).body(equalTo("true"));
        get("auditor.one", null, "/read/" + agreement).body(equalTo("true"));
        get("md.buyer", null, "/read/" + agreement).body(equalTo("false"));
    }

    private ValidatableResponse approve(String username, String member, long cents) {
        return get(username, member, "/approve/" + agreement + "/" + cents);
    }

    private static ValidatableResponse get(String username, @Nullable String member, String path) {
        var request = given().auth().oauth2(Tokens.of(username));
        if (member != null) {
            request.header("Concord-Member", member);
        }
        return request.get("/api/v1/doors" + path).then();
    }

    private static void refused(ValidatableResponse answer, int status, String slug) {
        answer.statusCode(status).body("type", equalTo("urn:concord:problem:" + slug));
    }

    private static AgreementFact.Membership standing(String member, LocalDate from, @Nullable LocalDate ended) {
        return new AgreementFact.Membership(member, from, ended);
    }

    private void open(UUID id, Set<Capability> capabilities, AgreementFact.Membership membership) {
        QuarkusTransaction.requiringNew()
                .run(() -> feed.agreementOpened(new AgreementFact(
                        id, "TEST", "COOPERATIVE_CONTRACT", "WA", capabilities, List.of(membership))));
    }

    private void stand(String member, StandingSpan... spans) {
        QuarkusTransaction.requiringNew()
                .run(() -> feed.standingChanged(new StandingFact(agreement, member, List.of(spans))));
    }

    private void power(Set<Capability> capabilities, LocalDate from, @Nullable LocalDate until) {
        QuarkusTransaction.requiringNew()
                .run(() -> feed.powersChanged(new PowersFact(agreement, capabilities, from, until)));
    }

    private void grant(
            String username,
            String member,
            MandateRole role,
            @Nullable UUID in,
            @Nullable Long limitCents,
            LocalDate from,
            @Nullable LocalDate until) {
        QuarkusTransaction.requiringNew()
                .run(() -> feed.mandateGranted(new MandateFact(
                        ids.next(), Tokens.subject(username), member, role, in, limitCents, from, until)));
    }
}
