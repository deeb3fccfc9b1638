package org.concord.compact.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.compact.Api.STAFF;
import static org.concord.compact.Api.as;
import static org.concord.compact.Api.cooperative;
import static org.concord.compact.Api.get;
import static org.concord.compact.Api.refused;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.concord.compact.ServiceTest;
import org.concord.kit.time.Zones;
import org.concord.testkit.ServersResource;
import org.junit.jupiter.api.Test;

/** Who was a member on one day, as it was known on another. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class MembershipHistoryTest extends ServiceTest {

    @Test
    void whatIsRecordedLaterDoesNotChangeWhatWasKnownBefore() {
        LocalDate today = Zones.dateIn("WA", clock.instant());
        String id = Life.compact(1, "WA");
        Life.enact(id, "WA", "2020-03-01");

        // Two days later somebody records that Maryland had joined long ago.
        clock.after(Duration.ofDays(2), () -> {
            Life.enact(id, "MD", "2020-06-01");

            assertThat(members(id, "2020-07-01", today)).containsExactly("WA");
            assertThat(members(id, "2020-07-01", today.plusDays(2))).containsExactly("MD", "WA");
            assertThat(members(id, "2020-07-01", null)).containsExactly("MD", "WA");
        });
    }

    @Test
    void nothingIsKnownBeforeItWasRecorded() {
        String id = cooperative("WA", "MD");

        assertThat(members(id, "2020-07-01", LocalDate.of(2021, 1, 1))).isEmpty();
    }

    @Test
    void aStandingShowsWhatItLeaves() {
        String id = Life.compact(1, "WA");
        Life.enact(id, "WA", "2020-03-01");
        Life.enact(id, "MD", "2020-03-01");
        Life.suspend(api, id, "MD", LocalDate.of(2026, 3, 1));

        assertThat(get(as("wa.buyer"), "/agreements/" + id + "/members?on=2026-03-01")
                        .jsonPath()
                        .getList("items.find { it.member == 'MD' }.rights"))
                .doesNotContain("VOTE", "TAKE_PART_IN_PURCHASES")
                .contains("HOLD_OFFICE", "SETTLE", "READ_OWN_PAST");
    }

    @Test
    void aMemberStandsInManyAgreementsAtOnce() {
        String first = cooperative("WY", "VI");
        String second = cooperative("WY");
        String foreign = cooperative("WA");

        List<String> seen = get(as("vi.buyer"), "/memberships?member=WY&on=2026-01-01&limit=500")
                .jsonPath()
                .getList("items.agreementId");

        assertThat(seen).contains(first).doesNotContain(second, foreign);
        assertThat(get(as(STAFF), "/memberships?member=WY&on=2026-01-01&limit=500")
                        .jsonPath()
                        .getList("items.agreementId"))
                .contains(first, second);
        assertThat(get(as(STAFF), "/memberships?member=WY&on=2019-12-31&limit=500")
                        .jsonPath()
                        .getList("items.agreementId"))
                .doesNotContain(first);
    }

    @Test
    void badQuestionsAreRefusedWithTheirPlace() {
        String id = cooperative("WA");

        refused(get(as(STAFF), "/agreements/" + id + "/members?on=yesterday"), 422, "validation-failed");
        refused(get(as(STAFF), "/agreements/" + id + "/members?knownAt=2026-13-01"), 422, "validation-failed");
        refused(get(as(STAFF), "/memberships?member=XX"), 422, "validation-failed");
    }

    private static List<String> members(String id, String on, LocalDate knownAt) {
        String path = "/agreements/" + id + "/members?on=" + on + (knownAt == null ? "" : "&knownAt=" + knownAt);
        return get(as(STAFF), path).jsonPath().getList("items.member");
    }
}
