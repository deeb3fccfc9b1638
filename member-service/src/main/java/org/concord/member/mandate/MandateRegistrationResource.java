package org.concord.member.mandate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.member.policy.MemberOperation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where commission staff register what a member has certified. */
@Path("/api/v1/mandate-registrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Mandates")
public class MandateRegistrationResource {
    private final Access access;
    private final Idempotency idempotency;
    private final MandateDesk desk;

    MandateRegistrationResource(Access access, Idempotency idempotency, MandateDesk desk) {
        this.access = access;
        this.idempotency = idempotency;
        this.desk = desk;
    }

    /** Registers up to 500 mandates, all or none. */
    @POST
    @Operation(summary = "Register officials' mandates on the member's certified instrument (commission staff)")
    public Response register(@NotNull @Valid RegisterMandates command) {
        Caller staff = access.require(MemberOperation.REGISTER_MANDATES);
        return idempotency.once(
                "register-mandates",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.register(command, staff))
                        .build());
    }
}
