package org.concord.ledger.keeping;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.ledger.book.Lane;
import org.concord.ledger.policy.LedgerOperation;
import org.concord.ledger.posting.Reversal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers a mistake by an entry that shows. */
@Path("/api/v1/books/{book}/entries/{seq}/reversals")
@Tag(name = "reversals", description = "The same lines with the sides exchanged; once for each entry")
public class ReversalResource {

    private final Access access;
    private final Holders holders;
    private final Idempotency idempotency;
    private final Lane lane;

    ReversalResource(Access access, Holders holders, Idempotency idempotency, Lane lane) {
        this.access = access;
        this.holders = holders;
        this.idempotency = idempotency;
        this.lane = lane;
    }

    /**
     * Why and when.
     *
     * @param reason as a code; it stands in the record, which holds no free text
     * @param effectiveOn the legal date of the reversal
     */
    public record ReverseEntry(
            @NotNull @Pattern(regexp = Reversal.REASON_FORM) String reason,
            @NotNull LocalDate effectiveOn) {}

    /** Reverses an entry. */
    @POST
    @RunOnVirtualThread
    @Operation(summary = "Reverse an entry")
    public Response reverse(@PathParam("book") UUID book, @PathParam("seq") long seq, @Valid ReverseEntry asked) {
        Caller caller = access.require(LedgerOperation.REVERSE, book);
        holders.requireEntry(book, seq, caller);
        return idempotency.once("reverse-entry", asked, () -> {
            Answers.Recorded reversal =
                    Answers.recorded(lane.submit(book, new Reversal(seq, asked.reason(), asked.effectiveOn())));
            return Response.created(URI.create("/api/v1/books/" + book + "/entries/" + reversal.seq()))
                    .entity(reversal)
                    .build();
        });
    }
}
