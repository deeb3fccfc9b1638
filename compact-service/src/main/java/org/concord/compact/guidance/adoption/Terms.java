package org.concord.compact.guidance.adoption;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.concord.compact.guidance.GuidanceText;
import org.concord.compact.guidance.Recommendation;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What an act says.
 *
 * @param authority by what power the member acts, such as the statute that lets its health officer do so
 * @param instrument the form of the act
 * @param citation where the act itself can be found
 * @param effectiveOn first day of its force, in the member's zone
 * @param endsOn first day without force; null while it lasts
 * @param deviations what differs; null or empty unless adopted with deviations
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Terms(
        @NotNull Decision decision,
        @NotBlank @Size(max = 300) String authority,
        @NotNull Instrument instrument,
        @NotBlank @Size(max = 300) String citation,
        @NotNull LocalDate effectiveOn,
        @Nullable LocalDate endsOn,
        @Nullable @Size(max = 40) List<@NotNull @Valid Deviation> deviations) {

    /** The deviations; often none. */
    public List<Deviation> differences() {
        return deviations == null ? List.of() : deviations;
    }

    /** Whether it is in force on a day. */
    boolean covers(LocalDate day) {
        return !day.isBefore(effectiveOn) && (endsOn == null || day.isBefore(endsOn));
    }

    /** Whether some day belongs to both. */
    boolean overlaps(Terms other) {
        return (endsOn == null || other.effectiveOn.isBefore(endsOn))
                && (other.endsOn == null || effectiveOn.isBefore(other.endsOn));
    }

    /** The same, ending before that day. */
    Terms endingOn(LocalDate day) {
        return new Terms(decision, authority, instrument, citation, effectiveOn, day, deviations);
    }

    /**
     * Holds that the terms fit together and fit the text that they are about.
     *
     * @throws ProblemException {@code validation-failed}, {@code deviation-outside-population}; each with pointers
     */
    void requireSound(GuidanceText text) {
        List<Violation> faults = new ArrayList<>();
        if (endsOn != null && !endsOn.isAfter(effectiveOn)) {
            faults.add(Violation.at("/terms/endsOn", "not-after-effective", "must be later than effectiveOn"));
        }
        if ((decision == Decision.ADOPT_WITH_DEVIATIONS) == differences().isEmpty()) {
            faults.add(Violation.at(
                    "/terms/deviations",
                    "decision-differs",
                    "deviations are named when, and only when, adopted with deviations"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "The terms do not fit together.", faults);
        }
        requireInside(text);
    }

    private void requireInside(GuidanceText text) {
        List<Violation> outside = new ArrayList<>();
        for (int i = 0; i < differences().size(); i++) {
            Deviation deviation = differences().get(i);
            Recommendation of = text.recommendation(deviation.recommendation()).orElse(null);
            if (of == null) {
                outside.add(Violation.at(
                        "/terms/deviations/" + i + "/recommendation", "unknown", "no recommendation has this key"));
            } else if (!of.population().contains(deviation.population())) {
                outside.add(Violation.at(
                        "/terms/deviations/" + i + "/population",
                        "outside",
                        "lies outside the population of " + of.key()));
            }
        }
        if (!outside.isEmpty()) {
            throw new ProblemException(
                    AdoptionProblem.DEVIATION_OUTSIDE_POPULATION,
                    "A deviation departs from a recommendation, for people whom that is about.",
                    outside);
        }
    }
}
