package org.concord.compact.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The content of one version. The limits keep a page readable and the word-by-word difference of two versions cheap.
 *
 * @param topic what it is about, such as {@code Measles}; lists are filtered by it
 * @param recommendations at least one, each with its own key
 * @param evidence at least one, each URL once
 * @param effectiveOn first day of effect, in the zone of the agreement's lead; null for the day of issue
 * @param sunsetOn first day without effect; null without an end
 * @param requiredSignatures how many members' health officers must sign before it is issued
 * @param supersedes other guidances of the agreement that this one replaces; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GuidanceText(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(max = 100) String topic,
        @NotEmpty @Size(max = 40) List<@NotNull @Valid Recommendation> recommendations,
        @NotEmpty @Size(max = 60) List<@NotNull @Valid Evidence> evidence,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate sunsetOn,
        @Min(1) @Max(56) int requiredSignatures,
        @Nullable @Size(max = 20) List<@NotNull UUID> supersedes) {

    /** The guidances that this text replaces; often none. */
    public List<UUID> superseded() {
        return supersedes == null ? List.of() : supersedes;
    }

    /** The recommendation with this key. */
    public Optional<Recommendation> recommendation(String key) {
        return recommendations.stream()
                .filter(recommendation -> recommendation.key().equals(key))
                .findFirst();
    }

    /**
     * Holds what a single field cannot show.
     *
     * @throws ProblemException {@code validation-failed}, with a pointer to each fault
     */
    void requireSound() {
        List<Violation> faults = new ArrayList<>();
        if (effectiveOn != null && sunsetOn != null && !sunsetOn.isAfter(effectiveOn)) {
            faults.add(Violation.at("/text/sunsetOn", "not-after-effective", "must be later than effectiveOn"));
        }
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < recommendations.size(); i++) {
            if (!keys.add(recommendations.get(i).key())) {
                faults.add(Violation.at(
                        "/text/recommendations/" + i + "/key", "duplicate", "another recommendation has this key"));
            }
        }
        Set<String> links = new HashSet<>();
        for (int i = 0; i < evidence.size(); i++) {
            if (!links.add(evidence.get(i).url())) {
                faults.add(Violation.at("/text/evidence/" + i + "/url", "duplicate", "this link stands here twice"));
            }
        }
        if (new HashSet<>(superseded()).size() < superseded().size()) {
            faults.add(Violation.at("/text/supersedes", "duplicate", "a guidance is named twice"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "The text has faults.", faults);
        }
    }
}
