package org.concord.member.casereport;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.concord.kit.time.MmwrWeek;
import org.jspecify.annotations.Nullable;

/**
 * A member's counts, as many as it has to say at once. All cells are stored or none.
 *
 * @param dataUseAgreementId under which they are shared
 * @param finality of all cells of this report
 * @param reason why a final count is corrected; null where none is
 * @param cells 1 to {@value #MOST_CELLS}: a year of weeks for a dozen conditions, and the event stays a small message
 */
public record PostCaseReport(
        @NotNull UUID dataUseAgreementId,
        @NotNull Finality finality,
        @Nullable @Size(min = 1, max = 1_000) String reason,
        @NotEmpty @Size(max = MOST_CELLS) List<@NotNull @Valid Cell> cells) {

    static final int MOST_CELLS = 2_000;

    /** A condition's code, such as a national event code ({@code 10190}) or a name in capitals ({@code PERTUSSIS}). */
    static final String CONDITION = "[A-Z0-9][A-Z0-9_-]{0,31}";

    /** More cases than a jurisdiction has in any week. */
    static final long MOST_CASES = 10_000_000L;

    /** One count. */
    public record Cell(
            @NotNull @Pattern(regexp = CONDITION) String condition,
            @NotNull MmwrWeek week,
            @NotNull CaseStatus status,
            @Min(0) @Max(MOST_CASES) long cases) {

        CountKey key() {
            return new CountKey(condition, week, status);
        }
    }

    /** What a count is of. */
    record CountKey(String condition, MmwrWeek week, CaseStatus status) {}
}
