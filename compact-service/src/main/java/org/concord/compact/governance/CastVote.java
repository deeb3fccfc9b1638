package org.concord.compact.governance;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Casts the vote of the acting member's seat.
 *
 * @param reasons why the matter goes back; published with the vote
 */
public record CastVote(
        @NotNull Choice choice, @Nullable @Size(max = 4000) String reasons) {

    /**
     * Holds the rule that nobody sends back in silence.
     *
     * @throws ProblemException {@code validation-failed} for a send-back without reasons
     */
    void requireReasons() {
        if (choice == Choice.SEND_BACK && (reasons == null || reasons.isBlank())) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "Sending back needs written reasons.",
                    List.of(Violation.at("/reasons", "required", "say why the matter goes back")));
        }
    }
}
