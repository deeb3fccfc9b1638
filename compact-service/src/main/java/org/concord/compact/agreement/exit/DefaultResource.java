package org.concord.compact.agreement.exit;

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
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Defaults of members over HTTP. */
@Path("/api/v1/agreements/{agreement}/defaults")
@Tag(name = "Defaults")
public class DefaultResource {

    private final DefaultDesk desk;
    private final DefaultCases defaults;
    private final AgreementRegister agreements;
    private final Access access;
    private final Idempotency idempotency;

    DefaultResource(
            DefaultDesk desk,
            DefaultCases defaults,
            AgreementRegister agreements,
            Access access,
            Idempotency idempotency) {
        this.desk = desk;
        this.defaults = defaults;
        this.agreements = agreements;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Give notice of default. */
    @POST
    @Operation(
            summary = "Give notice of default",
            description = "Commission staff. The notices that fall due are kept with it.")
    public Response start(@PathParam("agreement") UUID agreement, @NotNull @Valid StartDefault command) {
        Caller caller = access.require(CompactOperation.PURSUE_DEFAULT);
        return idempotency.once("start-default", command, () -> {
            DefaultView view = desk.start(agreement, command, caller.subject());
            return Response.created(URI.create("/api/v1/agreements/" + agreement + "/defaults/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    /** Record the next step of a default. */
    @POST
    @Path("/{id}/steps")
    @Operation(
            summary = "Record the next step of a default",
            description =
                    "Commission staff. The members' decision to suspend or terminate is named by its ballot or motion.")
    public Response take(
            @PathParam("agreement") UUID agreement, @PathParam("id") UUID id, @NotNull @Valid DefaultStep step) {
        Caller caller = access.require(CompactOperation.PURSUE_DEFAULT);
        return idempotency.once(
                "take-default-step",
                step,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.take(agreement, id, step, caller.subject()))
                        .build());
    }

    /** All of an agreement's. */
    @GET
    @Operation(summary = "List an agreement's defaults, newest first")
    public Response list(
            @PathParam("agreement") UUID agreement,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        int size = Pages.limit(limit);
        requireSeen(agreement);
        List<DefaultView> found = defaults.page(agreement, NewestFirst.below(cursor), size + 1).stream()
                .map(DefaultCase::view)
                .toList();
        return Pages.respond(uri, Page.of(found, size, NewestFirst.after(DefaultView::id)));
    }

    /** One. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a default")
    public DefaultView show(@PathParam("agreement") UUID agreement, @PathParam("id") UUID id) {
        requireSeen(agreement);
        return defaults.inAgreement(agreement, id).map(DefaultCase::view).orElseThrow(Access::notFound);
    }

    private void requireSeen(UUID agreement) {
        agreements.seenBy(access.reads(CompactOperation.READ_AGREEMENTS), agreement);
    }
}
