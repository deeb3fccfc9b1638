package org.concord.ledger.voucher;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.concord.ledger.book.Lane;
import org.concord.ledger.book.Outcome;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One journal voucher. */
@Path("/api/v1/books/{book}/entries")
@Tag(name = "vouchers", description = "Entries of one's own bookkeeping, line by line, alone or in bulk")
public class VoucherResource {

    private final VoucherDesk desk;
    private final Lane lane;

    VoucherResource(VoucherDesk desk, Lane lane) {
        this.desk = desk;
        this.lane = lane;
    }

    /**
     * Posts one entry. The answer is given when it is durable and a leaf of the book's tree; a repetition under the same
     * key waits for the first and gets its answer.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(summary = "Post one entry")
    public Response post(
            @PathParam("book") UUID book, @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        VoucherDesk.Window window = desk.open(book);
        VoucherReader.Read read = VoucherReader.one(body);
        return answer(book, lane.submit(book, window.command(read, key, "")));
    }

    private static Response answer(UUID book, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Posted posted -> {
                // A relative reference (RFC 9110, 10.2.2): who is called through the gateway does not know its own
                // name.
                Response.ResponseBuilder response = Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, "/api/v1/books/" + book + "/entries/" + posted.seq())
                        .entity(new PostedVoucher(posted.seq(), posted.entryId()));
                yield (posted.repeated() ? response.header("Idempotency-Replayed", "true") : response).build();
            }
            case Outcome.Refused refused -> throw VoucherRefusals.of(refused, "");
            case Outcome.Noted _, Outcome.Withdrawn _ ->
                throw new IllegalStateException("a voucher is an entry, not " + outcome);
        };
    }
}
