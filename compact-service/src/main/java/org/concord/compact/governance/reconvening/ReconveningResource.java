package org.concord.compact.governance.reconvening;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Supplier;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An adjourned meeting's terms, and what meets them, over HTTP. */
@Path("/api/v1/meetings/{id}/reconvening")
@Tag(name = "Meetings")
public class ReconveningResource {

    private final ReconveningDesk desk;
    private final Reconvenings reconvenings;
    private final Access access;
    private final Idempotency idempotency;

    ReconveningResource(ReconveningDesk desk, Reconvenings reconvenings, Access access, Idempotency idempotency) {
        this.desk = desk;
        this.reconvenings = reconvenings;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** The terms, the requests so far, and what had the meeting reconvened. */
    @GET
    @Operation(summary = "Show on what terms a meeting was adjourned, and what came of them")
    @Transactional
    public ReconveningView show(@PathParam("id") UUID id) {
        agreementOf(id);
        return desk.show(id).orElseThrow(Access::notFound);
    }

    /** Asks for the acting member. */
    @POST
    @Path("/requests")
    @Operation(
            summary = "Ask in writing that the meeting be reconvened",
            description = "A delegate of a member in standing, freshly signed in, with Concord-Member.")
    public Response ask(@PathParam("id") UUID id, @NotNull @Valid AskToReconvene command) {
        Caller caller = access.require(CompactOperation.ASK_TO_RECONVENE, agreementOf(id));
        return act("ask-to-reconvene", command, () -> desk.ask(id, caller.requireMember(), command, caller.subject()));
    }

    /** Attests an event. */
    @POST
    @Path("/attestations")
    @Operation(
            summary = "Attest the event that has the meeting reconvened",
            description = "A delegate of the member that the terms name, freshly signed in, with Concord-Member.")
    public Response attest(@PathParam("id") UUID id, @NotNull @Valid AttestEvent command) {
        Caller caller = access.require(CompactOperation.ATTEST_EVENT, agreementOf(id));
        return act(
                "attest-reconvening",
                command,
                () -> desk.attest(id, caller.requireMember(), command, caller.subject()));
    }

    /** Finds what anyone can check. */
    @POST
    @Path("/findings")
    @Operation(
            summary = "Find that the day has come, or that the alerts were raised",
            description = "Commission staff, or a health officer of a member in standing. It is checked.")
    public Response find(@PathParam("id") UUID id, @NotNull @Valid FindCondition command) {
        Caller caller = access.require(CompactOperation.FIND_CONDITION, agreementOf(id));
        return act("find-reconvening", command, () -> desk.find(id, caller.member(), command, caller.subject()));
    }

    private Response act(String name, Object command, Supplier<ReconveningView> work) {
        return idempotency.once(
                name,
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(work.get())
                        .build());
    }

    private UUID agreementOf(UUID meetingId) {
        return reconvenings
                .agreementOf(meetingId)
                .filter(agreement -> access.seesAgreement(CompactOperation.READ_MEETINGS, agreement))
                .orElseThrow(Access::notFound);
    }
}
