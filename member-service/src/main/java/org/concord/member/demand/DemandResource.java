package org.concord.member.demand;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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

/** Demand as lines of JSON; files come to {@link DemandUploadResource}. */
@Path("/api/v1/demands")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Demand")
public class DemandResource {
    private final Access access;
    private final Idempotency idempotency;
    private final DemandDesk desk;
    private final DemandLines lines;

    DemandResource(Access access, Idempotency idempotency, DemandDesk desk, DemandLines lines) {
        this.access = access;
        this.idempotency = idempotency;
        this.desk = desk;
        this.lines = lines;
    }

    /** Posts lines of the member acted for, all or none. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Post demand in a round (buyer): a rate per 10,000 inhabitants or doses, in whole packages")
    public Response post(@NotNull @Valid PostDemand command) {
        return idempotency.once(
                "post-demand",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.post(command))
                        .build());
    }

    /** Posted lines, newest first. */
    @GET
    @Transactional
    @Operation(summary = "Posted lines of one's own member; all for commission staff and auditors")
    public Response list(
            @Context UriInfo uri,
            @QueryParam("round") @Nullable UUID round,
            @QueryParam("member") @Nullable @Pattern(regexp = "[A-Z]{2}") String member,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        ReadScope scope = access.reads(MemberOperation.READ_DEMAND);
        Page<DemandLineView> page = Listing.within(scope)
                .where("roundId", round)
                .where("member", member)
                .page(lines, cursor, Pages.limit(limit), line -> line.id, DemandLine::view);
        return Pages.respond(uri, page);
    }
}
