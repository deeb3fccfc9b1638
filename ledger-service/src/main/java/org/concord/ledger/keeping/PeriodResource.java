package org.concord.ledger.keeping;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.access.ReadScope;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.Books;
import org.concord.ledger.book.Command;
import org.concord.ledger.book.Lane;
import org.concord.ledger.book.Outcome;
import org.concord.ledger.book.Period;
import org.concord.ledger.book.PeriodClosing;
import org.concord.ledger.book.PeriodOpening;
import org.concord.ledger.jdbc.Database;
import org.concord.ledger.policy.LedgerOperation;
import org.concord.ledger.reading.ReadLog;
import org.concord.verifier.json.CanonicalJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The periods of a book: opened, closing, sealed; and proofs of single balances from those that are sealed. */
@Path("/api/v1/books/{book}/periods")
@Tag(name = "periods", description = "Stretches of legal dates that are closed as one, and sealed for ever")
public class PeriodResource {

    private final Books books;
    private final Access access;
    private final Idempotency idempotency;
    private final Lane lane;
    private final Seals seals;
    private final Database database;
    private final ReadLog reads;

    PeriodResource(
            Books books,
            Access access,
            Idempotency idempotency,
            Lane lane,
            Seals seals,
            Database database,
            ReadLog reads) {
        this.books = books;
        this.access = access;
        this.idempotency = idempotency;
        this.lane = lane;
        this.seals = seals;
        this.database = database;
        this.reads = reads;
    }

    /**
     * A period to be kept.
     *
     * @param period its code, such as {@code 2026-Q3}
     * @param from its first day
     * @param through its last day
     */
    public record OpenPeriod(
            @NotNull @Pattern(regexp = Period.CODE_FORM) String period,
            @NotNull LocalDate from,
            @NotNull LocalDate through) {}

    /** A period as the book keeps it. */
    public record PeriodView(String period, LocalDate from, LocalDate through, String status) {}

    /** All periods of the book, by their first day. */
    @GET
    @Operation(summary = "Periods of the book")
    public List<PeriodView> list(@PathParam("book") UUID book) {
        books.requireReadable(book);
        long asOf = database.find("select seq from book_head where book_id = ?", row -> row.getLong(1), book)
                .orElseThrow(Access::notFound);
        List<PeriodView> periods = database.query(
                "select code, from_on, through_on, status from period where book_id = ? order by from_on",
                row -> new PeriodView(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getString(4)),
                book);
        reads.note(new ReadLog.What(book, "PERIODS", "json", "", asOf), periods.size());
        return periods;
    }

    /** Begins to keep a period. */
    @POST
    @RunOnVirtualThread
    @Operation(summary = "Open a period")
    public Response open(@PathParam("book") UUID book, @Valid OpenPeriod asked) {
        requireKeeper(book);
        if (asked.through().isBefore(asked.from())) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "A period ends on or after the day it begins.",
                    List.of(Violation.at("/through", "range-empty", "lies before from")));
        }
        return idempotency.once(
                "open-period",
                asked,
                () -> submit(book, new PeriodOpening(asked.period(), asked.from(), asked.through())));
    }

    /** Lets a period take reversals and the year's end only. */
    @POST
    @Path("/{period}/closings")
    @RunOnVirtualThread
    @Operation(summary = "Begin to close a period")
    public Response close(@PathParam("book") UUID book, @PathParam("period") String period) {
        requireKeeper(book);
        return idempotency.once("close-period", Map.of(), () -> submit(book, new PeriodClosing(known(book, period))));
    }

    /** Seals a period for ever, with one root over all balances through its last day. */
    @POST
    @Path("/{period}/seals")
    @RunOnVirtualThread
    @Operation(summary = "Seal a period")
    public Response seal(@PathParam("book") UUID book, @PathParam("period") String period) {
        requireKeeper(book);
        return idempotency.once("seal-period", Map.of(), () -> created(seals.seal(book, known(book, period))));
    }

    /** The proof of one balance; every other stays unknown to whom it is shown. */
    @GET
    @Path("/{period}/balance-proofs")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The proof of one balance of a sealed period")
    public Response prove(
            @PathParam("book") UUID book,
            @PathParam("period") String period,
            @QueryParam("account") @Nullable String account) {
        if (!access.seesAgreement(LedgerOperation.PROVE_BALANCE, book) || !books.isOpen(book)) {
            throw Access.notFound();
        }
        AccountKey key = account(account);
        ReadScope scope = access.reads(LedgerOperation.PROVE_BALANCE);
        if (!scope.sees(key.holder())) {
            throw Access.notFound();
        }
        byte[] proof = CanonicalJson.write(
                seals.proof(book, known(book, period), key.code()).toJson());
        reads.note(
                new ReadLog.What(book, "BALANCE_PROOF", "json", "account=" + key.code() + "&period=" + period, 0), 1);
        return Response.ok(proof).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static AccountKey account(@Nullable String code) {
        try {
            return AccountKey.of(code == null ? "" : code);
        } catch (IllegalArgumentException none) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "Name the account by its code, such as USD/ACTUAL/MD/GEN/-/CASH.",
                    List.of(Violation.at("/account", "account-code", "is no account's code")));
        }
    }

    private void requireKeeper(UUID book) {
        access.require(LedgerOperation.KEEP_PERIODS, book);
        if (!books.isOpen(book)) {
            throw Access.notFound();
        }
    }

    private String known(UUID book, String period) {
        return database.find(
                        "select code from period where book_id = ? and code = ?", row -> row.getString(1), book, period)
                .orElseThrow(Access::notFound);
    }

    private Response submit(UUID book, Command command) {
        return created(lane.submit(book, command));
    }

    private static Response created(Outcome outcome) {
        return Response.status(Response.Status.CREATED)
                .entity(Answers.recorded(outcome))
                .build();
    }
}
