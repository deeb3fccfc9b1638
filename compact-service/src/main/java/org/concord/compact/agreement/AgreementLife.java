package org.concord.compact.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Gives out agreements for a step in their life or a member's, one step at a time. */
@ApplicationScoped
public class AgreementLife {

    private final Agreements agreements;
    private final StandingDesk standing;
    private final LegalDates dates;

    AgreementLife(Agreements agreements, StandingDesk standing, LegalDates dates) {
        this.agreements = agreements;
        this.standing = standing;
        this.dates = dates;
    }

    /**
     * The agreement, locked until the caller's transaction ends.
     *
     * @throws org.concord.kit.problem.ProblemException {@code not-found}
     */
    public HeldAgreement hold(UUID agreementId) {
        return new HeldAgreement(agreements.lock(agreementId), standing, dates);
    }
}
