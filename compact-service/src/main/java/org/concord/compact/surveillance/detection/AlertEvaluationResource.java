package org.concord.compact.surveillance.detection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The open what-if over the detection of outbreaks: no sign-in, no key, nothing stored, bounded. */
@Path("/api/v1/alert-evaluations")
@Tag(name = "What-ifs")
public class AlertEvaluationResource {

    /** Judges a series that anyone may send, with the code that judges the members'. */
    @POST
    @Operation(
            summary = "Judge a series of counts (what-if)",
            description = "Open to all. EARS C1, C2, C3 and Farrington flexible; parameters and defaults as in R's"
                    + " surveillance. A stored alert's inputs give the same figures again.")
    public AlertEvaluation evaluate(@NotNull @Valid EvaluateAlerts inputs) {
        return inputs.evaluate();
    }
}
