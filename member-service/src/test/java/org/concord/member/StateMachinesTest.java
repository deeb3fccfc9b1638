package org.concord.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.concord.testkit.StateMachines;
import org.junit.jupiter.api.Test;

class StateMachinesTest {

    /** Tests run in the module's folder; the page belongs to the project's documentation. */
    private static final Path PAGE = Path.of("..", "docs", "state-machines", "member-service.md");

    @Test
    void theDocumentationDrawsWhatTheCodeAllows() {
        String page = StateMachines.page("member-service: lives of its things", "org.concord.member");
        StateMachines.writeIfAsked(PAGE, page);

        assertThat(PAGE)
                .as(
                        "write it anew with: mvn -pl member-service test -Dtest=StateMachinesTest -Dconcord.docs.write=true")
                .hasContent(page);
    }
}
