package org.concord.ledger.transparency;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.page.Pages;
import org.concord.ledger.book.Books;
import org.concord.ledger.transparency.Journal.AccountFilter;
import org.concord.ledger.transparency.Journal.EntryFilter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A book, read. */
@Path("/api/v1/books/{book}")
@Tag(name = "journal", description = "Accounts, entries, records and doses of a book")
public class JournalResource {

    private final Books books;
    private final Journal journal;

    JournalResource(Books books, Journal journal) {
        this.books = books;
        this.journal = journal;
    }

    /** Accounts with their balances, by name. */
    @GET
    @Path("/accounts")
    @Operation(summary = "Accounts with balances")
    public Response accounts(
            @PathParam("book") UUID book,
            @QueryParam("holder") @Nullable String holder,
            @QueryParam("fund") @Nullable String fund,
            @QueryParam("basis") @Nullable String basis,
            @QueryParam("purpose") @Nullable String purpose,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        books.requireReadable(book);
        return Pages.respond(
                uri,
                journal.accounts(
                        book, new AccountFilter(holder, fund, basis, purpose, year), cursor, Pages.limit(limit)));
    }

    /** Entries with their lines, oldest first unless {@code order=desc}. */
    @GET
    @Path("/entries")
    @Operation(summary = "Entries with lines")
    public Response entries(
            @PathParam("book") UUID book,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("holder") @Nullable String holder,
            @QueryParam("order") @Nullable String order,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        books.requireReadable(book);
        return Pages.respond(
                uri,
                journal.entries(book, new EntryFilter(rule, holder, "desc".equals(order)), cursor, Pages.limit(limit)));
    }

    /** One entry. */
    @GET
    @Path("/entries/{seq}")
    @Operation(summary = "One entry")
    public EntryView entry(@PathParam("book") UUID book, @PathParam("seq") long seq) {
        books.requireReadable(book);
        return journal.entry(book, seq).orElseThrow(Access::notFound);
    }

    /** One record, byte for byte as it was stored: what a proof will speak of. */
    @GET
    @Path("/records/{seq}")
    @Operation(summary = "The canonical bytes of a record")
    public Response record(@PathParam("book") UUID book, @PathParam("seq") long seq) {
        books.requireReadable(book);
        byte[] bytes = journal.record(book, seq).orElseThrow(Access::notFound);
        return Response.ok(bytes, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** Doses by member. */
    @GET
    @Path("/goods")
    @Operation(summary = "Where the doses stand")
    public GoodsView goods(@PathParam("book") UUID book, @QueryParam("award") @Nullable UUID award) {
        books.requireReadable(book);
        return journal.goods(book, award);
    }
}
