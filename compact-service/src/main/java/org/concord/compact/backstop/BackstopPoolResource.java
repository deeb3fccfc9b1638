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
import java.util.UUID;
import java.util.function.Function;
import org.concord.compact.NewestFirst;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Pools, their rules and their triggers, over HTTP. */
@Path("/api/v1/backstop-pools")
@Tag(name = "Backstop pools")
public class BackstopPoolResource {

    private final BackstopDesk desk;
    private final Pools pools;
    private final AgreementRegister agreements;
    private final Access access;
    private final Idempotency idempotency;

    BackstopPoolResource(
            BackstopDesk desk, Pools pools, AgreementRegister agreements, Access access, Idempotency idempotency) {
        this.desk = desk;
        this.pools = pools;
        this.agreements = agreements;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Opens a pool. */
    @POST
    @Operation(
            summary = "Open a backstop pool",
            description = "Commission staff, under MUTUAL_AID. Its rules are fixed.")
    public Response open(@NotNull @Valid OpenPool command) {
        agreements.seenBy(access.reads(CompactOperation.READ_BACKSTOP), command.agreementId());
        Caller caller = access.require(CompactOperation.RUN_BACKSTOP, command.agreementId());
        return idempotency.once("open-backstop-pool", command, () -> {
            PoolView view = desk.open(command, caller);
            return Response.created(URI.create("/api/v1/backstop-pools/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    /** Records a lapse of the program: the pool's trigger. */
    @POST
    @Path("/{id}/lapses")
    @Operation(summary = "Record the trigger", description = "Commission staff, with what shows it.")
    public Response recordLapse(@PathParam("id") UUID id, @NotNull @Valid RecordLapse command) {
        return act("record-lapse", id, command, caller -> desk.recordLapse(id, command, caller));
    }

    /** Records that the program pays again. */
    @POST
    @Path("/{id}/restorations")
    @Operation(summary = "Record the end of a lapse", description = "Commission staff, with what shows it.")
    public Response recordRestoration(@PathParam("id") UUID id, @NotNull @Valid RecordRestoration command) {
        return act("record-restoration", id, command, caller -> desk.recordRestoration(id, command));
    }

    /** The pools of an agreement. */
    @GET
    @Operation(summary = "List an agreement's pools, newest first")
    @Transactional
    public Response list(
            @QueryParam("agreement") @NotNull UUID agreement,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        agreements.seenBy(access.reads(CompactOperation.READ_BACKSTOP), agreement);
        return Pages.respond(
                uri,
                NewestFirst.page(cursor, limit, (below, count) -> pools.page(agreement, below, count), PoolLine::id));
    }

    /** One pool. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a pool", description = "Rules, lapses, and what is outstanding.")
    @Transactional
    public PoolView show(@PathParam("id") UUID id) {
        return desk.shown(seen(id));
    }

    private Response act(String name, UUID id, Object command, Function<Caller, PoolView> work) {
        Caller caller = access.require(CompactOperation.RUN_BACKSTOP, seen(id).agreementId());
        return idempotency.once(
                name,
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(work.apply(caller))
                        .build());
    }

    private BackstopPool seen(UUID id) {
        return pools.findByIdOptional(id)
                .filter(pool -> access.seesAgreement(CompactOperation.READ_BACKSTOP, pool.agreementId()))
                .orElseThrow(Access::notFound);
    }
}
