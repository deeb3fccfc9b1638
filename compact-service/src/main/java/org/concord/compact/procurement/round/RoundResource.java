package org.concord.compact.procurement.round;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.concord.compact.NewestFirst;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.AgreementRegister.AgreementFacts;
import org.concord.compact.policy.CompactOperation;
import org.concord.compact.procurement.evaluation.Bid;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.access.ReadScope;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.page.Pages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rounds over HTTP. Staff move them; members see them, and post their demand with member-service. */
@Path("/api/v1/rounds")
@Tag(name = "Rounds")
public class RoundResource {

    private final RoundDesk desk;
    private final Rounds rounds;
    private final Evaluations evaluations;
    private final AgreementRegister agreements;
    private final Access access;
    private final Idempotency idempotency;

    RoundResource(
            RoundDesk desk,
            Rounds rounds,
            Evaluations evaluations,
            AgreementRegister agreements,
            Access access,
            Idempotency idempotency) {
        this.desk = desk;
        this.rounds = rounds;
        this.evaluations = evaluations;
        this.agreements = agreements;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Opens a round. */
    @POST
    @Operation(
            summary = "Open a round",
            description = "Commission staff, under an agreement with BUY_TOGETHER. All terms are fixed from here on.")
    public Response open(@NotNull @Valid OpenRound command) {
        Caller caller = access.require(CompactOperation.OPEN_ROUND, command.agreementId());
        ReadScope scope = access.reads(CompactOperation.READ_ROUNDS);
        AgreementFacts agreement = agreements.seenBy(scope, command.agreementId());
        return idempotency.once("open-round", command, () -> {
            RoundView view = desk.open(command, agreement, scope, caller.subject());
            return created(view.id(), "", view);
        });
    }

    /** Draws the line under the demand. */
    @POST
    @Path("/{id}/consolidations")
    @Operation(
            summary = "Consolidate the demand",
            description = "Commission staff, once every participant has posted or the hour has come.")
    public Response consolidate(@PathParam("id") UUID id) {
        return act(CompactOperation.CONSOLIDATE_DEMAND, "consolidate-demand", Map.of(), () -> desk.consolidate(id));
    }

    /** Asks for sealed bids. */
    @POST
    @Path("/{id}/tenders")
    @Operation(summary = "Issue the tender", description = "Commission staff. Bids stay sealed until the closing time.")
    public Response tender(@PathParam("id") UUID id, @NotNull @Valid IssueTender command) {
        return act(CompactOperation.ISSUE_TENDER, "issue-tender", command, () -> desk.tender(id, command));
    }

    /** Records an opened bid. */
    @POST
    @Path("/{id}/bids")
    @Operation(summary = "Record an opened bid", description = "Commission staff, after the closing time.")
    public Response recordBid(@PathParam("id") UUID id, @NotNull @Valid Bid bid) {
        Caller caller = access.require(CompactOperation.RECORD_BID);
        return act(CompactOperation.RECORD_BID, "record-bid", bid, () -> desk.recordBid(id, bid, caller.subject()));
    }

    /** Evaluates the bids. */
    @POST
    @Path("/{id}/evaluations")
    @Operation(
            summary = "Evaluate the bids",
            description = "Commission staff. Inputs, result and formula version are kept and can be replayed.")
    public Response evaluate(@PathParam("id") UUID id) {
        Caller caller = access.require(CompactOperation.EVALUATE_BIDS);
        return idempotency.once("evaluate-bids", Map.of(), () -> {
            EvaluationView view = desk.evaluate(id, caller.subject());
            return created(id, "/evaluations/" + view.id(), view);
        });
    }

    /** The rounds of one agreement, or of all that the caller may see. */
    @GET
    @Operation(summary = "List rounds, newest first")
    @Transactional
    public Response list(
            @QueryParam("agreement") @Nullable UUID agreement,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo uri) {
        ReadScope scope = access.reads(CompactOperation.READ_ROUNDS);
        Set<UUID> within = agreement == null
                ? agreements.idsSeenBy(scope)
                : Set.of(agreements.seenBy(scope, agreement).id());
        return Pages.respond(
                uri,
                NewestFirst.page(
                        cursor,
                        limit,
                        (below, count) -> rounds.page(within, below, count),
                        round -> RoundView.of(round, scope, List.of(), null, null),
                        RoundView::id));
    }

    /** One round. */
    @GET
    @Path("/{id}")
    @Operation(
            summary = "Show a round",
            description = "Until the demand is consolidated a member sees its own and the total.")
    @Transactional
    public RoundView show(@PathParam("id") UUID id) {
        ReadScope scope = access.reads(CompactOperation.READ_ROUNDS);
        return desk.show(id, scope)
                .filter(view -> access.seesAgreement(CompactOperation.READ_ROUNDS, view.agreementId()))
                .orElseThrow(Access::notFound);
    }

    /** One evaluation of a round. */
    @GET
    @Path("/{id}/evaluations/{evaluationId}")
    @Operation(summary = "Show an evaluation with its inputs")
    public EvaluationView evaluation(@PathParam("id") UUID id, @PathParam("evaluationId") UUID evaluationId) {
        return desk.home(id)
                .filter(home -> access.seesAgreement(CompactOperation.READ_ROUNDS, home.agreementId()))
                .flatMap(home -> evaluations.find(id, evaluationId))
                .orElseThrow(Access::notFound);
    }

    private Response act(CompactOperation operation, String name, Object command, Supplier<Object> work) {
        access.require(operation);
        return idempotency.once(
                name,
                command,
                () -> Response.status(Response.Status.CREATED)
                        .entity(work.get())
                        .build());
    }

    private static Response created(UUID round, String within, Object entity) {
        return Response.created(URI.create("/api/v1/rounds/" + round + within))
                .entity(entity)
                .build();
    }
}
