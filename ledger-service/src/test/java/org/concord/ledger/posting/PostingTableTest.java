package org.concord.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PostingTableTest {

    /** Tests run in the module's folder; the page belongs to the project's documentation. */
    private static final Path PAGE = Path.of("..", "docs", "posting-rules.md");

    @Test
    void theDocumentationSaysWhatTheCodePosts() throws IOException {
        String table = PostingTable.markdown();
        if (Boolean.getBoolean("concord.docs.write")) {
            Files.writeString(PAGE, table);
        }

        assertThat(PAGE)
                .as("write it anew with: mvn -pl ledger-service test -Dtest=PostingTableTest -Dconcord.docs.write=true")
                .hasContent(table);
    }
}
