package org.concord.compact.mutualaid;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.concord.kit.money.Amounts;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;

/**
 * What is offered, and then agreed.
 *
 * @param mission what the help is to do
 * @param startsOn first day of the mission
 * @param endsOn first day on which it is over
 * @param estimate what it is expected to cost, each category once
 */
public record AidTerms(
        @NotBlank @Size(max = 2000) String mission,
        @NotNull LocalDate startsOn,
        @NotNull LocalDate endsOn,
        @NotEmpty @Size(max = 6) List<@NotNull @Valid CostLine> estimate) {

    /** The whole estimate in US cents. */
    long estimatedCents() {
        return estimate.stream().mapToLong(CostLine::cents).reduce(0, Amounts::add);
    }

    /** What is estimated for a category. */
    long estimatedCents(CostCategory category) {
        return estimate.stream()
                .filter(line -> line.category() == category)
                .mapToLong(CostLine::cents)
                .sum();
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(startsOn) && day.isBefore(endsOn);
    }

    /**
     * Holds what a single field cannot show.
     *
     * @throws ProblemException {@code workers-compensation-excluded}, {@code validation-failed}
     */
    void requireSound() {
        List<Violation> faults = new ArrayList<>();
        if (!endsOn.isAfter(startsOn)) {
            faults.add(Violation.at("/terms/endsOn", "not-after-start", "must be later than startsOn"));
        }
        Set<CostCategory> seen = EnumSet.noneOf(CostCategory.class);
        for (int i = 0; i < estimate.size(); i++) {
            CostCategory category = estimate.get(i).category();
            if (category == CostCategory.WORKERS_COMPENSATION) {
                throw excluded("/terms/estimate/" + i + "/category");
            }
            if (!seen.add(category)) {
                faults.add(Violation.at("/terms/estimate/" + i + "/category", "duplicate", "stands here twice"));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "The terms do not fit together.", faults);
        }
    }

    static ProblemException excluded(String pointer) {
        return new ProblemException(
                AidProblem.WORKERS_COMPENSATION_EXCLUDED,
                "Each state bears the compensation of its own people (Article VIII and IX).",
                List.of(Violation.at(pointer, "excluded", "is not reimbursed")));
    }
}
