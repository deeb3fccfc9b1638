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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.concord.compact.NewestFirst;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Withdrawals of members over HTTP. */
@Path("/api/v1/agreements/{agreement}/withdrawals")
@Tag(name = "Withdrawals")
public class WithdrawalResource {

    private final WithdrawalDesk desk;
    private final Withdrawals withdrawals;
    private final AgreementRegister agreements;
    private final Access access;
    private final Idempotency idempotency;

    WithdrawalResource(
            WithdrawalDesk desk,
            Withdrawals withdrawals,
            AgreementRegister agreements,
            Access access,
            Idempotency idempotency) {
        this.desk = desk;
        this.withdrawals = withdrawals;
        this.agreements = agreements;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Record that a member begins to leave. */
    @POST
    @Operation(
            summary = "Record that a member begins to leave",
            description = "Commission staff. The notices that fall due are kept with it.")
    public Response begin(@PathParam("agreement") UUID agreement, @NotNull @Valid BeginWithdrawal command) {
        Caller caller = access.require(CompactOperation.RECORD_WITHDRAWAL);
        return idempotency.once("begin-withdrawal", command, () -> {
            WithdrawalView view = desk.begin(agreement, command, caller.subject());
            return Response.created(URI.create("/api/v1/agreements/" + agreement + "/withdrawals/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    /** Record the next step of a member's leaving. */
    @POST
    @Path("/{id}/steps")
    @Operation(
            summary = "Record the next step of a member's leaving",
            description = "Commission staff. A withdrawal shorter than its notice is refused.")
    public Response take(
            @PathParam("agreement") UUID agreement, @PathParam("id") UUID id, @NotNull @Valid WithdrawalStep step) {
        Caller caller = access.require(CompactOperation.RECORD_WITHDRAWAL);
        return idempotency.once(
                "take-withdrawal-step",
                step,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.take(agreement, id, step, caller.subject()))
                        .build());
    }

    /** All of an agreement's. */
    @GET
    @Operation(summary = "List an agreement's withdrawals, newest first")
    public Response list(
            @PathParam("agreement") UUID agreement,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        int size = Pages.limit(limit);
        requireSeen(agreement);
        List<WithdrawalView> found = withdrawals.page(agreement, NewestFirst.below(cursor), size + 1).stream()
                .map(Withdrawal::view)
                .toList();
        return Pages.respond(uri, Page.of(found, size, NewestFirst.after(WithdrawalView::id)));
    }

    /** One. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a withdrawal")
    public WithdrawalView show(@PathParam("agreement") UUID agreement, @PathParam("id") UUID id) {
        requireSeen(agreement);
        return withdrawals.inAgreement(agreement, id).map(Withdrawal::view).orElseThrow(Access::notFound);
    }

    private void requireSeen(UUID agreement) {
        agreements.seenBy(access.reads(CompactOperation.READ_AGREEMENTS), agreement);
    }
}
