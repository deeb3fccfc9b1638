package org.concord.compact.guidance.adoption;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.concord.compact.guidance.GuidanceRegister;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Members' acts on guidance over HTTP. Everybody reads them; only the member's health officer writes them. */
@Path("/api/v1/adoptions")
@Tag(name = "Adoptions of guidance")
public class AdoptionResource {

    private final AdoptionDesk desk;
    private final AdoptionActs acts;
    private final GuidanceRegister guidance;
    private final Access access;
    private final Idempotency idempotency;

    AdoptionResource(
            AdoptionDesk desk, AdoptionActs acts, GuidanceRegister guidance, Access access, Idempotency idempotency) {
        this.desk = desk;
        this.acts = acts;
        this.guidance = guidance;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Records the acting member's act. */
    @POST
    @Operation(
            summary = "Adopt, adopt with deviations, or decline",
            description = "The member's health officer, freshly signed in, with Concord-Member; for one legal effect.")
    public Response adopt(@NotNull @Valid RecordAdoption command) {
        UUID agreement = guidance.agreementOf(command.guidanceId())
                .filter(id -> access.seesAgreement(CompactOperation.READ_GUIDANCE_DRAFTS, id))
                .orElseThrow(Access::notFound);
        Caller caller = access.require(CompactOperation.ADOPT_GUIDANCE, agreement);
        return idempotency.once("adopt-guidance", command, () -> {
            AdoptionView view = desk.adopt(command, caller.requireMember(), caller.subject());
            return Response.created(URI.create("/api/v1/adoptions/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    /** Records a revision of an act of the acting member. */
    @POST
    @Path("/{id}/revisions")
    @Operation(
            summary = "Revise an act",
            description = "The same member's health officer, freshly signed in. The earlier revision is kept.")
    public Response revise(@PathParam("id") UUID id, @NotNull @Valid ReviseAdoption command) {
        AdoptionView act = own(id);
        Caller caller = access.caller();
        return idempotency.once(
                "revise-adoption",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.revise(id, act.guidanceId(), command, caller.subject()))
                        .build());
    }

    /** Records that an act of the acting member never was. */
    @POST
    @Path("/{id}/voidings")
    @Operation(
            summary = "Declare an act void",
            description = "The same member's health officer, freshly signed in. What was recorded is kept.")
    public Response declareVoid(@PathParam("id") UUID id, @NotNull @Valid VoidAdoption command) {
        AdoptionView act = own(id);
        Caller caller = access.caller();
        return idempotency.once(
                "void-adoption",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.declareVoid(id, act.guidanceId(), command, caller.subject()))
                        .build());
    }

    /** One act with all its revisions. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show an act and its revisions", description = "Everyone, no sign-in.")
    @Transactional
    public AdoptionHistoryView show(@PathParam("id") UUID id) {
        access.reads(CompactOperation.READ_ADOPTIONS);
        List<AdoptionView> revisions = acts.revisions(id);
        if (revisions.isEmpty()) {
            throw Access.notFound();
        }
        return new AdoptionHistoryView(revisions.getLast(), revisions);
    }

    /** Another member's act is as absent as an unknown one. */
    private AdoptionView own(UUID id) {
        AdoptionView act = acts.current(id).orElseThrow(Access::notFound);
        UUID agreement = guidance.agreementOf(act.guidanceId()).orElseThrow();
        Caller caller = access.require(CompactOperation.ADOPT_GUIDANCE, agreement);
        if (!caller.requireMember().equals(act.member())) {
            throw Access.notFound();
        }
        return act;
    }
}
