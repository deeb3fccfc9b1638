package org.concord.ledger.book;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The books. */
@Path("/api/v1/books")
@Tag(name = "books", description = "One ledger per agreement; open to auditors, staff and the agreement's members")
public class BookResource {

    private final Books books;

    BookResource(Books books) {
        this.books = books;
    }

    /** The books that the caller may read, by code. */
    @GET
    @Operation(summary = "Books that you may read")
    public Response list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        return Pages.respond(uri, books.page(cursor, Pages.limit(limit)));
    }

    /** One book; its id is its agreement's. */
    @GET
    @Path("/{book}")
    @Operation(summary = "One book with its head sequence")
    public BookView get(@PathParam("book") UUID book) {
        return books.view(book);
    }
}
