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
import java.util.UUID;
import org.concord.compact.NewestFirst;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.access.ReadScope;
import org.concord.kit.idempotency.Idempotency;
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
    @Operation(
            summary = "Open an agreement",
            description =
                    "Commission staff. The type decides the capabilities, the terms (the model's, one's own, or the usual"
                            + " ones) the rest. Without members it opens for enactment.")
    public Response open(@NotNull @Valid OpenAgreement command) {
        Caller caller = access.require(CompactOperation.OPEN_AGREEMENT);
        return idempotency.once("open-agreement", command, () -> {
            AgreementView view = desk.open(command, caller.subject());
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
        ReadScope scope = access.reads(CompactOperation.READ_AGREEMENTS);
        return Pages.respond(
                uri,
                NewestFirst.page(
                        cursor,
                        limit,
                        (below, count) -> agreements.page(scope, below, count),
                        desk::view,
                        AgreementView::id));
    }

    /** One agreement. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show an agreement")
    public AgreementView show(@PathParam("id") UUID id) {
        return agreements
                .seenBy(access.reads(CompactOperation.READ_AGREEMENTS), id)
                .map(desk::view)
                .orElseThrow(Access::notFound);
    }

    /** Records a finding on the consent of Congress. */
    @POST
    @Path("/{id}/consent-findings")
    @Operation(summary = "Record a finding on consent", description = "Commission staff. Powers that wait for it rest.")
    public Response findConsent(@PathParam("id") UUID id, @NotNull @Valid FindConsent command) {
        Caller caller = access.require(CompactOperation.RECORD_CONSENT);
        return idempotency.once(
                "find-consent",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.find(id, command, caller.subject()))
                        .build());
    }

    /** The findings on consent, newest first. */
    @GET
    @Path("/{id}/consent-findings")
    @Operation(summary = "List the findings on consent, newest first")
    public Response consentFindings(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        show(id);
        return Pages.respond(
                uri,
                NewestFirst.page(
                        cursor, limit, (below, count) -> desk.findings(id, below, count), ConsentFindingView::id));
    }

    /** Declares the dissolution. */
    @POST
    @Path("/{id}/dissolutions")
    @Operation(summary = "Dissolve an agreement", description = "Commission staff, on a decision. Obligations stay.")
    public Response dissolve(@PathParam("id") UUID id, @NotNull @Valid DissolveAgreement command) {
        Caller caller = access.require(CompactOperation.DISSOLVE_AGREEMENT);
        return idempotency.once(
                "dissolve-agreement",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.dissolve(id, command, caller.subject()))
                        .build());
    }

    /** Closes the wind-down of a dissolved agreement. */
    @POST
    @Path("/{id}/wind-ups")
    @Operation(summary = "Close a dissolved agreement's wind-down", description = "Commission staff.")
    public Response windUp(@PathParam("id") UUID id, @NotNull @Valid WindUp command) {
        Caller caller = access.require(CompactOperation.DISSOLVE_AGREEMENT);
        return idempotency.once(
                "wind-up-agreement",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.windUp(id, command, caller.subject()))
                        .build());
    }
}
