package org.concord.compact.agreement.enactment;

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
import java.util.List;
import java.util.UUID;
import org.concord.compact.NewestFirst;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.instrument.RecordText;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Members' acts of joining and their texts, over HTTP. */
@Path("/api/v1/agreements/{agreement}/enactments")
@Tag(name = "Enactments")
public class EnactmentResource {

    private final EnactmentDesk desk;
    private final Enactments enactments;
    private final AgreementRegister agreements;
    private final Access access;
    private final Idempotency idempotency;

    EnactmentResource(
            EnactmentDesk desk,
            Enactments enactments,
            AgreementRegister agreements,
            Access access,
            Idempotency idempotency) {
        this.desk = desk;
        this.enactments = enactments;
        this.agreements = agreements;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Records that a member begins to join. */
    @POST
    @Operation(
            summary = "Record a bill, a signature or a rule by which a member joins",
            description = "Commission staff, on the member's certified act. A bill goes on step by step.")
    public Response begin(@PathParam("agreement") UUID agreement, @NotNull @Valid JoinAgreement command) {
        Caller caller = access.require(CompactOperation.RECORD_ENACTMENT);
        return idempotency.once("begin-enactment", command, () -> {
            EnactmentView view = desk.begin(agreement, command, caller.subject());
            return Response.created(URI.create("/api/v1/agreements/" + agreement + "/enactments/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    /** Records the next step of a bill. */
    @POST
    @Path("/{id}/steps")
    @Operation(
            summary = "Record that a bill passed, was enacted, takes effect, failed or was vetoed",
            description = "Commission staff. The N-th act in effect brings the agreement into force, by its date.")
    public Response take(
            @PathParam("agreement") UUID agreement, @PathParam("id") UUID id, @NotNull @Valid EnactmentStep step) {
        Caller caller = access.require(CompactOperation.RECORD_ENACTMENT);
        return idempotency.once(
                "take-enactment-step",
                step,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.take(agreement, id, step, caller.subject()))
                        .build());
    }

    /** The agreement's acts of joining. */
    @GET
    @Operation(summary = "List an agreement's acts of joining, newest first")
    public Response list(
            @PathParam("agreement") UUID agreement,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        int size = Pages.limit(limit);
        requireSeen(agreement);
        List<EnactmentView> found = enactments.page(agreement, NewestFirst.below(cursor), size + 1).stream()
                .map(Enactment::view)
                .toList();
        return Pages.respond(uri, Page.of(found, size, NewestFirst.after(EnactmentView::id)));
    }

    /** One act of joining. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show an act of joining")
    public EnactmentView show(@PathParam("agreement") UUID agreement, @PathParam("id") UUID id) {
        requireSeen(agreement);
        return enactments.inAgreement(agreement, id).map(Enactment::view).orElseThrow(Access::notFound);
    }

    /** Records what the member enacted. */
    @POST
    @Path("/{id}/texts")
    @Operation(summary = "Record the enacted text by article", description = "Commission staff.")
    public Response recordText(
            @PathParam("agreement") UUID agreement, @PathParam("id") UUID id, @NotNull @Valid RecordText command) {
        Caller caller = access.require(CompactOperation.REVIEW_CONFORMITY);
        return idempotency.once(
                "record-enacted-text",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.record(agreement, id, command, caller.subject()))
                        .build());
    }

    /** The member's text beside the model's, article by article. */
    @GET
    @Path("/{id}/conformity")
    @Operation(summary = "Compare the enacted text with the model text, word by word")
    @Transactional
    public ConformityView conformity(@PathParam("agreement") UUID agreement, @PathParam("id") UUID id) {
        requireSeen(agreement);
        return desk.conformity(agreement, id);
    }

    /** Records a finding on one article. */
    @POST
    @Path("/{id}/conformity-findings")
    @Operation(
            summary = "Record whether an article is materially different",
            description = "Commission staff. A material difference can be the ground of a default.")
    public Response find(
            @PathParam("agreement") UUID agreement, @PathParam("id") UUID id, @NotNull @Valid FindConformity command) {
        Caller caller = access.require(CompactOperation.REVIEW_CONFORMITY);
        return idempotency.once(
                "find-conformity",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.find(agreement, id, command, caller.subject()))
                        .build());
    }

    private void requireSeen(UUID agreement) {
        agreements.seenBy(access.reads(CompactOperation.READ_AGREEMENTS), agreement);
    }
}
