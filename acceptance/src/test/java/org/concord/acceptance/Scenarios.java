package org.concord.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The scenario files, and how what came out is held against what was expected. */
final class Scenarios {

    private static final JsonMapper JSON = new JsonMapper();

    private Scenarios() {}

    /** The file as the player reads it. */
    static Path file(String name) {
        return Path.of("src/main/scenarios", name).toAbsolutePath();
    }

    static JsonNode read(String name) throws Exception {
        return JSON.readTree(Files.readString(file(name)));
    }

    /** Every leaf of the expectation must stand in the outcome, number for number. */
    static void assertEvery(JsonNode expected, JsonNode outcome) {
        List<String> differences = new ArrayList<>();
        compare("", expected, outcome, differences);
        assertThat(differences).isEmpty();
    }

    private static void compare(String pointer, JsonNode expected, JsonNode outcome, List<String> differences) {
        if (expected.isObject()) {
            expected.properties()
                    .forEach(each -> compare(
                            pointer + "/" + each.getKey(), each.getValue(), outcome.path(each.getKey()), differences));
        } else if (expected.isArray()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(pointer + "/" + i, expected.get(i), outcome.path(i), differences);
            }
        } else if (!expected.asText().equals(outcome.asText("missing"))) {
            differences.add(pointer + ": expected " + expected + " and got " + outcome);
        }
    }
}
