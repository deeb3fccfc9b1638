package org.concord.ledger.proof;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.concord.ledger.LedgerStage.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.concord.ledger.LedgerStage;
import org.concord.ledger.LedgerTest;
import org.concord.testkit.ServersResource;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.note.Note;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was signed lies outside of the database: a lane that opens on a database which is not that one stays shut. */
@QuarkusTest
@WithTestResource(ServersResource.class)
class RestoredDatabaseTest extends LedgerTest {

    @ConfigProperty(name = "concord.proof.marks")
    Path marks;

    private LedgerStage stage;

    @BeforeEach
    void openBook() {
        stage = LedgerStage.open(probe, "CO");
        stage.appropriate("CO", 1_000);
    }

    private Response certify() {
        String document = "D-" + UUID.randomUUID();
        return stage.certify("appropriations", "CO", LedgerStage.certificate(1, document), document);
    }

    /** The mark, once it covers what is committed. */
    private Checkpoint signed() throws IOException {
        long size = as("auditor.one").get(stage.book()).jsonPath().getLong("headSeq") + 1;
        LedgerStage.eventually("the mark of " + size, () -> read().size() >= size);
        return read();
    }

    private Checkpoint read() {
        try {
            Path mark = marks.resolve(stage.agreement + ".checkpoint");
            return Files.exists(mark)
                    ? Checkpoint.parse(Files.readString(mark))
                    : Checkpoint.of("none", 0, Hashing.emptyRoot());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void write(Checkpoint mark) throws IOException {
        Files.writeString(marks.resolve(stage.agreement + ".checkpoint"), mark.body());
    }

    /** The lane finds another epoch at its next commit, drops what it remembers, and opens anew. */
    private void makeTheLaneOpenAnew() throws SQLException {
        try (var connection = LedgerStage.connect();
                var statement = connection.prepareStatement(
                        "update book_head set epoch = epoch + 1, leased_until = now() where book_id = ?")) {
            statement.setObject(1, stage.agreement);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void aMarkOfMoreLeavesThanThereAreShutsTheBook() throws Exception {
        Checkpoint last = signed();
        write(Checkpoint.of(last.origin(), last.size() + 5, last.root()));
        makeTheLaneOpenAnew();

        LedgerStage.eventually(
                "the book is shut",
                () -> certify().statusCode() == 503
                        && certify().jsonPath().getString("type").endsWith("book-shut"));

        certify()
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("1"))
                .body("type", equalTo("urn:concord:problem:book-shut"))
                .body("detail", containsString("restored from an older state"));
        // Reading goes on, and what was published stays as it was.
        as("auditor.one").get(stage.book() + "/entries").then().statusCode(200);
        Note published =
                Note.parse(given().get(stage.book() + "/tlog/checkpoint").asString());
        assertThat(Checkpoint.parse(published.text())).isEqualTo(last);
    }

    @Test
    void anotherRootThanWasSignedShutsTheBook() throws Exception {
        Checkpoint last = signed();
        write(Checkpoint.of(last.origin(), last.size(), Hashing.leaf(last.root())));
        makeTheLaneOpenAnew();

        LedgerStage.eventually("the book is shut", () -> certify().asString().contains("another root than was signed"));
    }

    @Test
    void anOpenBookGoesOnAfterItsLaneOpenedAnew() throws Exception {
        Checkpoint before = signed();
        makeTheLaneOpenAnew();

        LedgerStage.eventually("the book takes commands", () -> certify().statusCode() == 201);

        assertThat(signed().size()).isGreaterThan(before.size());
    }
}
