package org.concord.compact.governance.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.concord.compact.governance.rule.WorkedExamples.Example;
import org.concord.testkit.StateMachines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BallotRulesPageTest {

    /** Tests run in the module's folder; the page belongs to the project's documentation. */
    private static final Path PAGE = Path.of("..", "docs", "ballot-rules.md");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    @ParameterizedTest
    @MethodSource("org.concord.compact.governance.rule.WorkedExamples#all")
    void eachWorkedExampleComesToWhatTheHandSays(Example example) {
        assertThat(example.tally().outcome()).as(example.title()).isEqualTo(example.outcome());
    }

    @Test
    void theDocumentationShowsWhatTheCodeCounts() throws JsonProcessingException {
        String page = page();
        StateMachines.writeIfAsked(PAGE, page);

        assertThat(PAGE)
                .as(
                        "write it anew with: mvn -pl compact-service test -Dtest=BallotRulesPageTest -Dconcord.docs.write=true")
                .hasContent(page);
    }

    private static String page() throws JsonProcessingException {
        StringBuilder page = new StringBuilder("# Ballot rules\n\n")
                .append(
                        "A rule is data that is stored with its ballot. Each one here has a ballot counted by hand, which a test")
                .append(" compares\nwith the code; the working is the code's own (`")
                .append(Tally.VERSION)
                .append("`). Anyone can count: `POST /api/v1/ballot-tallies`.\n");
        for (Example example : WorkedExamples.all()) {
            Tally tally = example.tally();
            page.append("\n## ")
                    .append(example.title())
                    .append("\n\n")
                    .append(example.says())
                    .append("\n\n```json\n")
                    .append(JSON.writeValueAsString(example.rule()))
                    .append("\n```\n\nVotes: ")
                    .append(example.votes().entrySet().stream()
                            .sorted(java.util.Map.Entry.comparingByKey())
                            .map(vote ->
                                    vote.getKey() + " " + vote.getValue().name().toLowerCase(java.util.Locale.ROOT))
                            .collect(Collectors.joining(", ")))
                    .append(".\n\n| Step | Working | |\n|---|---|---|\n");
            tally.working()
                    .forEach(line -> page.append("| ")
                            .append(line.step())
                            .append(" | ")
                            .append(line.working())
                            .append(" | ")
                            .append(line.holds() ? "yes" : "no")
                            .append(" |\n"));
            page.append("\nOutcome: `").append(tally.outcome()).append("`.\n");
        }
        return page.toString();
    }
}
