package org.concord.compact.governance.motion;

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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.concord.compact.NewestFirst;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.governance.BallotDesk;
import org.concord.compact.governance.motion.MotionState.Stage;
import org.concord.compact.policy.CompactOperation;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Pages;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Motions over HTTP. Delegates move, second and withdraw; staff record what the chair tables. */
@Path("/api/v1/motions")
@Tag(name = "Motions")
public class MotionResource {

    private final MotionDesk desk;
    private final Motions motions;
    private final BallotDesk ballots;
    private final AgreementRegister agreements;
    private final Access access;
    private final Idempotency idempotency;

    MotionResource(
            MotionDesk desk,
            Motions motions,
            BallotDesk ballots,
            AgreementRegister agreements,
            Access access,
            Idempotency idempotency) {
        this.desk = desk;
        this.motions = motions;
        this.ballots = ballots;
        this.agreements = agreements;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Moves a motion. */
    @POST
    @Operation(summary = "Move a motion", description = "A delegate of a member in standing.")
    public Response move(@NotNull @Valid MoveMotion command) {
        Caller caller = access.require(CompactOperation.MOVE_MOTION, command.agreementId());
        return idempotency.once(
                "move-motion", command, () -> created(desk.move(command, caller.requireMember(), caller.subject())));
    }

    /** Moves an amendment. */
    @POST
    @Path("/{id}/amendments")
    @Operation(
            summary = "Move an amendment of a motion, or of an amendment",
            description = "A delegate of a member in standing. The struck passage is quoted word for word.")
    public Response amend(@PathParam("id") UUID id, @NotNull @Valid MoveAmendment command) {
        MotionPlace place = seen(id);
        Caller caller = access.require(CompactOperation.MOVE_MOTION, place.agreementId());
        return idempotency.once(
                "move-amendment",
                command,
                () -> created(desk.amend(id, place.rootId(), command, caller.requireMember(), caller.subject())));
    }

    /** Seconds a motion. */
    @POST
    @Path("/{id}/seconds")
    @Operation(summary = "Second a motion", description = "A delegate of another member in standing.")
    public Response second(@PathParam("id") UUID id) {
        MotionPlace place = seen(id);
        Caller caller = access.require(CompactOperation.MOVE_MOTION, place.agreementId());
        return idempotency.once(
                "second-motion", Map.of(), () -> created(desk.second(id, place.rootId(), caller.requireMember())));
    }

    /** Takes a motion back. */
    @POST
    @Path("/{id}/withdrawals")
    @Operation(summary = "Withdraw a motion", description = "Its mover, before it is voted on.")
    public Response withdraw(@PathParam("id") UUID id) {
        MotionPlace place = seen(id);
        Caller caller = access.require(CompactOperation.MOVE_MOTION, place.agreementId());
        return idempotency.once(
                "withdraw-motion", Map.of(), () -> created(desk.withdraw(id, place.rootId(), caller.requireMember())));
    }

    /** Sets a motion aside. */
    @POST
    @Path("/{id}/tablings")
    @Operation(summary = "Table a motion", description = "Commission staff, as the chair rules.")
    public Response table(@PathParam("id") UUID id) {
        access.require(CompactOperation.TABLE_MOTION);
        MotionPlace place = seen(id);
        return idempotency.once("table-motion", Map.of(), () -> created(desk.table(id, place.rootId())));
    }

    /** Takes a motion up again. */
    @POST
    @Path("/{id}/resumptions")
    @Operation(summary = "Take a motion from the table", description = "Commission staff, as the chair rules.")
    public Response takeFromTable(@PathParam("id") UUID id) {
        access.require(CompactOperation.TABLE_MOTION);
        MotionPlace place = seen(id);
        return idempotency.once("resume-motion", Map.of(), () -> created(desk.takeFromTable(id, place.rootId())));
    }

    /** Files a minority report. */
    @POST
    @Path("/{id}/minority-reports")
    @Operation(summary = "File a minority report", description = "A delegate of a member that lost the vote.")
    public Response report(@PathParam("id") UUID id, @NotNull @Valid FileMinorityReport command) {
        MotionPlace place = seen(id);
        Caller caller = access.require(CompactOperation.MOVE_MOTION, place.agreementId());
        String member = caller.requireMember();
        UUID ballot = place.ballotId();
        return idempotency.once("file-minority-report", command, () -> {
            boolean lost = ballot != null && ballots.onTheLosingSide(ballot, member);
            return Response.status(Response.Status.CREATED)
                    .entity(desk.report(id, command, member, caller.subject(), lost))
                    .build();
        });
    }

    /** The main motions of an agreement. */
    @GET
    @Operation(summary = "List an agreement's motions, newest first", description = "Without their texts.")
    public Response list(
            @QueryParam("agreement") @NotNull UUID agreement,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        agreements.seenBy(access.reads(CompactOperation.READ_MOTIONS), agreement);
        return Pages.respond(
                uri,
                NewestFirst.page(
                        cursor,
                        limit,
                        (below, count) -> motions.page(agreement, stage(state), below, count),
                        MotionSummary::id));
    }

    /** One motion with its amendments. */
    @GET
    @Path("/{id}")
    @Operation(
            summary = "Show a motion, its amendments, the order of voting and the text as it stands",
            description = "A ballot whose hour has come is closed first.")
    @Transactional
    public MotionView show(@PathParam("id") UUID id) {
        MotionPlace place = seen(id);
        UUID ballot = place.ballotId();
        if (ballot != null) {
            ballots.settle(ballot);
        }
        return desk.show(id, place.rootId());
    }

    private MotionPlace seen(UUID id) {
        return motions.placeOf(id)
                .filter(place -> access.seesAgreement(CompactOperation.READ_MOTIONS, place.agreementId()))
                .orElseThrow(Access::notFound);
    }

    private static Response created(MotionView view) {
        return Response.created(URI.create("/api/v1/motions/" + view.id()))
                .entity(view)
                .build();
    }

    private static @Nullable Stage stage(@Nullable String state) {
        if (state == null) {
            return null;
        }
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.name().equals(state))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        KitProblem.VALIDATION_FAILED,
                        "There is no such state.",
                        List.of(Violation.at("/state", "wrong-format", "one of " + List.of(Stage.values())))));
    }
}
