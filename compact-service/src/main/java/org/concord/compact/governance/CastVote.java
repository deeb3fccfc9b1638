package org.concord.compact.governance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.concord.compact.governance.rule.Choice;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Casts a seat's vote.
 *
 * @param reasons why the matter goes back, or why the seat votes so; published with the vote
 * @param seat which of the member's seats, or the seat that a proxy votes for; null where the person holds only one
 * @param instruction how the member's authority instructed the seat to vote; null where it did not
 */
public record CastVote(
        @NotNull Choice choice,
        @Nullable @Size(max = 4000) String reasons,
        @Nullable @Pattern(regexp = "[A-Z]{2}-[1-9]") String seat,
        @Nullable @Valid Instruction instruction) {

    /**
     * An instruction to the seat.
     *
     * @param authority who instructs, such as the governor's office
     * @param reference the instrument by which it does
     * @param choice what it says
     */
    public record Instruction(
            @NotBlank @Size(max = 200) String authority,
            @NotBlank @Size(max = 300) String reference,
            @NotNull Choice choice) {}

    /**
     * Holds the rules that a matter gets only the answers that it takes, and that nobody sends back in silence.
     *
     * @throws ProblemException {@code validation-failed} for a choice that the matter does not take, and for a send-back
     *     without reasons
     */
    void requireSound(Matter matter) {
        List<Violation> faults = new ArrayList<>();
        if (!matter.choices().contains(choice)) {
            faults.add(Violation.at("/choice", "no-choice", "this matter takes one of " + matter.choices()));
        }
        if (instruction != null && !matter.choices().contains(instruction.choice())) {
            faults.add(
                    Violation.at("/instruction/choice", "no-choice", "this matter takes one of " + matter.choices()));
        }
        if (choice == Choice.SEND_BACK && (reasons == null || reasons.isBlank())) {
            faults.add(Violation.at("/reasons", "required", "say why the matter goes back"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "The vote cannot be taken like this.", faults);
        }
    }
}
