package org.concord.member.casereport;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Registers an agreement on the use of data as its parties signed it.
 *
 * @param agreementId the agreement whose members share counts
 * @param code short and unique, such as {@code PHA-DUA-2026}
 * @param instrument what was signed, and where it lies
 * @param effectiveOn first day on which counts may be posted under it, in each member's zone
 * @param endsOn last day; null while open-ended
 * @param smallBelow counts from 1 to below this are small, where no rule says otherwise
 * @param substitute what a small count enters a computation as
 * @param rules thresholds of their own, at most {@value #MOST_RULES}; null for none
 */
public record RegisterDataUseAgreement(
        @NotNull UUID agreementId,
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{2,79}") String code,
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 500) String instrument,
        @NotNull LocalDate effectiveOn,
        @Nullable LocalDate endsOn,
        @Min(1) @Max(1_000) int smallBelow,
        @Min(0) @Max(999) int substitute,
        @Nullable @Size(max = MOST_RULES) List<@NotNull @Valid Rule> rules) {

    /** Above 53 members with 120 conditions each, had every one of them its own. */
    static final int MOST_RULES = 10_000;

    /** The rules, none where none were sent. */
    List<Rule> allRules() {
        return Objects.requireNonNullElse(rules, List.of());
    }

    /**
     * A threshold of its own. The rule for member and condition goes before the member's, that before the condition's.
     *
     * @param member USPS code; null for every member
     * @param condition null for every condition
     */
    public record Rule(
            @Nullable @Pattern(regexp = "[A-Z]{2}") String member,

            @Nullable @Pattern(regexp = PostCaseReport.CONDITION)
            String condition,

            @Min(1) @Max(1_000) int smallBelow,
            @Min(0) @Max(999) int substitute) {

        String memberOrAny() {
            return Objects.requireNonNullElse(member, DataUseAgreement.ANY);
        }

        String conditionOrAny() {
            return Objects.requireNonNullElse(condition, DataUseAgreement.ANY);
        }
    }
}
