package org.concord.ledger.reading;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * How a list of a book is answered: a page as JSON, or all that the filter shows as CSV or Parquet, chosen by
 * {@code format} or by {@code Accept}; with the sequence that it is true at, and noted before it leaves.
 */
public abstract class ListResource {

    /** Says which sequence an answer is true at, where the body has no place for it. */
    public static final String AS_OF_SEQ = "Concord-As-Of-Seq";

    /** RFC 4180, RFC 7111. */
    protected static final String CSV = "text/csv";

    /** As registered with IANA. */
    protected static final String PARQUET = "application/vnd.apache.parquet";

    private final ReadLog reads;
    private final Tables tables;

    /** What every list needs. */
    protected ListResource(ReadLog reads, Tables tables) {
        this.reads = reads;
        this.tables = tables;
    }

    /** Answers with a page or with the whole table. */
    protected final Response answer(
            UUID book, Query query, Listing<?> listing, UriInfo uri, HttpHeaders headers, RoutingContext request) {
        Format format = format(query, headers);
        return format == Format.JSON ? page(book, query, listing, uri) : table(book, query, listing, format, request);
    }

    /** Notes the read of a single thing, and gives it. */
    protected final Response one(UUID book, String operation, String filter, long asOfSeq, Object entity) {
        reads.note(new ReadLog.What(book, operation, "json", filter, asOfSeq), 1);
        return Response.ok(entity).header(AS_OF_SEQ, asOfSeq).build();
    }

    private Response page(UUID book, Query query, Listing<?> listing, UriInfo uri) {
        Listing.Listed page = listing.page();
        reads.note(
                new ReadLog.What(book, listing.operation(), "json", query.asked(), page.asOfSeq()),
                page.items().size());
        return continued(Response.ok(page), page.next(), uri)
                .header(AS_OF_SEQ, page.asOfSeq())
                .build();
    }

    /** With a {@code Link} to the next page where there is one (RFC 8288). */
    protected static Response.ResponseBuilder continued(
            Response.ResponseBuilder answer, @Nullable String next, UriInfo uri) {
        return next == null
                ? answer
                : answer.links(Link.fromUriBuilder(uri.getRequestUriBuilder().replaceQueryParam("cursor", next))
                        .rel("next")
                        .build());
    }

    private <R> Response table(UUID book, Query query, Listing<R> listing, Format format, RoutingContext request) {
        long moment = listing.moment();
        Tables.Place place = tables.take();
        ReadLog.Stream stream;
        try {
            stream = reads.begin(new ReadLog.What(book, listing.operation(), format.name, query.asked(), moment));
        } catch (ProblemException refused) {
            place.close();
            throw refused;
        }
        StreamingOutput body = to -> {
            try (place) {
                stream.ended(tables.write(listing, format.name, moment, to));
            } catch (RuntimeException broken) {
                // The status is sent: only a broken connection can still say that the table is not whole.
                request.request().connection().close();
                throw broken;
            }
        };
        return Response.ok(body, MediaType.valueOf(format.type))
                .header(AS_OF_SEQ, moment)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%s-%d.%s\""
                                .formatted(listing.sheet().name(), book, moment, format.name))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private enum Format {
        JSON("json", MediaType.APPLICATION_JSON),
        CSV_TABLE("csv", CSV + ";charset=utf-8"),
        PARQUET_TABLE("parquet", PARQUET);

        private final String name;
        private final String type;

        Format(String name, String type) {
            this.name = name;
            this.type = type;
        }
    }

    private static Format format(Query query, HttpHeaders headers) {
        Format named = query.read("format", "one of json, csv, parquet", ListResource::named);
        query.check();
        if (named != null) {
            return named;
        }
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            for (Format format : Format.values()) {
                if (accepted.isCompatible(MediaType.valueOf(format.type))) {
                    return format;
                }
            }
        }
        throw new NotAcceptableException();
    }

    private static Format named(String name) {
        for (Format format : Format.values()) {
            if (format.name.equals(name)) {
                return format;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
