package org.concord.compact.governance;

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
import java.util.UUID;
import org.concord.compact.NewestFirst;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Ballots over HTTP. */
@Path("/api/v1/ballots")
@Tag(name = "Ballots")
public class BallotResource {

    private final BallotDesk desk;
    private final Ballots ballots;
    private final AgreementRegister agreements;
    private final Access access;
    private final Idempotency idempotency;

    BallotResource(
            BallotDesk desk, Ballots ballots, AgreementRegister agreements, Access access, Idempotency idempotency) {
        this.desk = desk;
        this.ballots = ballots;
        this.agreements = agreements;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Opens a ballot of an agreement's members. */
    @POST
    @Operation(
            summary = "Open a ballot",
            description = "Commission staff. The roll is frozen now: the seats of the members in standing today.")
    public Response open(@NotNull @Valid OpenBallot command) {
        access.require(CompactOperation.OPEN_BALLOT);
        AgreementFacts agreement =
                agreements.seenBy(access.reads(CompactOperation.READ_AGREEMENTS), command.agreementId());
        return idempotency.once("open-ballot", command, () -> {
            BallotView view = desk.open(command, agreement);
            return Response.created(URI.create("/api/v1/ballots/" + view.id()))
                    .entity(view)
                    .build();
        });
    }

    /** Casts the vote of the acting member's seat. */
    @POST
    @Path("/{id}/votes")
    @Operation(
            summary = "Cast a seat's vote",
            description = "The seat's delegate, alternate or proxy, freshly signed in, with Concord-Member.")
    public Response cast(@PathParam("id") UUID id, @NotNull @Valid CastVote command) {
        Caller caller = access.require(CompactOperation.CAST_VOTE, agreementOf(id));
        return idempotency.once(
                "cast-vote",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.cast(id, caller.requireMember(), command, caller.subject()))
                        .build());
    }

    /** Takes the acting member's seat, or its holder, out. */
    @POST
    @Path("/{id}/recusals")
    @Operation(
            summary = "Take a seat, or oneself, out of an open ballot",
            description =
                    "The seat's delegate or alternate, freshly signed in, with Concord-Member, before the seat votes.")
    public Response recuse(@PathParam("id") UUID id, @NotNull @Valid RecuseSeat command) {
        Caller caller = access.require(CompactOperation.RECUSE_SEAT, agreementOf(id));
        return idempotency.once(
                "recuse-seat",
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(desk.recuse(id, caller.requireMember(), command, caller.subject()))
                        .build());
    }

    /** The ballots of an agreement. */
    @GET
    @Operation(summary = "List an agreement's ballots, newest first", description = "Without their rolls.")
    @Transactional
    public Response list(
            @QueryParam("agreement") @NotNull UUID agreement,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        agreements.seenBy(access.reads(CompactOperation.READ_BALLOTS), agreement);
        return Pages.respond(
                uri,
                NewestFirst.page(cursor, limit, (below, count) -> desk.page(agreement, below, count), BallotLine::id));
    }

    /** One ballot: who has voted, and after closing how. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a ballot", description = "Choices are hidden until closing, then published per seat.")
    @Transactional
    public BallotView show(@PathParam("id") UUID id) {
        agreementOf(id);
        return desk.settled(id).orElseThrow();
    }

    private UUID agreementOf(UUID id) {
        return ballots.agreementOf(id)
                .filter(agreement -> access.seesAgreement(CompactOperation.READ_BALLOTS, agreement))
                .orElseThrow(Access::notFound);
    }
}
