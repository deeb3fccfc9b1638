package org.concord.compact.agreement.exit;

import java.time.LocalDate;
import org.concord.compact.agreement.AgreementProblem;
import org.concord.compact.agreement.instrument.Terms.Exit;
import org.concord.kit.problem.ProblemException;

/**
 * A member's leaving. A repeal is told when its bill is introduced (Me. Rev. Stat. 34-A §9911); it takes effect no sooner
 * than the notice period after the act, and until then it can be taken back.
 */
sealed interface WithdrawalState {

    /** A repeal bill lies before the legislature. */
    record BillIntroduced(LocalDate on) implements WithdrawalState {

        /** The repeal is enacted, to take effect on a day that the notice period allows. */
        NoticeRunning enact(LocalDate enactedOn, LocalDate effectiveOn, Exit exit) {
            if (enactedOn.isBefore(on)) {
                throw tooEarly("enacted", enactedOn, "introduced", on);
            }
            return notice(enactedOn, effectiveOn, exit);
        }

        BillFailed fail(LocalDate failedOn) {
            if (failedOn.isBefore(on)) {
                throw tooEarly("failed", failedOn, "introduced", on);
            }
            return new BillFailed(failedOn);
        }
    }

    /** The member leaves on this date. */
    record NoticeRunning(LocalDate on, LocalDate effectiveOn) implements WithdrawalState {

        /** Takes the notice back, while the member still stands. */
        Revoked revoke(LocalDate revokedOn) {
            if (revokedOn.isBefore(on)) {
                throw tooEarly("revoked", revokedOn, "given", on);
            }
            if (!revokedOn.isBefore(effectiveOn)) {
                throw new ProblemException(
                        ExitProblem.WITHDRAWAL_NOT_IN_THIS_STATE,
                        "The withdrawal took effect on " + effectiveOn + "; a member that is out joins anew.");
            }
            return new Revoked(revokedOn);
        }

        /** Nothing is owed any more. */
        Settled settle(LocalDate settledOn) {
            if (settledOn.isBefore(effectiveOn)) {
                throw tooEarly("settled", settledOn, "effective", effectiveOn);
            }
            return new Settled(settledOn);
        }
    }

    /** The session ended without the repeal. */
    record BillFailed(LocalDate on) implements WithdrawalState {}

    /** Taken back in time; the member never left. */
    record Revoked(LocalDate on) implements WithdrawalState {}

    /** Out, and even. */
    record Settled(LocalDate on) implements WithdrawalState {}

    /**
     * A notice that begins on the day of the act.
     *
     * @throws ProblemException {@code withdrawal-shorter-than-notice}
     */
    static NoticeRunning notice(LocalDate on, LocalDate effectiveOn, Exit exit) {
        LocalDate earliest = exit.earliestAfter(on);
        if (effectiveOn.isBefore(earliest)) {
            throw new ProblemException(
                            ExitProblem.WITHDRAWAL_SHORTER_THAN_NOTICE,
                            "The terms ask for " + exit.notice() + " of notice: it takes effect on " + earliest
                                    + " at the earliest.")
                    .with("earliestOn", earliest);
        }
        return new NoticeRunning(on, effectiveOn);
    }

    private static ProblemException tooEarly(String step, LocalDate after, String earlier, LocalDate before) {
        return new ProblemException(
                AgreementProblem.STEP_DATED_TOO_EARLY,
                "It cannot have been " + step + " on " + after + ": it was " + earlier + " on " + before + ".");
    }
}
