package org.concord.compact.mutualaid;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.concord.kit.money.Amounts;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;

/** Claims what the mission cost: expenses that are mission-related, incurred during the mission, and documented. */
public record ClaimCosts(@NotEmpty @Size(max = 1000) List<@NotNull @Valid ClaimLine> lines) {

    /** The whole claim in US cents. */
    long totalCents() {
        return lines.stream().mapToLong(ClaimLine::cents).reduce(0, Amounts::add);
    }

    long claimedCents(CostCategory category) {
        return lines.stream()
                .filter(line -> line.category() == category)
                .mapToLong(ClaimLine::cents)
                .reduce(0, Amounts::add);
    }

    /**
     * Holds Article IX.
     *
     * @throws ProblemException {@code workers-compensation-excluded}, {@code expense-outside-mission}
     */
    void requireWithin(AidTerms terms) {
        List<Violation> outside = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).category() == CostCategory.WORKERS_COMPENSATION) {
                throw AidTerms.excluded("/lines/" + i + "/category");
            }
            if (!terms.covers(lines.get(i).incurredOn())) {
                outside.add(Violation.at("/lines/" + i + "/incurredOn", "outside", "lies outside the mission"));
            }
        }
        if (!outside.isEmpty()) {
            throw new ProblemException(
                    AidProblem.EXPENSE_OUTSIDE_MISSION,
                    "The mission lasted from " + terms.startsOn() + " to before " + terms.endsOn() + ".",
                    outside);
        }
    }
}
