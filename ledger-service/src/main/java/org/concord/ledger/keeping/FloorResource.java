package org.concord.ledger.keeping;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.ledger.book.AccountKey;
import org.concord.ledger.book.CommandKey;
import org.concord.ledger.book.FloorChange;
import org.concord.ledger.book.Lane;
import org.concord.ledger.book.Sha256;
import org.concord.ledger.policy.LedgerOperation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The least that accounts may hold. */
@Path("/api/v1/books/{book}/floors")
@Tag(name = "floors", description = "The least that an account may hold; each change is a record of the book")
public class FloorResource {

    /** The rule under which a floor is changed. */
    private static final String RULE = "FLOOR_CHANGED";

    private static final long MOST = (1L << 53) - 1;

    private final Access access;
    private final Idempotency idempotency;
    private final Lane lane;

    FloorResource(Access access, Idempotency idempotency, Lane lane) {
        this.access = access;
        this.idempotency = idempotency;
        this.lane = lane;
    }

    /**
     * Another floor.
     *
     * @param account the account's code
     * @param floor the least that it may hold on its normal side, in cents or doses; absent for none
     */
    public record ChangeFloor(
            @NotNull String account,
            @Min(-MOST) @Max(MOST) @Nullable Long floor) {}

    /** Gives an account another floor; refused when it already holds less. */
    @POST
    @RunOnVirtualThread
    @Operation(summary = "Change an account's floor")
    public Response change(
            @PathParam("book") UUID book,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid ChangeFloor asked) {
        Caller caller = access.require(LedgerOperation.SET_FLOOR, book);
        AccountKey account = account(asked.account());
        Holders.requireAccount(account, caller);
        return idempotency.once(
                "change-floor",
                asked,
                () -> Response.status(Response.Status.CREATED)
                        .entity(Answers.recorded(lane.submit(
                                book, new FloorChange(command(caller, String.valueOf(key)), account, asked.floor()))))
                        .build());
    }

    private static AccountKey account(String code) {
        try {
            return AccountKey.of(code);
        } catch (IllegalArgumentException none) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "Name the account by its code.",
                    List.of(Violation.at("/account", "account-code", "is no account's code")));
        }
    }

    /** The same request of the same caller is the same command, also when its answer was lost. */
    private static CommandKey command(Caller caller, String key) {
        String request = caller.subject() + "\n" + caller.actingFor().orElse("-") + "\n" + key;
        return new CommandKey(CommandKey.REQUEST, Sha256.hex(request), RULE);
    }
}
