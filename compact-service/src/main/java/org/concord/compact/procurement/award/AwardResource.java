package org.concord.compact.procurement.award;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.NewestFirst;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.ReadScope;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Awards over HTTP. */
@Path("/api/v1/awards")
@Tag(name = "Awards")
public class AwardResource {

    private final Awards awards;
    private final AgreementRegister agreements;
    private final Access access;

    AwardResource(Awards awards, AgreementRegister agreements, Access access) {
        this.awards = awards;
        this.agreements = agreements;
        this.access = access;
    }

    /** The awards of one agreement, or of all that the caller may see. */
    @GET
    @Operation(summary = "List awards, newest first")
    @Transactional
    public Response list(
            @QueryParam("agreement") @Nullable UUID agreement,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        ReadScope scope = access.reads(CompactOperation.READ_AWARDS);
        Set<UUID> within = agreement == null
                ? agreements.idsSeenBy(scope)
                : Set.of(agreements.seenBy(scope, agreement).id());
        return Pages.respond(
                uri,
                NewestFirst.page(
                        cursor,
                        limit,
                        (below, count) -> awards.page(within, below, count),
                        Award::view,
                        AwardView::id));
    }

    /** One award. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show an award with each member's doses and goods")
    @Transactional
    public AwardView show(@PathParam("id") UUID id) {
        return awards.findByIdOptional(id)
                .map(Award::view)
                .filter(view -> access.seesAgreement(CompactOperation.READ_AWARDS, view.agreementId()))
                .orElseThrow(Access::notFound);
    }
}
