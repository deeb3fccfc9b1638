package org.concord.compact.surveillance.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.concord.compact.surveillance.detection.ChosenMethod;
import org.concord.compact.surveillance.detection.Limits;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.MmwrWeek;
import org.jspecify.annotations.Nullable;

/**
 * Judges every member's series of every condition at one week, and that of the members together.
 *
 * @param week the week that is judged
 * @param conditions null for all that were shared
 * @param statuses which are added; confirmed and probable where null
 * @param weeks how many weeks a series has at most, the judged one included; {@value #USUAL_WEEKS} where null
 * @param methods each judges each series that is long enough for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunAlerts(
        @NotNull UUID dataUseAgreementId,
        @NotNull MmwrWeek week,

        @Nullable @Size(min = 1, max = 200)
        List<@NotNull @Pattern(regexp = CasePictureResource.CONDITION) String> conditions,

        @Nullable @Size(min = 1, max = 3) List<@NotNull CaseStatus> statuses,
        @Nullable @Min(8) @Max(Limits.POINTS) Integer weeks,
        @NotEmpty @Size(max = Limits.METHODS) List<@NotNull @Valid ChosenMethod> methods) {

    /** Ten years and a bit. */
    static final int USUAL_WEEKS = 530;

    private static final List<CaseStatus> USUAL_STATUSES = List.of(CaseStatus.CONFIRMED, CaseStatus.PROBABLE);

    List<CaseStatus> addedStatuses() {
        return statuses == null ? USUAL_STATUSES : statuses.stream().distinct().toList();
    }

    MmwrWeek from() {
        int back = (weeks == null ? USUAL_WEEKS : weeks) - 1;
        return week.number() < back ? MmwrWeek.ofNumber(0) : week.plus(-back);
    }

    /** Refuses parameters that could judge no series at all. */
    void requireSound() {
        List<Violation> faults = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            faults.addAll(methods.get(i).faults("/methods/" + i, weeks == null ? USUAL_WEEKS : weeks, true));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "No series can be judged like this.", faults);
        }
    }
}
