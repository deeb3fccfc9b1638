package org.concord.compact.procurement.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The open what-if over the award formula: no sign-in, no key, nothing stored, bounded. */
@Path("/api/v1/award-evaluations")
@Tag(name = "What-ifs")
public class AwardEvaluationResource {

    /** Evaluates bids that anyone may send, with the code that evaluates a round's. */
    @POST
    @Operation(
            summary = "Evaluate bids (what-if)",
            description = "Open to all. A stored evaluation's inputs give the same figures again.")
    public Evaluation evaluate(@NotNull @Valid EvaluateAward inputs) {
        return AwardFormula.evaluate(inputs);
    }
}
