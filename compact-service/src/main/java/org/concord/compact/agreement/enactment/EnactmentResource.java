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
import java.util.UUID;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.ProceedingResource;
import org.concord.compact.agreement.instrument.RecordText;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.idempotency.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Members' acts of joining and their texts, over HTTP. */
@Path("/api/v1/agreements/{agreement}/enactments")
@Tag(name = "Enactments")
public class EnactmentResource extends ProceedingResource<Enactment, EnactmentView> {

    private final EnactmentDesk desk;

    EnactmentResource(
            EnactmentDesk desk,
            Enactments enactments,
            AgreementRegister agreements,
            Access access,
            Idempotency idempotency) {
        super("enactments", enactments, Enactment::view, agreements, access, idempotency);
        this.desk = desk;
    }

    /** Records that a member begins to join. */
    @POST
    @Operation(
            summary = "Record a bill, a signature or a rule by which a member joins",
            description = "Commission staff, on the member's certified act. A bill goes on step by step.")
    public Response begin(@PathParam("agreement") UUID agreement, @NotNull @Valid JoinAgreement command) {
        return begun(
                CompactOperation.RECORD_ENACTMENT,
                "begin-enactment",
                command,
                by -> desk.begin(agreement, command, by));
    }

    /** Records the next step of a bill. */
    @POST
    @Path("/{id}/steps")
    @Operation(
            summary = "Record that a bill passed, was enacted, takes effect, failed or was vetoed",
            description = "Commission staff. The N-th act in effect brings the agreement into force, by its date.")
    public Response take(
            @PathParam("agreement") UUID agreement, @PathParam("id") UUID id, @NotNull @Valid EnactmentStep step) {
        return recorded(
                CompactOperation.RECORD_ENACTMENT,
                "take-enactment-step",
                step,
                by -> desk.take(agreement, id, step, by));
    }

    /** The agreement's acts of joining. */
    @GET
    @Operation(summary = "List an agreement's acts of joining, newest first")
    public Response list(
            @PathParam("agreement") UUID agreement,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        return listed(agreement, cursor, limit, uri);
    }

    /** One act of joining. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show an act of joining")
    public EnactmentView show(@PathParam("agreement") UUID agreement, @PathParam("id") UUID id) {
        return one(agreement, id);
    }

    /** Records what the member enacted. */
    @POST
    @Path("/{id}/texts")
    @Operation(summary = "Record the enacted text by article", description = "Commission staff.")
    public Response recordText(
            @PathParam("agreement") UUID agreement, @PathParam("id") UUID id, @NotNull @Valid RecordText command) {
        return recorded(
                CompactOperation.REVIEW_CONFORMITY,
                "record-enacted-text",
                command,
                by -> desk.record(agreement, id, command, by));
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
        return recorded(
                CompactOperation.REVIEW_CONFORMITY,
                "find-conformity",
                command,
                by -> desk.find(agreement, id, command, by));
    }
}
