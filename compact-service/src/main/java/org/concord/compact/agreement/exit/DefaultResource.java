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
import java.util.UUID;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.ProceedingResource;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.idempotency.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Defaults of members over HTTP. */
@Path("/api/v1/agreements/{agreement}/defaults")
@Tag(name = "Defaults")
public class DefaultResource extends ProceedingResource<DefaultCase, DefaultView> {

    private final DefaultDesk desk;

    DefaultResource(
            DefaultDesk desk,
            DefaultCases defaults,
            AgreementRegister agreements,
            Access access,
            Idempotency idempotency) {
        super("defaults", defaults, DefaultCase::view, agreements, access, idempotency);
        this.desk = desk;
    }

    /** Give notice of default. */
    @POST
    @Operation(
            summary = "Give notice of default",
            description = "Commission staff. The notices that fall due are kept with it.")
    public Response start(@PathParam("agreement") UUID agreement, @NotNull @Valid StartDefault command) {
        return begun(
                CompactOperation.PURSUE_DEFAULT, "start-default", command, by -> desk.start(agreement, command, by));
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
        return recorded(
                CompactOperation.PURSUE_DEFAULT, "take-default-step", step, by -> desk.take(agreement, id, step, by));
    }

    /** All of an agreement's. */
    @GET
    @Operation(summary = "List an agreement's defaults, newest first")
    public Response list(
            @PathParam("agreement") UUID agreement,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        return listed(agreement, cursor, limit, uri);
    }

    /** One. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a default")
    public DefaultView show(@PathParam("agreement") UUID agreement, @PathParam("id") UUID id) {
        return one(agreement, id);
    }
}
