package org.concord.compact.agreement;

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
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Agreements over HTTP. */
@Path("/api/v1/agreements")
@Tag(name = "Agreements")
public class AgreementResource {

    private final AgreementDesk desk;
    private final Agreements agreements;
    private final Access access;
    private final Idempotency idempotency;

    AgreementResource(AgreementDesk desk, Agreements agreements, Access access, Idempotency idempotency) {
        this.desk = desk;
        this.agreements = agreements;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Opens an agreement. */
    @POST
    @Operation(summary = "Open an agreement", description = "Commission staff. The type decides the capabilities.")
    public Response open(@NotNull @Valid OpenAgreement command) {
        access.require(CompactOperation.OPEN_AGREEMENT);
        return idempotency.once("open-agreement", command, () -> {
            AgreementView view = desk.open(command);
            return Response.created(URI.create("/api/v1/agreements/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    /** The agreements in which the caller's members stand or stood; all of them for staff and auditors. */
    @GET
    @Operation(summary = "List agreements, newest first")
    public Response list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        int size = Pages.limit(limit);
        List<AgreementView> found =
                agreements
                        .page(access.reads(CompactOperation.READ_AGREEMENTS), NewestFirst.below(cursor), size + 1)
                        .stream()
                        .map(Agreement::view)
                        .toList();
        return Pages.respond(uri, Page.of(found, size, NewestFirst.after(AgreementView::id)));
    }

    /** One agreement. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show an agreement")
    public AgreementView show(@PathParam("id") UUID id) {
        return agreements
                .seenBy(access.reads(CompactOperation.READ_AGREEMENTS), id)
                .map(Agreement::view)
                .orElseThrow(Access::notFound);
    }
}
