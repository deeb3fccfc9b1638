package org.concord.compact.agreement.exit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.ProceedingResource;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.idempotency.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Withdrawals of members over HTTP. */
@Path("/api/v1/agreements/{agreement}/withdrawals")
@Tag(name = "Withdrawals")
public class WithdrawalResource extends ProceedingResource<Withdrawal, WithdrawalView> {

    private final WithdrawalDesk desk;

    WithdrawalResource(
            WithdrawalDesk desk,
            Withdrawals withdrawals,
            AgreementRegister agreements,
            Access access,
            Idempotency idempotency) {
        super("withdrawals", withdrawals, Withdrawal::view, agreements, access, idempotency);
        this.desk = desk;
    }

    /** Record that a member begins to leave. */
    @POST
    @Operation(
            summary = "Record that a member begins to leave",
            description = "Commission staff. The notices that fall due are kept with it.")
    public Response begin(@PathParam("agreement") UUID agreement, @NotNull @Valid BeginWithdrawal command) {
        return begun(
                CompactOperation.RECORD_WITHDRAWAL,
                "begin-withdrawal",
                command,
                by -> desk.begin(agreement, command, by));
    }

    /** Record the next step of a member's leaving. */
    @POST
    @Path("/{id}/steps")
    @Operation(
            summary = "Record the next step of a member's leaving",
            description = "Commission staff. A withdrawal shorter than its notice is refused.")
    public Response take(
            @PathParam("agreement") UUID agreement, @PathParam("id") UUID id, @NotNull @Valid WithdrawalStep step) {
        return recorded(
                CompactOperation.RECORD_WITHDRAWAL,
                "take-withdrawal-step",
                step,
                by -> desk.take(agreement, id, step, by));
    }

    /** All of an agreement's. */
    @GET
    @Operation(summary = "List an agreement's withdrawals, newest first")
    public Response list(
            @PathParam("agreement") UUID agreement,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        return listed(agreement, cursor, limit, uri);
    }

    /** One. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a withdrawal")
    public WithdrawalView show(@PathParam("agreement") UUID agreement, @PathParam("id") UUID id) {
        return one(agreement, id);
    }
}
