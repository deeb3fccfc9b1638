package org.concord.compact.agreement;

import java.util.UUID;

/** What the members have decided; it is kept where they vote. */
public interface Decisions {

    /** The matter of a ballot on whether an agreement is dissolved; its subject is the agreement. */
    String DISSOLUTION = "dissolution";

    /**
     * Holds that the members have decided just this.
     *
     * @param matter what a ballot on it is about, such as {@code default-suspension}
     * @param subjectId the very thing that it is about
     * @throws org.concord.kit.problem.ProblemException {@code decision-unknown} for a ballot or motion that is not there or
     *     another agreement's, {@code decision-on-another-matter}, {@code decision-not-carried}
     */
    void requireCarried(UUID agreementId, Decision decision, String matter, UUID subjectId);

    /** Whether the members have admitted the jurisdiction by their last decision on it. */
    boolean isAdmitted(UUID agreementId, String member);
}
