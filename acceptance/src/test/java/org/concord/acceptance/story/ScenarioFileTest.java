package org.concord.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {

    private static final Path SCENARIO_A = Path.of("src/main/scenarios/scenario-a.json");

    @Test
    void theInputsOfScenarioAAreReadAndItsExpectationIsTakenAway() {
        Scenario scenario = ScenarioFile.read(SCENARIO_A);

        assertThat(scenario.lead()).isEqualTo("WA");
        assertThat(scenario.memberCodes()).hasSize(15).startsWith("CA").endsWith("WA");
        assertThat(scenario.bids()).extracting(Scenario.Bid::supplier).containsExactly("ALPHA", "BETA", "GAMMA");
        assertThat(scenario.later()).containsExactly("shipments", "rejects", "latePayments");
        assertThat(scenario.toString()).as("nothing of expect").doesNotContain("1215132800");
    }

    @Test
    void anExpectationThatIsNoJsonShapeOfOursDoesNotMatter() throws Exception {
        Scenario scenario = changed(root -> root.put("expect", "taken away unread"));

        assertThat(scenario.memberCodes()).hasSize(15);
    }

    @Test
    void splitAndBudgetMayBeAbsent() throws Exception {
        Scenario scenario = changed(root -> root.remove(List.of("split", "budgetOf", "shipments")));

        assertThat(scenario.split()).isNull();
        assertThat(scenario.budgetOf()).isNull();
        assertThat(scenario.later()).containsExactly("rejects", "latePayments");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    lead          | "XX"   | /lead is "XX", which is not one of the members.
                    budgetOf      | "TX"   | /budgetOf is "TX", which is not one of the members.
                    members       | []     | /members is not an array with at least one item.
                    sharedCostCents | 1.5  | /sharedCostCents is not a whole number.
                    sharedCostCents | -1   | /sharedCostCents is less than 0.
                    sharedCostFormula | 7  | /sharedCostFormula is not a text.
                    item          | {}     | /item/cvx is missing.
                    fees          | {"operations":"0.6","capital":"0.40%"} | /fees/operations is "0.6", not a percentage such as 0.60%.
                    """)
    void aWrongValueIsNamedByItsPointerInOneSentence(String key, String value, String sentence) {
        assertThatExceptionOfType(InvalidScenario.class)
                .isThrownBy(() -> changed(root -> root.set(key, json(value))))
                .withMessage(sentence);
    }

    @Test
    void aMemberThatIsNoJurisdictionIsNamed() {
        assertThatExceptionOfType(InvalidScenario.class)
                .isThrownBy(() -> changed(root -> member(root, 3).put("member", "ZZ")))
                .withMessage("/members/3/member is \"ZZ\", not the USPS code of one of the 56 jurisdictions.");
    }

    @Test
    void aMemberThatComesTwiceIsNamed() {
        assertThatExceptionOfType(InvalidScenario.class)
                .isThrownBy(() -> changed(root -> member(root, 4).put("member", "CA")))
                .withMessage("/members/4/member names CA a second time.");
    }

    @Test
    void whatIsNotJsonIsNamedByLineAndColumn() {
        assertThatExceptionOfType(InvalidScenario.class)
                .isThrownBy(() -> ScenarioFile.parse("{\n \"lead\": }"))
                .withMessageStartingWith("The file is not JSON, line 2 column ");
    }

    @Test
    void aKeyThatComesTwiceIsNotAChoiceWeMake() {
        assertThatExceptionOfType(InvalidScenario.class)
                .isThrownBy(() -> ScenarioFile.parse("{\"lead\":\"CA\",\"lead\":\"WA\"}"))
                .withMessageContaining("Duplicate field 'lead'");
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeSo() {
        assertThatExceptionOfType(InvalidScenario.class)
                .isThrownBy(() -> ScenarioFile.read(Path.of("no-such-file.json")))
                .withMessage("The file no-such-file.json does not exist.");
    }

    private static ObjectNode member(ObjectNode root, int index) {
        return (ObjectNode) ((ArrayNode) root.get("members")).get(index);
    }

    private static Scenario changed(Consumer<ObjectNode> change) throws Exception {
        ObjectNode root = (ObjectNode) new JsonMapper().readTree(Files.readString(SCENARIO_A));
        change.accept(root);
        return ScenarioFile.parse(root.toString());
    }

    private static JsonNode json(String value) {
        try {
            return new JsonMapper().readTree(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
