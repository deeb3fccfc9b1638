package org.concord.ledger.transparency;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.ledger.book.Books;
import org.concord.ledger.reading.ListResource;
import org.concord.ledger.reading.Moments.Wanted;
import org.concord.ledger.reading.Query;
import org.concord.ledger.reading.ReadLog;
import org.concord.ledger.reading.Tables;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A book, read. */
@Path("/api/v1/books/{book}")
@Tag(name = "journal", description = "Accounts, entries, records and doses of a book, as of any moment")
public class JournalResource extends ListResource {

    private final Books books;
    private final Journal journal;
    private final ReadLog reads;
    private final RoutingContext request;

    JournalResource(Books books, Journal journal, ReadLog reads, Tables tables, RoutingContext request) {
        super(reads, tables);
        this.books = books;
        this.journal = journal;
        this.reads = reads;
        this.request = request;
    }

    /** Accounts with their balances, by name. */
    @GET
    @Path("/accounts")
    @Produces({MediaType.APPLICATION_JSON, CSV, PARQUET})
    @Operation(summary = "Accounts with balances and floors, as of any sequence or instant")
    @Parameter(name = "account", in = ParameterIn.QUERY, description = "Code of one account")
    @Parameter(name = "holder", in = ParameterIn.QUERY)
    @Parameter(name = "fund", in = ParameterIn.QUERY)
    @Parameter(name = "basis", in = ParameterIn.QUERY)
    @Parameter(name = "purpose", in = ParameterIn.QUERY)
    @Parameter(name = "year", in = ParameterIn.QUERY, description = "Appropriation year")
    @Parameter(name = "asOfSeq", in = ParameterIn.QUERY, description = "As of this sequence")
    @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "As of this instant")
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "json, csv or parquet; also by Accept")
    public Response accounts(@PathParam("book") UUID book, @Context UriInfo uri, @Context HttpHeaders headers) {
        books.requireReadable(book);
        Query query = new Query(uri.getQueryParameters(), EntryFilter.Accounts.NAMES);
        return answer(book, query, journal.accounts(book, query), uri, headers, request);
    }

    /** Entries with their lines, oldest first unless {@code order=desc}. */
    @GET
    @Path("/entries")
    @Produces({MediaType.APPLICATION_JSON, CSV, PARQUET})
    @Operation(summary = "Entries with lines, as of any sequence or instant; as a table, one row per line")
    @Parameter(name = "rule", in = ParameterIn.QUERY, description = "Posting rule")
    @Parameter(name = "account", in = ParameterIn.QUERY, description = "Code of one account")
    @Parameter(name = "holder", in = ParameterIn.QUERY)
    @Parameter(name = "fund", in = ParameterIn.QUERY)
    @Parameter(name = "basis", in = ParameterIn.QUERY)
    @Parameter(name = "purpose", in = ParameterIn.QUERY)
    @Parameter(name = "year", in = ParameterIn.QUERY, description = "Appropriation year")
    @Parameter(name = "orderId", in = ParameterIn.QUERY)
    @Parameter(name = "awardId", in = ParameterIn.QUERY)
    @Parameter(name = "counterparty", in = ParameterIn.QUERY)
    @Parameter(name = "document", in = ParameterIn.QUERY, description = "Code of the outside document")
    @Parameter(name = "minAmount", in = ParameterIn.QUERY, description = "Of one line, in cents or doses")
    @Parameter(name = "maxAmount", in = ParameterIn.QUERY, description = "Of one line, in cents or doses")
    @Parameter(name = "effectiveFrom", in = ParameterIn.QUERY, description = "Legal date, included")
    @Parameter(name = "effectiveThrough", in = ParameterIn.QUERY, description = "Legal date, included")
    @Parameter(name = "recordedFrom", in = ParameterIn.QUERY, description = "Instant, included")
    @Parameter(name = "recordedThrough", in = ParameterIn.QUERY, description = "Instant, included")
    @Parameter(name = "fromSeq", in = ParameterIn.QUERY, description = "Sequence, included")
    @Parameter(name = "throughSeq", in = ParameterIn.QUERY, description = "Sequence, included")
    @Parameter(name = "order", in = ParameterIn.QUERY, description = "asc or desc, by sequence")
    @Parameter(name = "asOfSeq", in = ParameterIn.QUERY, description = "As of this sequence")
    @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "As of this instant")
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "json, csv or parquet; also by Accept")
    public Response entries(@PathParam("book") UUID book, @Context UriInfo uri, @Context HttpHeaders headers) {
        books.requireReadable(book);
        Query query = EntryFilter.query(uri.getQueryParameters());
        return answer(book, query, journal.entries(book, query), uri, headers, request);
    }

    /** The statement of one account: what it held, each line with the balance after it, and what it held then. */
    @GET
    @Path("/account-statements")
    @Produces({MediaType.APPLICATION_JSON, CSV, PARQUET})
    @Operation(summary = "The statement of one account, as of any sequence or instant")
    @Parameter(name = "account", in = ParameterIn.QUERY, required = true, description = "Code of the account")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "First legal date")
    @Parameter(name = "through", in = ParameterIn.QUERY, description = "Last legal date")
    @Parameter(name = "asOfSeq", in = ParameterIn.QUERY, description = "As of this sequence")
    @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "As of this instant")
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "json, csv or parquet; also by Accept")
    public Response statement(@PathParam("book") UUID book, @Context UriInfo uri, @Context HttpHeaders headers) {
        books.requireReadable(book);
        Query query = AccountStatement.query(uri.getQueryParameters());
        return answer(book, query, journal.statement(book, query), uri, headers, request);
    }

    /** One entry; as of a moment at which nothing had reversed it, it shows no reversal. */
    @GET
    @Path("/entries/{seq}")
    @Operation(summary = "One entry")
    @Parameter(name = "asOfSeq", in = ParameterIn.QUERY, description = "As of this sequence")
    @Parameter(name = "asOf", in = ParameterIn.QUERY, description = "As of this instant")
    public Response entry(@PathParam("book") UUID book, @PathParam("seq") long seq, @Context UriInfo uri) {
        books.requireReadable(book);
        Query query = new Query(uri.getQueryParameters(), Set.of());
        Wanted wanted = Wanted.of(query);
        query.check();
        Journal.Found<EntryView> found = journal.entry(book, seq, wanted).orElseThrow(Access::notFound);
        return one(book, "ENTRY", "seq=" + seq, found.seq(), found.value());
    }

    /** One record, byte for byte as it was stored: what a proof speaks of. */
    @GET
    @Path("/records/{seq}")
    @Operation(summary = "The canonical bytes of a record")
    public Response record(@PathParam("book") UUID book, @PathParam("seq") long seq) {
        books.requireReadable(book);
        byte[] bytes = journal.record(book, seq).orElseThrow(Access::notFound);
        reads.note(new ReadLog.What(book, "RECORD", "json", "seq=" + seq, seq), 1);
        return Response.ok(bytes, MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** Doses by member. */
    @GET
    @Path("/goods")
    @Operation(summary = "Where the doses stand")
    public GoodsView goods(@PathParam("book") UUID book, @QueryParam("award") @Nullable UUID award) {
        books.requireReadable(book);
        GoodsView goods = journal.goods(book, award);
        reads.note(
                new ReadLog.What(book, "GOODS", "json", award == null ? "" : "award=" + award, goods.asOfSeq()),
                goods.members().size());
        return goods;
    }
}
