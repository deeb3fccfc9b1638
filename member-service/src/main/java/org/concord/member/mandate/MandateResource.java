package org.concord.member.mandate;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.concord.kit.access.Access;
import org.concord.kit.access.ReadScope;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.concord.member.listing.Listing;
import org.concord.member.policy.MemberOperation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who may act for a member. Registration is {@link MandateRegistrationResource}. */
@Path("/api/v1/mandates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mandates")
public class MandateResource {
    private final Access access;
    private final Mandates mandates;

    MandateResource(Access access, Mandates mandates) {
        this.access = access;
        this.mandates = mandates;
    }

    /** Mandates of the caller's members; of all members for staff and auditors. */
    @GET
    @Transactional
    @Operation(summary = "Mandates of one's own member; all for commission staff and auditors")
    public Response list(
            @Context UriInfo uri,
            @QueryParam("member") @Nullable @Pattern(regexp = "[A-Z]{2}") String member,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        ReadScope scope = access.reads(MemberOperation.READ_MANDATES);
        Page<MandateView> page = Listing.within(scope)
                .where("member", member)
                .page(mandates, cursor, Pages.limit(limit), mandate -> mandate.id, Mandate::view);
        return Pages.respond(uri, page);
    }
}
