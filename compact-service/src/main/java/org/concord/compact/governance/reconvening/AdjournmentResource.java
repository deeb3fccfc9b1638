package org.concord.compact.governance.reconvening;

import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.concord.compact.governance.meeting.MeetingView;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.idempotency.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How a meeting ends, over HTTP. */
@Path("/api/v1/meetings/{id}/adjournments")
@Tag(name = "Meetings")
public class AdjournmentResource {

    private final ReconveningDesk desk;
    private final Access access;
    private final Idempotency idempotency;

    AdjournmentResource(ReconveningDesk desk, Access access, Idempotency idempotency) {
        this.desk = desk;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Adjourns the meeting. */
    @POST
    @Operation(
            summary = "Adjourn the meeting, for good or subject to being reconvened",
            description = "Commission staff, in the open. The terms of a reconvening are fixed from here on.")
    public Response adjourn(@PathParam("id") UUID id, @Nullable @Valid AdjournMeeting command) {
        access.require(CompactOperation.RUN_MEETING);
        AdjournMeeting adjournment = command == null ? new AdjournMeeting(null) : command;
        return idempotency.once("adjourn-meeting", adjournment, () -> {
            MeetingView view = desk.adjourn(id, adjournment.reconvening());
            return Response.created(URI.create("/api/v1/meetings/" + view.id()))
                    .entity(view)
                    .build();
        });
    }
}
