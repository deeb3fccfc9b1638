package org.concord.compact.agreement.exit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.compact.agreement.AgreementLife;
import org.concord.compact.agreement.AgreementProblem;
import org.concord.compact.agreement.HeldAgreement;
import org.concord.compact.agreement.LegalDates;
import org.concord.compact.agreement.enactment.ActsOfJoining;
import org.concord.compact.agreement.instrument.Terms.Exit;
import org.concord.compact.agreement.instrument.Terms.LeftBy;
import org.concord.compact.agreement.notice.NoticeDesk;
import org.concord.compact.agreement.notice.Occasion;
import org.concord.kit.access.Access;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;

/** Records how members leave, and who must be told of it by when. Callers bring the transaction. */
@ApplicationScoped
class WithdrawalDesk {

    private final AgreementLife agreements;
    private final ActsOfJoining acts;
    private final Withdrawals withdrawals;
    private final NoticeDesk notices;
    private final LegalDates dates;
    private final Ids ids;

    WithdrawalDesk(
            AgreementLife agreements,
            ActsOfJoining acts,
            Withdrawals withdrawals,
            NoticeDesk notices,
            LegalDates dates,
            Ids ids) {
        this.agreements = agreements;
        this.acts = acts;
        this.withdrawals = withdrawals;
        this.notices = notices;
        this.dates = dates;
        this.ids = ids;
    }

    /**
     * Records that a member begins to leave.
     *
     * @throws ProblemException {@code not-found}, {@code agreement-dissolved}, {@code left-another-way},
     *     {@code dated-ahead}, {@code step-dated-too-early}, {@code not-a-member}, {@code withdrawal-under-way},
     *     {@code withdrawal-shorter-than-notice}
     */
    WithdrawalView begin(UUID agreementId, BeginWithdrawal command, String by) {
        HeldAgreement agreement = agreements.hold(agreementId);
        agreement.requireNotDissolved();
        LocalDate acted = acted(command);
        Exit exit = agreement.termsOn(acted).exit();
        LeftBy way = switch (command) {
            case BeginWithdrawal.RepealBill repeal -> LeftBy.REPEAL;
            case BeginWithdrawal.Notice notice -> LeftBy.NOTICE;
            case BeginWithdrawal.OwnRule rule -> LeftBy.OWN_RULE;
        };
        if (way != exit.leftBy()) {
            throw new ProblemException(
                    ExitProblem.LEFT_ANOTHER_WAY, agreement.code() + " is left by " + exit.leftBy() + ".");
        }
        String member = command.member();
        withdrawals.open(agreementId, member).ifPresent(open -> {
            throw new ProblemException(
                    ExitProblem.WITHDRAWAL_UNDER_WAY,
                    "A withdrawal of " + member + " is under way: " + open.id() + ".");
        });
        UUID act = acts.standing(agreementId, member)
                .orElseThrow(() -> new ProblemException(
                        AgreementProblem.NOT_A_MEMBER, member + " is not bound by " + agreement.code() + "."));
        dates.happened(member, command.notifiedOn());
        if (command.notifiedOn().isBefore(acted)) {
            throw new ProblemException(
                    AgreementProblem.STEP_DATED_TOO_EARLY,
                    "It was told on " + command.notifiedOn() + ", before it was done on " + acted + ".");
        }
        Withdrawal withdrawal = Withdrawal.begin(ids.next(), agreementId, act, command, exit, dates.now(), by);
        withdrawal.leaving().ifPresent(day -> acts.end(agreementId, act, day));
        withdrawals.persist(withdrawal);
        Occasion occasion = way == LeftBy.REPEAL ? Occasion.REPEAL_INTRODUCED : Occasion.WITHDRAWAL_NOTICED;
        if (way != LeftBy.REPEAL || exit.noticeOnIntroduction()) {
            notices.owe(
                    agreementId,
                    withdrawal.id(),
                    member,
                    Occasion.MEMBER_TELLS,
                    List.of(NoticeDesk.COMMISSION),
                    acted.plusDays(exit.memberTellsWithinDays()),
                    command.notifiedOn());
            tellOthers(agreement, withdrawal, occasion, command.notifiedOn());
        }
        agreement.rework("WITHDRAWAL", by);
        return withdrawal.view();
    }

    private static LocalDate acted(BeginWithdrawal command) {
        return switch (command) {
            case BeginWithdrawal.RepealBill repeal -> repeal.introducedOn();
            case BeginWithdrawal.Notice notice -> notice.notifiedOn();
            case BeginWithdrawal.OwnRule rule -> rule.adoptedOn();
        };
    }

    /**
     * Takes the next step. From the effective day on the member winds down: what it owes stays, until it is settled.
     *
     * @throws ProblemException {@code not-found}, {@code dated-ahead}, {@code withdrawal-not-in-this-state},
     *     {@code step-dated-too-early}, {@code withdrawal-shorter-than-notice}, {@code enactment-stands}
     */
    WithdrawalView take(UUID agreementId, UUID id, WithdrawalStep step, String by) {
        HeldAgreement agreement = agreements.hold(agreementId);
        Withdrawal withdrawal = withdrawals.inAgreement(agreementId, id).orElseThrow(Access::notFound);
        dates.happened(withdrawal.member(), step.on());
        withdrawal.take(step, agreement.termsOn(step.on()).exit());
        UUID act = withdrawal.enactmentId();
        switch (step) {
            case WithdrawalStep.Repeal repeal -> {
                acts.end(agreementId, act, repeal.effectiveOn());
                tellOthers(agreement, withdrawal, Occasion.WITHDRAWAL_NOTICED, repeal.on());
            }
            case WithdrawalStep.Revocation revocation -> {
                restore(agreementId, withdrawal);
                tellOthers(agreement, withdrawal, Occasion.WITHDRAWAL_REVOKED, revocation.on());
            }
            case WithdrawalStep.Settlement settlement -> acts.settle(agreementId, act, settlement.on());
            case WithdrawalStep.Failure failure -> {}
        }
        agreement.rework("WITHDRAWAL", by);
        return withdrawal.view();
    }

    /** A member that was put out meanwhile does not come back by taking its own leaving back. */
    private void restore(UUID agreementId, Withdrawal withdrawal) {
        LocalDate leaving = withdrawal.view().effectiveOn();
        if (leaving == null || !acts.restore(agreementId, withdrawal.enactmentId(), leaving)) {
            throw new ProblemException(
                    ExitProblem.WITHDRAWAL_NOT_IN_THIS_STATE,
                    withdrawal.member() + " was put out before it would have left.");
        }
    }

    private void tellOthers(HeldAgreement agreement, Withdrawal withdrawal, Occasion occasion, LocalDate from) {
        notices.owe(
                agreement.id(),
                withdrawal.id(),
                withdrawal.member(),
                occasion,
                notices.others(agreement.id(), withdrawal.member()),
                from.plusDays(agreement.termsOn(from).exit().othersToldWithinDays()),
                null);
    }
}
