package org.concord.compact.governance.docket;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Comments on a rule.
 *
 * @param name the body or association; for a person only in what staff enter from the public record
 * @param associationMembers how many members an association has; null for others
 * @param wantsHearing whether a hearing is asked for
 */
public record Comment(
        @NotNull Kind kind,
        @Nullable @Size(max = 200) String name,
        @Nullable @Min(1) @Max(1_000_000_000) Integer associationMembers,
        boolean wantsHearing,
        @NotBlank @Size(max = 10_000) String text) {

    /** Who speaks. */
    public enum Kind {
        PERSON,
        GOVERNMENTAL_BODY,
        ASSOCIATION
    }

    /**
     * Holds that a body says its name and an association its size.
     *
     * @param publicRecord whether staff enter it for somebody who is not signed in
     * @throws ProblemException {@code validation-failed}
     */
    void requireSound(boolean publicRecord) {
        List<Violation> faults = new ArrayList<>();
        boolean named = name != null && !name.isBlank();
        if (named != (publicRecord || kind != Kind.PERSON)) {
            faults.add(Violation.at(
                    "/name",
                    named ? "not-asked" : "required",
                    "bodies, associations and the public record have names"));
        }
        if ((associationMembers != null) != (kind == Kind.ASSOCIATION)) {
            faults.add(Violation.at("/associationMembers", "association", "said by associations, and by nobody else"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(KitProblem.VALIDATION_FAILED, "The comment has faults.", faults);
        }
    }
}
