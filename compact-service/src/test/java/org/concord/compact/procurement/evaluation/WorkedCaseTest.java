package org.concord.compact.procurement.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.concord.compact.procurement.evaluation.Evaluation.BidOutcome;
import org.concord.compact.procurement.evaluation.Evaluation.MemberShare;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The worked case of the design: MMR vaccine for fifteen members, illustrative prices. */
class WorkedCaseTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode expect;
    private static Evaluation evaluation;

    @BeforeAll
    static void evaluate() throws IOException {
        try (InputStream file = WorkedCaseTest.class.getResourceAsStream("/evaluation/mmr-fifteen-members.json")) {
            JsonNode worked = JSON.readTree(Objects.requireNonNull(file));
            expect = worked.get("expect");
            evaluation = AwardFormula.evaluate(JSON.treeToValue(worked.get("inputs"), EvaluateAward.class));
        }
    }

    @Test
    void theDemandAddsUp() {
        assertThat(evaluation.totalDoses()).isEqualTo(expect.get("totalDoses").longValue());
    }

    @Test
    void everyBidHasItsTotalOrItsRefusal() {
        List<BidOutcome> outcomes = new ArrayList<>();
        expect.get("bidTotals")
                .properties()
                .forEach(bid -> outcomes.add(new BidOutcome(
                        bid.getKey(),
                        bid.getValue().isNumber() ? bid.getValue().longValue() : null,
                        bid.getValue().isTextual() ? bid.getValue().textValue() : null)));

        assertThat(evaluation.bids()).containsExactlyElementsOf(outcomes);
    }

    @Test
    void theCheapestSupplierIsRecommended() throws IOException {
        assertThat(asSent(evaluation.recommended())).isEqualTo(expect.get("award"));
    }

    @Test
    void poolingSavesWhatItSaves() {
        assertThat(evaluation.everyMemberAloneCents())
                .isEqualTo(expect.get("everyMemberAloneCents").longValue());
        assertThat(evaluation.poolingSavesCents())
                .isEqualTo(expect.get("poolingSavesCents").longValue());
    }

    @Test
    void everyMemberHasItsGoodsToTheCent() {
        List<MemberShare> shares = new ArrayList<>();
        expect.get("members")
                .forEach(member -> shares.add(new MemberShare(
                        member.get("member").textValue(),
                        member.get("doses").longValue(),
                        member.get("goodsCents").longValue())));

        assertThat(evaluation.members()).containsExactlyInAnyOrderElementsOf(shares);
    }

    @Test
    void theSplitAndThePriceOfResilienceAreTheProvenOptimum() throws IOException {
        JsonNode split = expect.get("splitAward");

        assertThat(evaluation.split()).isNotNull();
        assertThat(asSent(evaluation.split().suppliers())).isEqualTo(split.get("suppliers"));
        assertThat(evaluation.split().totalCents())
                .isEqualTo(split.get("totalCents").longValue());
        assertThat(evaluation.split().resiliencePremiumCents())
                .isEqualTo(split.get("resiliencePremiumCents").longValue());
    }

    @Test
    void theInputsSurviveTheirJsonSoThatAnyoneCanReplayThem() throws IOException {
        try (InputStream file = WorkedCaseTest.class.getResourceAsStream("/evaluation/mmr-fifteen-members.json")) {
            JsonNode inputs = JSON.readTree(Objects.requireNonNull(file)).get("inputs");

            assertThat(asSent(JSON.treeToValue(inputs, EvaluateAward.class))).isEqualTo(inputs);
        }
    }

    private static JsonNode asSent(@Nullable Object value) throws IOException {
        return JSON.readTree(JSON.writeValueAsString(value));
    }
}
