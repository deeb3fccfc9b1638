package org.concord.ledger.charge;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.ledger.book.Books;
import org.concord.ledger.reading.ReadLog;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What awards cost. */
@Path("/api/v1/books/{book}/charges")
@Tag(name = "charges", description = "What an award costs each member, with formulas and inputs")
public class ChargeResource {

    private final Books books;
    private final ChargeRuns runs;

    private final ReadLog reads;

    ChargeResource(Books books, ChargeRuns runs, ReadLog reads) {
        this.books = books;
        this.runs = runs;
        this.reads = reads;
    }

    /** The charges of one award. */
    @GET
    @Operation(summary = "What an award costs each member")
    public ChargesView get(@PathParam("book") UUID book, @QueryParam("award") @Nullable UUID award) {
        books.requireReadable(book);
        if (award == null) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "Say of which award.",
                    List.of(Violation.at("/award", "required", "the award's id is required")));
        }
        ChargeRuns.Placed placed = runs.placed(award)
                .filter(found -> found.run().book().equals(book))
                .orElseThrow(Access::notFound);
        reads.note(new ReadLog.What(book, "CHARGES", "json", "award=" + award, placed.seq()), 1);
        return ChargesView.of(placed.run(), placed.seq());
    }
}
