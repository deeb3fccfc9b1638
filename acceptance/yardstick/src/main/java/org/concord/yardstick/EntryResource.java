package org.concord.yardstick;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The ledger's door for one voucher. */
@Path("/api/v1/books/{book}/entries")
public class EntryResource {

    private final Access access;
    private final Journal journal;

    EntryResource(Access access, Journal journal) {
        this.access = access;
        this.journal = journal;
    }

    /** Posts one entry in a transaction of its own. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response post(
            @PathParam("book") UUID book, @HeaderParam("Idempotency-Key") @Nullable String key, Voucher voucher) {
        Caller caller = access.require(YardstickOperation.POST_VOUCHER, book);
        if (key == null || key.isBlank() || key.length() > 64) {
            throw new ProblemException(KitProblem.IDEMPOTENCY_KEY_MISSING, "Make a key, such as a UUID, per voucher.");
        }
        Posted posted = journal.post(book, caller.requireMember(), key, voucher);
        var response = Response.created(URI.create("/api/v1/books/" + book + "/entries/" + posted.seq()))
                .entity(Map.of("seq", posted.seq(), "entryId", posted.entryId()));
        return (posted.repeated() ? response.header("Idempotency-Replayed", "true") : response).build();
    }
}
