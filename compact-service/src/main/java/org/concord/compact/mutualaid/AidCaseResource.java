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

/** Cases of aid over HTTP, from the offer to the claim. */
@Path("/api/v1/aid-cases")
@Tag(name = "Mutual aid")
public class AidCaseResource {

    private final AidDesk desk;
    private final AidEvents events;
    private final AidRequests requests;
    private final AidCases cases;
    private final Access access;
    private final Idempotency idempotency;

    AidCaseResource(
            AidDesk desk,
            AidEvents events,
            AidRequests requests,
            AidCases cases,
            Access access,
            Idempotency idempotency) {
        this.desk = desk;
        this.events = events;
        this.requests = requests;
        this.cases = cases;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Offers help for another member's request. */
    @POST
    @Operation(summary = "Offer help", description = "The assisting member's delegate. The costs are an estimate.")
    public Response offer(@NotNull @Valid OfferAid command) {
        AidEvent event = seenEventOf(command.requestId());
        Caller caller = access.require(CompactOperation.CONDUCT_AID, event.agreementId());
        return idempotency.once("offer-aid", command, () -> {
            AidCaseView view = desk.offer(command, event.id(), caller);
            return Response.created(URI.create("/api/v1/aid-cases/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    /** Signs for the acting member; with the second signature both are bound. */
    @POST
    @Path("/{id}/signatures")
    @Operation(
            summary = "Sign the agreement",
            description = "Each side's authorised representative (its delegate), freshly signed in.")
    public Response sign(@PathParam("id") UUID id) {
        return act(CompactOperation.SIGN_AID, "sign-aid", id, Map.of(), caller -> desk.sign(id, caller));
    }

    /** Takes an offer back. */
    @POST
    @Path("/{id}/withdrawals")
    @Operation(summary = "Take an offer back", description = "The assisting member's delegate, before it binds.")
    public Response takeBack(@PathParam("id") UUID id) {
        return act(CompactOperation.CONDUCT_AID, "take-back-aid", id, Map.of(), caller -> desk.takeBack(id, caller));
    }

    /** Declines an offer. */
    @POST
    @Path("/{id}/refusals")
    @Operation(summary = "Decline an offer", description = "The requesting member's delegate, before it binds.")
    public Response decline(@PathParam("id") UUID id) {
        return act(CompactOperation.CONDUCT_AID, "decline-aid", id, Map.of(), caller -> desk.decline(id, caller));
    }

    /** Orders the mission. */
    @POST
    @Path("/{id}/mission-orders")
    @Operation(summary = "Order the mission", description = "The requesting member's delegate, once both are bound.")
    public Response orderMission(@PathParam("id") UUID id, @NotNull @Valid OrderMission command) {
        return act(
                CompactOperation.CONDUCT_AID,
                "order-mission",
                id,
                command,
                caller -> desk.orderMission(id, command, caller));
    }

    /** Proposes other terms. */
    @POST
    @Path("/{id}/amendments")
    @Operation(summary = "Propose an amendment", description = "Either side's delegate, freshly signed in.")
    public Response propose(@PathParam("id") UUID id, @NotNull @Valid ProposeAmendment command) {
        return act(
                CompactOperation.SIGN_AID,
                "propose-aid-amendment",
                id,
                command,
                caller -> desk.proposeAmendment(id, command, caller));
    }

    /** Agrees to the terms proposed. */
    @POST
    @Path("/{id}/amendment-signatures")
    @Operation(summary = "Agree to an amendment", description = "The other side's delegate, freshly signed in.")
    public Response agree(@PathParam("id") UUID id) {
        return act(
                CompactOperation.SIGN_AID,
                "agree-aid-amendment",
                id,
                Map.of(),
                caller -> desk.agreeToAmendment(id, caller));
    }

    /** Drops the terms proposed. */
    @POST
    @Path("/{id}/amendment-refusals")
    @Operation(summary = "Drop an amendment", description = "Either side's delegate; the agreed terms stay.")
    public Response drop(@PathParam("id") UUID id) {
        return act(
                CompactOperation.CONDUCT_AID,
                "drop-aid-amendment",
                id,
                Map.of(),
                caller -> desk.dropAmendment(id, caller));
    }

    /** Ends the mission. */
    @POST
    @Path("/{id}/completions")
    @Operation(
            summary = "Complete the mission",
            description = "The assisting member's delegate or treasurer: its people are home.")
    public Response complete(@PathParam("id") UUID id) {
        return act(CompactOperation.CLAIM_AID, "complete-mission", id, Map.of(), caller -> desk.complete(id, caller));
    }

    /** Claims what the mission cost. */
    @POST
    @Path("/{id}/claims")
    @Operation(
            summary = "Claim the costs",
            description = "The assisting member's treasurer or delegate. Workers' compensation is excluded.")
    public Response claim(@PathParam("id") UUID id, @NotNull @Valid ClaimCosts command) {
        return act(CompactOperation.CLAIM_AID, "claim-aid", id, command, caller -> desk.claim(id, command, caller));
    }

    /** The cases of a request. */
    @GET
    @Operation(summary = "List a request's offers and what became of them, newest first")
    @Transactional
    public Response list(
            @QueryParam("request") @NotNull UUID request,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        seenEventOf(request);
        return Pages.respond(
                uri,
                NewestFirst.page(cursor, limit, (below, count) -> cases.page(request, below, count), AidCaseLine::id));
    }

    /** One case, whole. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a case", description = "Offer, agreed terms and claim side by side, and every move.")
    @Transactional
    public AidCaseView show(@PathParam("id") UUID id) {
        return cases.view(seen(id));
    }

    private Response act(
            CompactOperation operation, String name, UUID id, Object command, Function<Caller, AidCaseView> work) {
        Caller caller = access.require(operation, seen(id).agreementId());
        return idempotency.once(
                name,
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(work.apply(caller))
                        .build());
    }

    private AidCase seen(UUID id) {
        return cases.findByIdOptional(id)
                .filter(one -> access.seesAgreement(CompactOperation.READ_AID, one.agreementId()))
                .orElseThrow(Access::notFound);
    }

    private AidEvent seenEventOf(UUID requestId) {
        return requests.findByIdOptional(requestId)
                .flatMap(request -> events.findByIdOptional(request.eventId()))
                .filter(event -> access.seesAgreement(CompactOperation.READ_AID, event.agreementId()))
                .orElseThrow(Access::notFound);
    }
}
