package org.concord.member.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.member.ServiceTest;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.Test;

/** What compact-service tells of a member's standing is felt here, by date, and nothing but that. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class StandingEventsTest extends ServiceTest {

    private static final List<String> WITHHELD =
            List.of("VOTE", "HOLD_OFFICE", "TAKE_PART_IN_PURCHASES", "SPEAK_ON_GUIDANCE", "TAKE_PART_IN_AID");

    @Test
    void aSuspendedMemberOrdersNoMoreAndStillReadsUntilItIsReinstated() {
        UUID agreement = agreement("WA", "OR");
        UUID round = round(agreement, "WA", "OR");
        UUID award = award(agreement, 1_000, "WA", "OR");
        UUID begun = placed("wa.buyer", agreement, award, 10);
        preEncumbered(begun, 5);

        LocalDate today = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        stand(agreement, "WA", List.of(span("FULL", "2026-01-01", today), span("SUSPENDED", today.toString(), null)));

        refused(posting("wa.buyer").body(requisition(agreement, award, 10)).post("/api/v1/orders"));
        refused(submit("wa.buyer", begun, "PO-1"));
        refused(posting("wa.buyer")
                .body(Map.of("roundId", round, "lines", List.of(Map.of("reference", UUID.randomUUID(), "doses", 10))))
                .post("/api/v1/demands"));
        assertThat(acting("wa.buyer").get("/api/v1/orders/" + begun).statusCode())
                .isEqualTo(200);
        assertThat(placed("or.buyer", agreement, award, 10)).isNotNull();

        stand(agreement, "WA", List.of(span("SUSPENDED", "2026-01-01", today), span("FULL", today.toString(), null)));

        assertThat(submit("wa.buyer", begun, "PO-1").statusCode()).isEqualTo(201);
        assertThat(placed("wa.buyer", agreement, award, 10)).isNotNull();
    }

    @Test
    void aMemberThatWindsDownOrdersNoMore() {
        UUID agreement = agreement("WA");
        UUID award = award(agreement, 1_000, "WA");

        stand(agreement, "WA", List.of(span("WINDING_DOWN", "2026-01-01", null)));

        refused(posting("wa.buyer").body(requisition(agreement, award, 10)).post("/api/v1/orders"));
    }

    @Test
    void anAgreementOutOfForceGivesNoPower() {
        UUID agreement = agreement("WA");
        UUID award = award(agreement, 1_000, "WA");

        probe.publish(
                "compact.agreement.v1",
                agreement.toString(),
                "PowersChanged",
                Map.of(
                        "agreementId", agreement,
                        "capabilities", List.of("BUY_TOGETHER"),
                        "activeOn", "2026-01-01",
                        "dissolvedOn", "2026-02-01",
                        "recordedAt", "2026-02-01T00:00:00Z"));
        eventually(() -> count(
                        "select count(*) from policy_agreement where agreement_id = ? and dissolved_on is not null",
                        agreement)
                == 1);

        Response answer =
                posting("wa.buyer").body(requisition(agreement, award, 10)).post("/api/v1/orders");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
        assertThat(answer.<String>path("type")).isEqualTo("urn:concord:problem:capability-absent");
    }

    private void stand(UUID agreement, String member, List<Map<String, Object>> spans) {
        String last = String.valueOf(spans.getLast().get("standing"));
        probe.publish(
                "compact.agreement.v1",
                agreement.toString(),
                "StandingChanged",
                Map.of(
                        "agreementId",
                        agreement,
                        "member",
                        member,
                        "spans",
                        spans,
                        "cause",
                        "DEFAULT",
                        "recordedAt",
                        "2026-02-01T00:00:00Z"));
        eventually(() -> last.equals(text(
                "select standing from policy_membership where agreement_id = ? and member = ? order by effective_on desc limit 1",
                agreement,
                member)));
    }

    private static Map<String, Object> span(String standing, String from, LocalDate until) {
        Map<String, Object> span = new HashMap<>();
        span.put("standing", standing);
        span.put("fromOn", from);
        if (until != null) {
            span.put("untilOn", until.toString());
        }
        span.put("withheld", standing.equals("SUSPENDED") ? WITHHELD : List.of());
        return span;
    }

    private static void refused(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
        assertThat(answer.<String>path("type")).isEqualTo("urn:concord:problem:not-in-standing");
    }
}
