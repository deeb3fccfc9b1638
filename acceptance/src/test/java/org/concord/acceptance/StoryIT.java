package org.concord.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.concord.acceptance.story.Outcome;
import org.concord.acceptance.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job of the platform, end to end, by real people at real servers. */
@ExtendWith(RunningPlatform.Provided.class)
class StoryIT {

    @Test
    void fifteenMembersBuyOneVaccineAndEveryNumberComesOut(RunningPlatform platform) throws Exception {
        JsonNode expected = Scenarios.read("scenario-a.json").path("expect");

        Outcome outcome = Story.of(Scenarios.file("scenario-a.json"), platform.gateway(), System.out)
                .perform();

        Scenarios.assertEvery(withoutWhatIsNotYet(expected), outcome.json());
        assertThat(outcome.json().path("members"))
                .allSatisfy(member -> assertThat(member.has("refusal")).isFalse());
        assertThat(outcome.latency().sorted()).hasSize(15);
        assertThat(outcome.json().properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(
                        expected.properties().stream().map(Map.Entry::getKey).toList());
    }

    @Test
    void otherMembersRatesAndBidsPlayAsWellAndAShortAppropriationIsRefused(RunningPlatform platform) throws Exception {
        Reckoning reckoning = new Reckoning(Scenarios.read("scenario-varied.json"));

        Outcome outcome = Story.of(Scenarios.file("scenario-varied.json"), platform.gateway(), System.out)
                .perform();

        Scenarios.assertEvery(reckoning.expected(), outcome.json());
        assertThat(outcome.json().path("award").has("unitCents"))
                .as("incremental tiers have no one unit price")
                .isFalse();
        for (JsonNode member : outcome.json().path("members")) {
            assertThat(member.has("refusal"))
                    .as(member.toString())
                    .isEqualTo(reckoning.refused(member.path("member").asText()));
        }
        JsonNode refusal = refusalOf("PR", outcome.json());
        assertThat(refusal.path("reason").asText()).isNotEmpty();
        assertThat(refusal.path("detail").asText()).isNotEmpty();
    }

    private static JsonNode refusalOf(String member, JsonNode json) {
        for (JsonNode each : json.path("members")) {
            if (each.path("member").asText().equals(member)) {
                return each.path("refusal");
            }
        }
        throw new AssertionError(member + " is missing");
    }

    private static ObjectNode withoutWhatIsNotYet(JsonNode expected) {
        ObjectNode now = expected.deepCopy();
        now.remove(List.of("shipmentGoodsCents", "shipmentDoses", "rejects", "latePayments"));
        ((ObjectNode) now.path("budget")).remove("invoices");
        return now;
    }
}
