package org.concord.compact.governance.rule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The open what-if over the count: no sign-in, no key, nothing stored, bounded. */
@Path("/api/v1/ballot-tallies")
@Tag(name = "What-ifs")
public class BallotTallyResource {

    /** Counts votes that anyone may send, with the code that counts a ballot. */
    @POST
    @Operation(
            summary = "Count votes (what-if)",
            description = "Open to all. What a closed ballot shows gives the same tally again.")
    public Tally count(@NotNull @Valid CountVotes inputs) {
        return inputs.tally();
    }
}
