package org.concord.compact.agreement;

import java.time.LocalDate;
import java.util.UUID;
import org.concord.compact.agreement.instrument.AgreementType;
import org.concord.compact.agreement.instrument.Terms;
import org.concord.kit.access.PowersFact;

/** An agreement that is held for one step: what the step may ask of it, and what follows from the step. */
public final class HeldAgreement {

    private final Agreement agreement;
    private final PowersFact before;
    private final StandingDesk standing;
    private final LegalDates dates;

    HeldAgreement(Agreement agreement, StandingDesk standing, LegalDates dates) {
        this.agreement = agreement;
        this.before = agreement.powers();
        this.standing = standing;
        this.dates = dates;
    }

    /** Its id. */
    public UUID id() {
        return agreement.id();
    }

    /** The short name that people quote. */
    public String code() {
        return agreement.code();
    }

    /** USPS code of the member that acts for the others. */
    public String lead() {
        return agreement.lead();
    }

    /** What kind of instrument it is. */
    public AgreementType type() {
        return agreement.type();
    }

    /** What its articles say on that day. */
    public Terms termsOn(LocalDate day) {
        return agreement.history().on(day);
    }

    /** Today in the lead's zone. */
    public LocalDate today() {
        return dates.today(agreement.lead());
    }

    /**
     * Holds that an act of the commission is not recorded before its day has come in the lead's zone.
     *
     * @throws org.concord.kit.problem.ProblemException {@code dated-ahead}
     */
    public LocalDate happened(LocalDate on) {
        return dates.happened(agreement.lead(), on);
    }

    /**
     * Refuses steps in an agreement that is over.
     *
     * @throws org.concord.kit.problem.ProblemException {@code agreement-dissolved}
     */
    public void requireNotDissolved() {
        agreement.requireNotDissolved(today());
    }

    /**
     * Refuses what takes an agreement in force.
     *
     * @throws org.concord.kit.problem.ProblemException {@code agreement-dissolved}, {@code agreement-not-in-force}
     */
    public void requireInForce() {
        agreement.requireInForce(today());
    }

    /** Whether it is in force today. */
    public boolean isInForce() {
        return agreement.state(today()) instanceof AgreementState.Active;
    }

    /**
     * Works out anew when it is in force and how its members stand, from all acts, and tells what changed.
     *
     * @param cause what was recorded, such as {@code WITHDRAWAL}
     * @param by the subject of who recorded it
     */
    public void rework(String cause, String by) {
        standing.rework(agreement, before, cause, by);
    }
}
