package org.concord.member.order;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.access.ReadScope;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.concord.member.listing.Listing;
import org.concord.member.policy.MemberOperation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A member's orders. The acts on an order (submission, approval) are nouns to create; each may carry {@code If-Match}
 * with the {@code ETag} of a read, and is then refused when the order has changed since.
 */
@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
public class OrderResource {
    private final Access access;
    private final Idempotency idempotency;
    private final OrderDesk desk;
    private final Orders orders;
    private final AllowedActions allowed;

    OrderResource(Access access, Idempotency idempotency, OrderDesk desk, Orders orders, AllowedActions allowed) {
        this.access = access;
        this.idempotency = idempotency;
        this.desk = desk;
        this.orders = orders;
        this.allowed = allowed;
    }

    /** Requisitions doses of the member's share. */
    @POST
    @Operation(summary = "Requisition doses under an award (buyer); the ledger answers by pre-encumbering or refusing")
    public Response place(@NotNull @Valid PlaceOrder command) {
        return idempotency.once("place-order", command, () -> created(desk.place(command)));
    }

    /** Makes a pre-encumbered requisition an order. */
    @POST
    @Path("/{id}/submissions")
    @Operation(
            summary = "Submit a pre-encumbered requisition as an order under the state's purchase order number (buyer)")
    public Response submit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SubmitOrder command) {
        return idempotency.once("submit-order", command, () -> created(desk.submit(id, command, ifMatch)));
    }

    /** Approves a submitted order. The body is empty or {@code {}}. */
    @POST
    @Path("/{id}/approvals")
    @Operation(summary = "Approve a submitted order (another official, with a fresh sign-in); the ledger then posts it")
    public Response approve(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable ApproveOrder command) {
        return idempotency.once("approve-order", Map.of(), () -> created(desk.approve(id, ifMatch)));
    }

    /** One order of the caller's members; another member's is 404, as if there were none. */
    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "An order with its ETag and what the caller may do with it")
    public Response one(@PathParam("id") UUID id) {
        ReadScope scope = access.reads(MemberOperation.READ_ORDERS);
        Order order = orders.findByIdOptional(id)
                .filter(found -> scope.sees(found.member))
                .orElseThrow(() -> OrderDesk.noOrder(id));
        return Response.ok(order.view(allowed.on(order))).tag(tag(order)).build();
    }

    /** Orders of the caller's members, newest first; of all members for staff and auditors. */
    @GET
    @Transactional
    @Operation(summary = "Orders of one's own member; all for commission staff and auditors")
    public Response list(
            @Context UriInfo uri,
            @QueryParam("agreement") @Nullable UUID agreement,
            @QueryParam("award") @Nullable UUID award,
            @QueryParam("member") @Nullable @Pattern(regexp = "[A-Z]{2}") String member,
            @QueryParam("state") OrderState.@Nullable Name state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        ReadScope scope = access.reads(MemberOperation.READ_ORDERS);
        Page<OrderView> page = Listing.within(scope)
                .where("agreementId", agreement)
                .where("awardId", award)
                .where("member", member)
                .where("state", state)
                .page(orders, cursor, Pages.limit(limit), order -> order.id, order -> order.view(allowed.on(order)));
        return Pages.respond(uri, page);
    }

    private Response created(Order order) {
        return Response.created(URI.create("/api/v1/orders/" + order.id))
                .tag(tag(order))
                .entity(order.view(allowed.on(order)))
                .build();
    }

    private static EntityTag tag(Order order) {
        return new EntityTag(Long.toString(order.version));
    }
}
