package org.concord.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.concord.testkit.StateMachines;
import org.junit.jupiter.api.Test;

class StateMachinesTest {

    /** Tests run in the module's folder; the page belongs to the project's documentation. */
    private static final Path PAGE = Path.of("..", "docs", "state-machines", "compact-service.md");

    @Test
    void theDocumentationDrawsWhatTheCodeAllows() {
        String page = StateMachines.page("compact-service: lives of its things", "org.concord.compact");
        StateMachines.writeIfAsked(PAGE, page);

        assertThat(PAGE)
                .as(
                        "write it anew with: mvn -pl compact-service test -Dtest=StateMachinesTest -Dconcord.docs.write=true")
                .hasContent(page);
    }
}
