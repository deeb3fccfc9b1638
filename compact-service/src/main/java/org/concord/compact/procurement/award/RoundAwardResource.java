package org.concord.compact.procurement.award;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.concord.compact.policy.CompactOperation;
import org.concord.compact.procurement.round.RoundDesk;
import org.concord.compact.procurement.round.RoundDesk.RoundHome;
import org.concord.kit.access.Access;
import org.concord.kit.access.Caller;
import org.concord.kit.idempotency.Idempotency;
import org.concord.kit.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The act of awarding a round, over HTTP. */
@Path("/api/v1/rounds/{id}/awards")
@Tag(name = "Awards")
public class RoundAwardResource {

    private final AwardDesk desk;
    private final RoundDesk rounds;
    private final Access access;
    private final Idempotency idempotency;

    RoundAwardResource(AwardDesk desk, RoundDesk rounds, Access access, Idempotency idempotency) {
        this.desk = desk;
        this.rounds = rounds;
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Awards a round. */
    @POST
    @Operation(
            summary = "Award a round",
            description = "The lead's procurement officer, freshly signed in, once the members have concurred.")
    public Response make(@PathParam("id") UUID roundId, @NotNull @Valid MakeAward command) {
        RoundHome home = rounds.home(roundId)
                .filter(found -> access.seesAgreement(CompactOperation.READ_AWARDS, found.agreementId()))
                .orElseThrow(Access::notFound);
        Caller caller = access.require(CompactOperation.MAKE_AWARD, home.agreementId());
        if (!caller.requireMember().equals(home.lead())) {
            throw new ProblemException(
                    AwardProblem.NOT_THE_LEAD,
                    home.lead() + " leads this round; act for it or leave it to its officer.");
        }
        return idempotency.once("make-award", command, () -> {
            AwardView view = desk.make(roundId, command, caller.subject());
            return Response.created(URI.create("/api/v1/awards/" + view.id()))
                    .entity(view)
                    .build();
        });
    }
}
