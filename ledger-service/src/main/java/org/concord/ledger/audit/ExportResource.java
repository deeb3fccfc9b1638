package org.concord.ledger.audit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.problem.ProblemException;
import org.concord.ledger.book.Books;
import org.concord.ledger.reading.ReadLog;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PathPart;
import org.jspecify.annotations.Nullable;

/** Bundles of whole books: asked for, made in the background, downloaded. Open to all who may read the book. */
@Path("/api/v1/books/{book}/exports")
@Tag(name = "exports", description = "The whole book as one file that is verified offline")
public class ExportResource {

    /** More than anyone looks through; older ones have expired. */
    private static final int SHOWN = 100;

    private static final String ZIP = "application/zip";

    private final Books books;
    private final Access access;
    private final Idempotency idempotency;
    private final Exports exports;
    private final ReadLog reads;

    ExportResource(Books books, Access access, Idempotency idempotency, Exports exports, ReadLog reads) {
        this.books = books;
        this.access = access;
        this.idempotency = idempotency;
        this.exports = exports;
        this.reads = reads;
    }

    /** Asks for the bundle of the book as of its newest checkpoint; one at a time is made of each book. */
    @POST
    @Operation(summary = "Ask for a bundle of the book")
    public Response request(@PathParam("book") UUID book) {
        books.requireReadable(book);
        return idempotency.once("export-book", Map.of(), () -> {
            ExportView export = exports.request(book, access.caller());
            return Response.accepted(export)
                    .location(URI.create("/api/v1/books/" + book + "/exports/" + export.exportId()))
                    .build();
        });
    }

    /** The newest exports of the book. */
    @GET
    @Operation(summary = "The newest exports of the book")
    public List<ExportView> list(@PathParam("book") UUID book) {
        books.requireReadable(book);
        return exports.newest(book, SHOWN);
    }

    /** How far an export is. */
    @GET
    @Path("/{export}")
    @Operation(summary = "How far an export is")
    public ExportView get(@PathParam("book") UUID book, @PathParam("export") UUID export) {
        books.requireReadable(book);
        return exports.find(book, export).orElseThrow(Access::notFound);
    }

    /** The bundle, or a part of it: a download that broke off goes on where it was. */
    @GET
    @Path("/{export}/bundle")
    @Produces(ZIP)
    @Operation(summary = "Download the bundle, in one piece or in many")
    public Response bundle(
            @PathParam("book") UUID book,
            @PathParam("export") UUID id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        books.requireReadable(book);
        ExportView export = exports.find(book, id).orElseThrow(Access::notFound);
        long length = requireReady(export);
        String tag = "\"" + export.sha256() + "\"";
        if (tag.equals(ifNoneMatch)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        Optional<ByteRange> part = part(ifRange == null || ifRange.equals(tag) ? range : null, length);
        reads.note(
                new ReadLog.What(
                        book,
                        "BUNDLE",
                        "zip",
                        "export=" + id
                                + part.map(some -> "&range=" + some.from() + "-" + some.through())
                                        .orElse(""),
                        export.size() - 1),
                export.size());
        java.nio.file.Path file = exports.file(id);
        Response.ResponseBuilder answer = part.map(some -> Response.status(Response.Status.PARTIAL_CONTENT)
                        .entity(new PathPart(file, some.from(), some.length()))
                        .header("Content-Range", "bytes " + some.from() + "-" + some.through() + "/" + length))
                .orElseGet(() -> Response.ok(new PathPart(file, 0, length)));
        return answer.type(ZIP)
                .header(HttpHeaders.ETAG, tag)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"book-%s-%d.zip\"".formatted(book, export.size()))
                .build();
    }

    private static Optional<ByteRange> part(@Nullable String range, long length) {
        try {
            return ByteRange.of(range, length);
        } catch (ByteRange.Unsatisfiable outside) {
            throw new ProblemException(ExportProblem.RANGE_UNSATISFIABLE, "It has " + length + " bytes.")
                    .with("bytes", length);
        }
    }

    private long requireReady(ExportView export) {
        Long length = export.bytes();
        if (export.status().equals("EXPIRED")) {
            throw new ProblemException(ExportProblem.EXPORT_GONE, "Ask for a new one.");
        }
        if (length == null || !export.status().equals("READY")) {
            throw new ProblemException(
                    ExportProblem.EXPORT_NOT_READY,
                    export.written() + " of " + export.size() + " leaves are written; the export is " + export.status()
                            + ".");
        }
        if (!Files.exists(exports.file(export.exportId()))) {
            throw new ProblemException(ExportProblem.EXPORT_ELSEWHERE, "Ask again, or ask for a new one.");
        }
        return length;
    }
}
