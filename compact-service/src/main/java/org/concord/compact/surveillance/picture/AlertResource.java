package org.concord.compact.surveillance.picture;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.concord.compact.surveillance.picture.Alerts.Kept;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Runs of alerts, the alerts that they raise, and what an alert opened. */
@Path("/api/v1")
@Tag(name = "Outbreak picture")
public class AlertResource {

    private final AlertDesk desk;
    private final Alerts alerts;
    private final AlertRegister register;
    private final CaseCells cells;
    private final Access access;
    private final Idempotency idempotency;

    AlertResource(
            AlertDesk desk,
            Alerts alerts,
            AlertRegister register,
            CaseCells cells,
            Access access,
            Idempotency idempotency) {
        this.desk = desk;
        this.alerts = alerts;
        this.register = register;
        this.cells = cells;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Judges every series at one week. */
    @POST
    @Path("/alert-runs")
    @Operation(
            summary = "Judge all series at one week (health officer, staff)",
            description =
                    "Each member's series of each condition, and the members together. Alarms are kept as alerts.")
    public Response run(@NotNull @Valid RunAlerts command) {
        CaseCells.Home home = home(command.dataUseAgreementId());
        Caller caller = access.require(CompactOperation.RUN_ALERTS, home.agreementId());
        return idempotency.once("run-alerts", command, () -> {
            AlertRunView view = desk.run(command, home.agreementId(), caller.subject());
            return Response.created(URI.create("/api/v1/alert-runs/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    /** One run. */
    @GET
    @Path("/alert-runs/{id}")
    @Transactional
    @Operation(summary = "Show a run of alerts")
    public AlertRunView showRun(@PathParam("id") UUID id) {
        return alerts.run(id)
                .filter(kept -> access.seesAgreement(CompactOperation.READ_ALERTS, kept.agreementId()))
                .map(Kept::view)
                .orElseThrow(Access::notFound);
    }

    /** Alerts, newest first. */
    @GET
    @Path("/alerts")
    @Transactional
    @Operation(summary = "Alerts under a data-use agreement, newest first")
    public Response list(
            @QueryParam("dataUseAgreement") @NotNull UUID dataUseAgreement,
            @QueryParam("condition") @Nullable @Pattern(regexp = CasePictureResource.CONDITION) String condition,
            @QueryParam("run") @Nullable UUID run,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        if (!access.seesAgreement(
                CompactOperation.READ_ALERTS, home(dataUseAgreement).agreementId())) {
            throw Access.notFound();
        }
        return Pages.respond(
                uri,
                NewestFirst.page(
                        cursor,
                        limit,
                        (below, count) -> alerts.page(dataUseAgreement, condition, run, below, count),
                        AlertView::id));
    }

    /** One alert with all that decided it. */
    @GET
    @Path("/alerts/{id}")
    @Transactional
    @Operation(
            summary = "Show an alert",
            description = "Its inputs, sent to /alert-evaluations, give the same figures for their last point.")
    public AlertView show(@PathParam("id") UUID id) {
        return alerts.find(id)
                .filter(kept -> access.seesAgreement(CompactOperation.READ_ALERTS, kept.agreementId()))
                .map(Kept::view)
                .orElseThrow(Access::notFound);
    }

    /** Says what an alert opened. */
    @POST
    @Path("/alerts/{id}/links")
    @Operation(
            summary = "Link an alert to the motion, guidance review or round that it opened (health officer, staff)",
            description = "For what was opened without naming it. The target is of the alert's own agreement.")
    public Response link(@PathParam("id") UUID id, @NotNull @Valid LinkAlert command) {
        UUID agreementId = register.agreementOf(id).orElseThrow(Access::notFound);
        Caller caller = access.require(CompactOperation.LINK_ALERT, agreementId);
        return idempotency.once(
                "link-alert",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(register.link(id, agreementId, command, caller.subject()))
                        .build());
    }

    private CaseCells.Home home(UUID dataUseAgreement) {
        return cells.home(dataUseAgreement).orElseThrow(Access::notFound);
    }
}
