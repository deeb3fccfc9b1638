package org.concord.ledger.reading;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.ledger.book.Books;
import org.concord.ledger.policy.LedgerOperation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who read what of a book. */
@Path("/api/v1/books/{book}/reads")
@Tag(name = "reads", description = "Who read what of a book, for its auditors")
public class ReadsResource extends ListResource {

    private final Books books;
    private final Access access;
    private final Snapshots snapshots;
    private final Moments moments;
    private final RoutingContext request;

    ReadsResource(
            Books books,
            Access access,
            Snapshots snapshots,
            Moments moments,
            ReadLog reads,
            Tables tables,
            RoutingContext request) {
        super(reads, tables);
        this.books = books;
        this.access = access;
        this.snapshots = snapshots;
        this.moments = moments;
        this.request = request;
    }

    /** Reads, newest first; this one is noted too. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV, PARQUET})
    @Operation(summary = "Who read what of the book")
    @Parameter(name = "subject", in = ParameterIn.QUERY)
    @Parameter(name = "username", in = ParameterIn.QUERY)
    @Parameter(name = "member", in = ParameterIn.QUERY, description = "Acted for")
    @Parameter(name = "operation", in = ParameterIn.QUERY, description = "Such as ENTRIES")
    @Parameter(name = "readFrom", in = ParameterIn.QUERY, description = "Instant, included")
    @Parameter(name = "readThrough", in = ParameterIn.QUERY, description = "Instant, included")
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 500")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "json, csv or parquet; also by Accept")
    public Response list(@PathParam("book") UUID book, @Context UriInfo uri, @Context HttpHeaders headers) {
        access.require(LedgerOperation.READ_ACCESS_LOG, book);
        if (!books.isOpen(book)) {
            throw Access.notFound();
        }
        Query query = ReadSearch.query(uri.getQueryParameters());
        return answer(book, query, new ReadSearch(book, query, snapshots, moments), uri, headers, request);
    }
}
