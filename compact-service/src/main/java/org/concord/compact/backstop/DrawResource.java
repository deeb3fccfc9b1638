package org.concord.compact.backstop;

import jakarta.transaction.Transactional;
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
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.concord.compact.NewestFirst;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Draws on backstop pools over HTTP. */
@Path("/api/v1/backstop-draws")
@Tag(name = "Backstop pools")
public class DrawResource {

    private final BackstopDesk desk;
    private final Pools pools;
    private final Draws draws;
    private final Access access;
    private final Idempotency idempotency;

    DrawResource(BackstopDesk desk, Pools pools, Draws draws, Access access, Idempotency idempotency) {
        this.desk = desk;
        this.pools = pools;
        this.draws = draws;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Asks to draw on a pool. */
    @POST
    @Operation(summary = "Request a draw", description = "The member's treasurer, while a lapse is recorded.")
    public Response request(@NotNull @Valid RequestDraw command) {
        Caller caller = access.require(
                CompactOperation.REQUEST_DRAW, seenPool(command.poolId()).agreementId());
        return idempotency.once("request-draw", command, () -> {
            DrawView view = desk.request(command, caller);
            return Response.created(URI.create("/api/v1/backstop-draws/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    /** Approves a draw. */
    @POST
    @Path("/{id}/approvals")
    @Operation(
            summary = "Approve a draw",
            description = "The lead's treasurer or approver, freshly signed in, and never who asked for it.")
    public Response approve(@PathParam("id") UUID id) {
        return act(CompactOperation.DECIDE_DRAW, "approve-draw", id, Map.of(), caller -> desk.approve(id, caller));
    }

    /** Refuses a draw. */
    @POST
    @Path("/{id}/refusals")
    @Operation(summary = "Refuse a draw", description = "The lead's treasurer or approver, freshly signed in.")
    public Response refuse(@PathParam("id") UUID id, @NotNull @Valid RefuseDraw command) {
        return act(
                CompactOperation.DECIDE_DRAW, "refuse-draw", id, command, caller -> desk.refuse(id, command, caller));
    }

    /** Takes a draw back before it is decided. */
    @POST
    @Path("/{id}/withdrawals")
    @Operation(summary = "Take a draw back", description = "The same member's treasurer.")
    public Response takeBack(@PathParam("id") UUID id) {
        return act(CompactOperation.REQUEST_DRAW, "take-back-draw", id, Map.of(), caller -> desk.takeBack(id, caller));
    }

    /** Records a federal payment for what was drawn. */
    @POST
    @Path("/{id}/federal-payments")
    @Operation(
            summary = "Record that the federal money came after all",
            description = "The member's treasurer, or commission staff. What is covered twice has to go back.")
    public Response takeFederalPayment(@PathParam("id") UUID id, @NotNull @Valid RecordMovement command) {
        return act(
                CompactOperation.RECORD_FEDERAL_PAYMENT,
                "record-federal-payment",
                id,
                command,
                caller -> desk.takeFederalPayment(id, command, caller));
    }

    /** Records what went back to the pool. */
    @POST
    @Path("/{id}/recoveries")
    @Operation(summary = "Record a recovery", description = "The lead's treasurer, who received it.")
    public Response recover(@PathParam("id") UUID id, @NotNull @Valid RecordMovement command) {
        return act(
                CompactOperation.RECORD_RECOVERY,
                "record-recovery",
                id,
                command,
                caller -> desk.recover(id, command, caller));
    }

    /** The draws on a pool. */
    @GET
    @Operation(summary = "List a pool's draws, newest first")
    @Transactional
    public Response list(
            @QueryParam("pool") @NotNull UUID pool,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        seenPool(pool);
        return Pages.respond(
                uri, NewestFirst.page(cursor, limit, (below, count) -> draws.page(pool, below, count), DrawLine::id));
    }

    /** One draw. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a draw", description = "With every federal payment and recovery.")
    @Transactional
    public DrawView show(@PathParam("id") UUID id) {
        seenPoolOf(id);
        return draws.findById(id).view();
    }

    private Response act(
            CompactOperation operation, String name, UUID id, Object command, Function<Caller, DrawView> work) {
        Caller caller = access.require(operation, seenPoolOf(id).agreementId());
        return idempotency.once(
                name,
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(work.apply(caller))
                        .build());
    }

    private BackstopPool seenPoolOf(UUID drawId) {
        return seenPool(draws.poolOf(drawId).orElseThrow(Access::notFound));
    }

    private BackstopPool seenPool(UUID id) {
        return pools.findByIdOptional(id)
                .filter(pool -> access.seesAgreement(CompactOperation.READ_BACKSTOP, pool.agreementId()))
                .orElseThrow(Access::notFound);
    }
}
