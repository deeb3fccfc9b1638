package org.concord.ledger.proof;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concord.kit.access.Access;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.ledger.book.Books;
import org.concord.verifier.merkle.Tile;
import org.concord.verifier.note.VerifierKey;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A book as a transparency log (C2SP tlog-tiles). Checkpoints, hash tiles and consistency proofs are open to everyone;
 * entries to those who may read the book.
 */
@Path("/api/v1/books/{book}/tlog")
@Tag(name = "tlog", description = "Checkpoints, tiles and proofs, by which the book is checked without trust in it")
public class TlogResource {

    /** A tile never changes, nor does a checkpoint of a size. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** Entries neither, but not everyone may have them. */
    private static final String FOR_EVER_MINE = "private, max-age=31536000, immutable";

    private final Books books;
    private final Proofs proofs;
    private final SigningKeys keys;

    TlogResource(Books books, Proofs proofs, SigningKeys keys) {
        this.books = books;
        this.proofs = proofs;
        this.keys = keys;
    }

    /** The newest checkpoint, with its cosignatures. Never cached: an old one would hide what came since. */
    @GET
    @Path("/checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The newest checkpoint")
    public Response checkpoint(@PathParam("book") UUID book) {
        return text(proofs.latest(book).note().format(), "no-store");
    }

    /** The newest checkpoint that a quorum of the members' witnesses has cosigned. */
    @GET
    @Path("/cosigned-checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The newest checkpoint that a quorum of witnesses has cosigned")
    public Response cosigned(@PathParam("book") UUID book) {
        return text(proofs.cosigned(book).note().format(), "no-store");
    }

    /** The checkpoint of a size that was signed. */
    @GET
    @Path("/checkpoints/{size}")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The checkpoint of a size")
    public Response checkpoint(@PathParam("book") UUID book, @PathParam("size") long size) {
        // Cosignatures may still come in.
        return text(proofs.checkpoint(book, Optional.of(size)).note().format(), "no-store");
    }

    /** A hash tile or an entry bundle, by its path below {@code tile/}. */
    @GET
    @Path("/tile/{tile:.+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "A tile of hashes or of entries")
    public Response tile(@PathParam("book") UUID book, @PathParam("tile") String path) {
        Tile tile = parse("tile/" + path);
        boolean entries = tile.level() == Tile.ENTRIES;
        if (entries) {
            books.requireReadable(book);
        }
        return Response.ok(proofs.tile(book, tile), MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, entries ? FOR_EVER_MINE : FOR_EVER)
                .build();
    }

    private static Tile parse(String path) {
        try {
            return Tile.parse(path);
        } catch (IllegalArgumentException none) {
            throw Access.notFound();
        }
    }

    /** The proof that a record stands in the book, under the newest checkpoint or that of a signed size. */
    @GET
    @Path("/proofs/{seq}")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The inclusion proof of a record, as a tlog-proof file")
    public Response inclusion(
            @PathParam("book") UUID book, @PathParam("seq") long seq, @QueryParam("size") @Nullable Long size) {
        return text(proofs.inclusion(book, seq, Optional.ofNullable(size)).format(), "no-store");
    }

    /** The proof that an older tree grew into a newer one: one hash in base64 to a line. */
    @GET
    @Path("/consistency")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The consistency proof between two sizes")
    public Response consistency(
            @PathParam("book") UUID book,
            @QueryParam("from") @Nullable Long from,
            @QueryParam("to") @Nullable Long to) {
        if (from == null) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "Name the size of the tree that you know.",
                    List.of(Violation.at("/from", "required", "the size of the older checkpoint")));
        }
        String lines = proofs.consistency(book, from, Optional.ofNullable(to)).stream()
                .map(hash -> Base64.getEncoder().encodeToString(hash) + "\n")
                .collect(Collectors.joining());
        return text(lines, "no-store");
    }

    /** The log's name and keys as this server has them; who verifies takes them from elsewhere. */
    @GET
    @Path("/keys")
    @Operation(summary = "Origin and verifier keys, for convenience")
    public KeysView keys(@PathParam("book") UUID book) {
        String origin = proofs.latest(book).checkpoint().origin();
        List<String> signing = keys.signing(origin).stream()
                .map(key -> key.verifier().toString())
                .toList();
        List<String> all =
                keys.verifying(origin).stream().map(VerifierKey::toString).toList();
        return new KeysView(
                origin,
                signing,
                all.stream().filter(key -> !signing.contains(key)).toList());
    }

    private static Response text(String body, String caching) {
        return Response.ok(body, "text/plain; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .build();
    }
}
