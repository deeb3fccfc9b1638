package org.concord.compact.governance.docket;

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
import java.util.function.Function;
import org.concord.compact.NewestFirst;
import org.concord.compact.governance.BallotDesk;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Dockets over HTTP. Everyone reads what is noticed, whoever is signed in comments, staff run the procedure. */
@Path("/api/v1/dockets")
@Tag(name = "Dockets")
public class DocketResource {

    private final DocketDesk desk;
    private final Dockets dockets;
    private final DocketRecord record;
    private final BallotDesk ballots;
    private final Access access;
    private final Idempotency idempotency;

    DocketResource(
            DocketDesk desk,
            Dockets dockets,
            DocketRecord record,
            BallotDesk ballots,
            Access access,
            Idempotency idempotency) {
        this.desk = desk;
        this.dockets = dockets;
        this.record = record;
        this.ballots = ballots;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Proposes a rule. */
    @POST
    @Operation(summary = "Propose a rule", description = "Commission staff, under an agreement with BIND_BY_RULE.")
    public Response propose(@NotNull @Valid ProposeRule command) {
        access.require(CompactOperation.PROPOSE_RULE, command.agreementId());
        return idempotency.once("propose-rule", command, () -> created(desk.propose(command)));
    }

    /** Opens a rule to comment. */
    @POST
    @Path("/{id}/notices")
    @Operation(summary = "Open a rule to comment", description = "Commission staff. The docket is public from here on.")
    public Response publish(@PathParam("id") UUID id, @NotNull @Valid NoticeRule command) {
        return run("notice-rule", command, caller -> desk.publish(id, command));
    }

    /** Comments on a rule. */
    @POST
    @Path("/{id}/comments")
    @Operation(
            summary = "Comment on a rule, or ask for a hearing",
            description = "Anyone who is signed in; staff enter what came on paper.")
    public Response comment(@PathParam("id") UUID id, @NotNull @Valid Comment command) {
        access.reads(CompactOperation.READ_PUBLIC_RECORD);
        Caller caller = access.caller();
        published(id);
        return idempotency.once(
                "comment-on-rule",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.comment(id, command, caller))
                        .build());
    }

    /** Records the hearing. */
    @POST
    @Path("/{id}/hearings")
    @Operation(summary = "Record the hearing on a rule", description = "Commission staff.")
    public Response hear(@PathParam("id") UUID id, @NotNull @Valid HoldHearing command) {
        return run("hold-hearing", command, caller -> desk.hear(id, command));
    }

    /** Gives a rule up. */
    @POST
    @Path("/{id}/withdrawals")
    @Operation(summary = "Withdraw a rule", description = "Commission staff, before it is voted on.")
    public Response withdraw(@PathParam("id") UUID id) {
        return run("withdraw-rule", Map.of(), caller -> desk.withdraw(id));
    }

    /** Records a legislature's rejection. */
    @POST
    @Path("/{id}/rejections")
    @Operation(
            summary = "Record that a member's legislature rejected the rule",
            description = "Commission staff. More than half of the members in standing void it.")
    public Response reject(@PathParam("id") UUID id, @NotNull @Valid RecordRejection command) {
        return run("reject-rule", command, caller -> desk.rejectByLegislature(id, command, caller.subject()));
    }

    /** Records a petition for review. */
    @POST
    @Path("/{id}/petitions")
    @Operation(summary = "Record a petition for review", description = "Commission staff, within the rule's clock.")
    public Response petition(@PathParam("id") UUID id, @NotNull @Valid RecordPetition command) {
        return run("petition-rule", command, caller -> desk.petition(id, command, caller.subject()));
    }

    /** The noticed dockets of an agreement. */
    @GET
    @Operation(summary = "List an agreement's noticed dockets, newest first", description = "Open to all.")
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
                        (below, count) -> dockets.page(agreement, below, count),
                        desk::line,
                        DocketView::id));
    }

    /** One docket. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a noticed docket", description = "Open to all.")
    @Transactional
    public DocketView show(@PathParam("id") UUID id) {
        access.reads(CompactOperation.READ_PUBLIC_RECORD);
        dockets.ballotOf(id).ifPresent(ballots::settle);
        return desk.view(published(id));
    }

    /** The comments on a docket. */
    @GET
    @Path("/{id}/comments")
    @Operation(summary = "List the comments on a docket, newest first", description = "Open to all.")
    public Response comments(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        access.reads(CompactOperation.READ_PUBLIC_RECORD);
        published(id);
        return Pages.respond(
                uri, NewestFirst.page(cursor, limit, (below, count) -> record.page(id, below, count), CommentView::id));
    }

    private Docket published(UUID id) {
        return dockets.findByIdOptional(id).filter(Docket::isPublic).orElseThrow(Access::notFound);
    }

    private Response run(String operation, Object command, Function<Caller, DocketView> move) {
        Caller caller = access.require(CompactOperation.RUN_DOCKET);
        return idempotency.once(operation, command, () -> created(move.apply(caller)));
    }

    private static Response created(DocketView view) {
        return Response.created(URI.create("/api/v1/dockets/" + view.id()))
                .entity(view)
                .build();
    }
}
