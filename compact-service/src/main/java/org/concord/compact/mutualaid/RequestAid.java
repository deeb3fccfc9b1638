package org.concord.compact.mutualaid;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;

/**
 * Asks for help in an event of the acting member.
 *
 * @param need what is needed, and how much of it
 * @param neededUntil first day on which it is no longer needed
 */
public record RequestAid(
        @NotNull UUID eventId,
        @NotBlank @Size(max = 2000) String need,
        @NotNull LocalDate neededFrom,
        @NotNull LocalDate neededUntil) {

    /**
     * Holds that the time runs forward.
     *
     * @throws ProblemException {@code validation-failed}
     */
    void requireSound() {
        if (!neededUntil.isAfter(neededFrom)) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "The request has faults.",
                    List.of(Violation.at("/neededUntil", "not-after-start", "must be later than neededFrom")));
        }
    }
}
