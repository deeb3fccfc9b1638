package org.concord.compact.mutualaid;

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

/** Declared events over HTTP. */
@Path("/api/v1/aid-events")
@Tag(name = "Mutual aid")
public class AidEventResource {

    private final AidDesk desk;
    private final AidEvents events;
    private final AgreementRegister agreements;
    private final Access access;
    private final Idempotency idempotency;

    AidEventResource(
            AidDesk desk, AidEvents events, AgreementRegister agreements, Access access, Idempotency idempotency) {
        this.desk = desk;
        this.events = events;
        this.agreements = agreements;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Opens an event that the acting member is affected by. */
    @POST
    @Operation(
            summary = "Declare an event",
            description = "The affected member's delegate, with Concord-Member, under MUTUAL_AID.")
    public Response declare(@NotNull @Valid DeclareEvent command) {
        agreements.seenBy(access.reads(CompactOperation.READ_AID), command.agreementId());
        Caller caller = access.require(CompactOperation.CONDUCT_AID, command.agreementId());
        return idempotency.once("declare-aid-event", command, () -> {
            AidEventView view = desk.declare(command, caller);
            return Response.created(URI.create("/api/v1/aid-events/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    /** Ends an event. */
    @POST
    @Path("/{id}/endings")
    @Operation(summary = "End an event", description = "The affected member's delegate. Help under way goes on.")
    public Response end(@PathParam("id") UUID id) {
        Caller caller = access.require(CompactOperation.CONDUCT_AID, seen(id).agreementId());
        return idempotency.once(
                "end-aid-event",
                Map.of(),
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.end(id, caller))
                        .build());
    }

    /** The events of an agreement. */
    @GET
    @Operation(summary = "List an agreement's events, newest first")
    @Transactional
    public Response list(
            @QueryParam("agreement") @NotNull UUID agreement,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        agreements.seenBy(access.reads(CompactOperation.READ_AID), agreement);
        return Pages.respond(
                uri,
                NewestFirst.page(
                        cursor,
                        limit,
                        (below, count) -> events.page(agreement, below, count),
                        AidEvent::view,
                        AidEventView::id));
    }

    /** One event. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show an event")
    public AidEventView show(@PathParam("id") UUID id) {
        return seen(id).view();
    }

    private AidEvent seen(UUID id) {
        return events.findByIdOptional(id)
                .filter(event -> access.seesAgreement(CompactOperation.READ_AID, event.agreementId()))
                .orElseThrow(Access::notFound);
    }
}
