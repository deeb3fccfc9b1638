package org.concord.compact.procurement.round;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.Moments;
import org.concord.compact.procurement.evaluation.SplitRule;
import org.concord.kit.money.Amounts;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.verifier.formula.CostShare;
import org.concord.verifier.formula.Percent;
import org.jspecify.annotations.Nullable;

/**
 * Opens a round. All that will decide a number is published here, before anybody posts demand or bids.
 *
 * @param participants the members that take part, each in standing today
 * @param sharedCostCents US cents that the members carry together beside goods and fees
 * @param sharedCostFormula name of the cost share
 * @param split a cap per supplier to price; null for none
 * @param demandDueAt the first instant at which no demand is taken any more
 * @param alertId the alert that calls for it, of this agreement or of the one that it serves; null for none
 */
public record OpenRound(
        @NotNull UUID agreementId,
        @NotBlank @Size(max = 200) String title,
        @NotNull @Valid Item item,
        @NotEmpty @Size(max = 56) List<@NotNull @Valid Participant> participants,
        @NotNull @Valid RoundFees fees,
        @Min(0) @Max(Amounts.MAX) long sharedCostCents,
        @NotNull String sharedCostFormula,
        @NotNull @Valid RequisitionTerms requisition,
        @Nullable @Valid SplitRule split,
        @NotNull Instant demandDueAt,
        @Nullable UUID alertId) {

    /** Keeps the closing time as the database will. */
    public OpenRound {
        // Absent only until Bean Validation has refused it.
        demandDueAt = demandDueAt == null ? demandDueAt : Moments.asKept(demandDueAt);
    }

    /**
     * Holds what annotations cannot say: known formulas, exact percentages, each participant once.
     *
     * @throws ProblemException {@code validation-failed}, with each fault
     */
    void requireSound() {
        List<Violation> faults = new ArrayList<>();
        requirePercent("/fees/operations", fees.operations(), faults);
        requirePercent("/fees/capital", fees.capital(), faults);
        requireFormula("/sharedCostFormula", sharedCostFormula, faults);
        requireFormula("/requisition/sharedCostFormula", requisition.sharedCostFormula(), faults);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < participants.size(); i++) {
            if (!seen.add(participants.get(i).member())) {
                faults.add(Violation.at("/participants/" + i + "/member", "duplicate", "the member stands here twice"));
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "The round cannot open like this.", faults);
        }
    }

    private static void requirePercent(String pointer, String written, List<Violation> faults) {
        try {
            Percent.parse(written);
        } catch (IllegalArgumentException notAPercentage) {
            faults.add(Violation.at(pointer, "not-a-percentage", "write an exact percentage such as 0.60%"));
        }
    }

    private static void requireFormula(String pointer, String name, List<Violation> faults) {
        try {
            CostShare.named(name);
        } catch (IllegalArgumentException unknown) {
            faults.add(Violation.at(pointer, "unknown-formula", "no cost share formula has this name"));
        }
    }
}
