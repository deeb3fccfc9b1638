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
import java.util.UUID;
import org.concord.compact.NewestFirst;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Requests for help over HTTP. */
@Path("/api/v1/aid-requests")
@Tag(name = "Mutual aid")
public class AidRequestResource {

    private final AidDesk desk;
    private final AidEvents events;
    private final AidRequests requests;
    private final Access access;
    private final Idempotency idempotency;

    AidRequestResource(AidDesk desk, AidEvents events, AidRequests requests, Access access, Idempotency idempotency) {
        this.desk = desk;
        this.events = events;
        this.requests = requests;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Asks for help in an event of the acting member. */
    @POST
    @Operation(summary = "Request help", description = "The affected member's delegate, while the event lasts.")
    public Response request(@NotNull @Valid RequestAid command) {
        Caller caller = access.require(
                CompactOperation.CONDUCT_AID, seenEvent(command.eventId()).agreementId());
        return idempotency.once("request-aid", command, () -> {
            AidRequestView view = desk.request(command, caller);
            return Response.created(URI.create("/api/v1/aid-requests/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    /** The requests of an event. */
    @GET
    @Operation(summary = "List an event's requests, newest first")
    @Transactional
    public Response list(
            @QueryParam("event") @NotNull UUID event,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        seenEvent(event);
        return Pages.respond(
                uri,
                NewestFirst.page(
                        cursor,
                        limit,
                        (below, count) -> requests.page(event, below, count),
                        AidRequest::view,
                        AidRequestView::id));
    }

    /** One request. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a request")
    @Transactional
    public AidRequestView show(@PathParam("id") UUID id) {
        AidRequest request = requests.findByIdOptional(id).orElseThrow(Access::notFound);
        seenEvent(request.eventId());
        return request.view();
    }

    private AidEvent seenEvent(UUID id) {
        return events.findByIdOptional(id)
                .filter(event -> access.seesAgreement(CompactOperation.READ_AID, event.agreementId()))
                .orElseThrow(Access::notFound);
    }
}
