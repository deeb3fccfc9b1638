package org.concord.compact.governance.meeting;

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
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.concord.compact.NewestFirst;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.access.ReadScope;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Meetings over HTTP, for officials and staff. */
@Path("/api/v1/meetings")
@Tag(name = "Meetings")
public class MeetingResource {

    private final MeetingDesk desk;
    private final Meetings meetings;
    private final Minutes minutes;
    private final AgreementRegister agreements;
    private final Access access;
    private final Idempotency idempotency;

    MeetingResource(
            MeetingDesk desk,
            Meetings meetings,
            Minutes minutes,
            AgreementRegister agreements,
            Access access,
            Idempotency idempotency) {
        this.desk = desk;
        this.meetings = meetings;
        this.minutes = minutes;
        this.agreements = agreements;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Notices a meeting. */
    @POST
    @Operation(summary = "Notice a meeting", description = "Commission staff. The notice is public at once.")
    public Response notice(@NotNull @Valid NoticeMeeting command) {
        access.require(CompactOperation.RUN_MEETING);
        AgreementFacts agreement =
                agreements.seenBy(access.reads(CompactOperation.READ_AGREEMENTS), command.agreementId());
        return idempotency.once("notice-meeting", command, () -> created(desk.notice(command, agreement)));
    }

    /** Begins a session. */
    @POST
    @Path("/{id}/sessions")
    @Operation(
            summary = "Begin a session",
            description = "Commission staff. The first one convenes; a closed one names an item with its ground.")
    public Response begin(@PathParam("id") UUID id, @NotNull @Valid BeginSession command) {
        return run("begin-session", command, () -> desk.begin(id, command));
    }

    /** Records who is there. */
    @POST
    @Path("/{id}/attendances")
    @Operation(summary = "Record a seat as present", description = "Commission staff, while the meeting sits.")
    public Response arrive(@PathParam("id") UUID id, @NotNull @Valid RecordAttendance command) {
        return run("record-attendance", command, () -> desk.arrive(id, command));
    }

    /** Records who has left. */
    @POST
    @Path("/{id}/departures")
    @Operation(summary = "Record that a seat has left", description = "Commission staff, while the meeting sits.")
    public Response leave(@PathParam("id") UUID id, @NotNull @Valid RecordDeparture command) {
        return run("record-departure", command, () -> desk.leave(id, command));
    }

    /** Cancels the meeting. */
    @POST
    @Path("/{id}/cancellations")
    @Operation(summary = "Cancel the meeting", description = "Commission staff, before it begins.")
    public Response cancel(@PathParam("id") UUID id) {
        return run("cancel-meeting", Map.of(), () -> desk.cancel(id));
    }

    /** Records the minutes. */
    @POST
    @Path("/{id}/minutes")
    @Operation(
            summary = "Record the minutes, or a further edition",
            description = "Commission staff. What was said in closed session is redacted, with its ground.")
    public Response record(@PathParam("id") UUID id, @NotNull @Valid RecordMinutes command) {
        Caller caller = access.require(CompactOperation.RUN_MEETING);
        return idempotency.once(
                "record-minutes",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.record(id, command, caller.subject()))
                        .build());
    }

    /** The minutes, whole. */
    @GET
    @Path("/{id}/minutes")
    @Operation(
            summary = "Read the minutes",
            description = "Whole for members in standing, staff and auditors; former members read the public ones.")
    public MinutesView minutes(@PathParam("id") UUID id) {
        Meeting meeting = seen(id);
        access.require(CompactOperation.READ_FULL_MINUTES, meeting.agreementId());
        return minutes.last(id, true).orElseThrow(Access::notFound);
    }

    /** The meetings of an agreement. */
    @GET
    @Operation(summary = "List an agreement's meetings, newest first")
    @Transactional
    public Response list(
            @QueryParam("agreement") @NotNull UUID agreement,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        ReadScope scope = access.reads(CompactOperation.READ_MEETINGS);
        agreements.seenBy(scope, agreement);
        return Pages.respond(
                uri,
                NewestFirst.page(
                        cursor,
                        limit,
                        (below, count) -> meetings.page(agreement, below, count),
                        MeetingView::full,
                        MeetingView::id));
    }

    /** One meeting. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a meeting")
    @Transactional
    public MeetingView show(@PathParam("id") UUID id) {
        return MeetingView.full(seen(id));
    }

    private Meeting seen(UUID id) {
        return meetings.findByIdOptional(id)
                .filter(meeting -> access.seesAgreement(CompactOperation.READ_MEETINGS, meeting.agreementId()))
                .orElseThrow(Access::notFound);
    }

    private Response run(String operation, Object command, Supplier<MeetingView> move) {
        access.require(CompactOperation.RUN_MEETING);
        return idempotency.once(operation, command, () -> created(move.get()));
    }

    private static Response created(MeetingView view) {
        return Response.created(URI.create("/api/v1/meetings/" + view.id()))
                .entity(view)
                .build();
    }
}
