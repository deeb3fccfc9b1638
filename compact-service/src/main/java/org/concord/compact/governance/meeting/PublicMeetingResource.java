package org.concord.compact.governance.meeting;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.concord.compact.NewestFirst;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Notices, agendas and public minutes for everyone: a meeting's notice is no secret of its members. */
@Path("/api/v1/public-meetings")
@Tag(name = "Public record")
public class PublicMeetingResource {

    private final Meetings meetings;
    private final Minutes minutes;
    private final Access access;

    PublicMeetingResource(Meetings meetings, Minutes minutes, Access access) {
        this.meetings = meetings;
        this.minutes = minutes;
        this.access = access;
    }

    /** The meetings of an agreement. */
    @GET
    @Operation(summary = "List an agreement's meetings for the public, newest first")
    @Transactional
    public Response list(
            @QueryParam("agreement") @NotNull UUID agreement,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        access.reads(CompactOperation.READ_PUBLIC_RECORD);
        return Pages.respond(
                uri,
                NewestFirst.page(
                        cursor,
                        limit,
                        (below, count) -> meetings.page(agreement, below, count),
                        MeetingView::open,
                        MeetingView::id));
    }

    /** One meeting. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a meeting to the public")
    @Transactional
    public MeetingView show(@PathParam("id") UUID id) {
        access.reads(CompactOperation.READ_PUBLIC_RECORD);
        return meetings.findByIdOptional(id).map(MeetingView::open).orElseThrow(Access::notFound);
    }

    /** The minutes as the public reads them. */
    @GET
    @Path("/{id}/minutes")
    @Operation(summary = "Read the public minutes", description = "A redacted passage shows its ground and no word.")
    public MinutesView minutes(@PathParam("id") UUID id) {
        access.reads(CompactOperation.READ_PUBLIC_RECORD);
        return minutes.last(id, false).orElseThrow(Access::notFound);
    }
}
