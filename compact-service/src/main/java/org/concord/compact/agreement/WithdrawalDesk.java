package org.concord.compact.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concord.compact.agreement.StatutoryNotice.Occasion;
import org.concord.compact.agreement.Terms.Exit;
import org.concord.compact.agreement.Terms.LeftBy;
import org.concord.kit.access.Access;
import org.concord.kit.access.PowersFact;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Ids;

/** Records how members leave, and who must be told of it by when. Callers bring the transaction. */
@ApplicationScoped
class WithdrawalDesk {

    private final Agreements agreements;
    private final Enactments enactments;
    private final Withdrawals withdrawals;
    private final NoticeDesk notices;
    private final StandingDesk standing;
    private final LegalDates dates;
    private final Ids ids;

    WithdrawalDesk(
            Agreements agreements,
            Enactments enactments,
            Withdrawals withdrawals,
            NoticeDesk notices,
            StandingDesk standing,
            LegalDates dates,
            Ids ids) {
        this.agreements = agreements;
        this.enactments = enactments;
        this.withdrawals = withdrawals;
        this.notices = notices;
        this.standing = standing;
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
        Agreement agreement = agreements.lock(agreementId);
        agreement.requireNotDissolved(dates.today(agreement.lead()));
        Exit exit = agreement.instrument().exit();
        LeftBy way = switch (command) {
            case BeginWithdrawal.RepealBill repeal -> LeftBy.REPEAL;
            case BeginWithdrawal.Notice notice -> LeftBy.NOTICE;
            case BeginWithdrawal.OwnRule rule -> LeftBy.OWN_RULE;
        };
        if (way != exit.leftBy()) {
            throw new ProblemException(
                    AgreementProblem.LEFT_ANOTHER_WAY, agreement.code() + " is left by " + exit.leftBy() + ".");
        }
        String member = command.member();
        withdrawals.open(agreementId, member).ifPresent(open -> {
            throw new ProblemException(
                    AgreementProblem.WITHDRAWAL_UNDER_WAY,
                    "A withdrawal of " + member + " is under way: " + open.id() + ".");
        });
        Enactment act = enactments
                .standing(agreementId, member)
                .filter(Enactment::binds)
                .orElseThrow(() -> new ProblemException(
                        AgreementProblem.NOT_A_MEMBER, member + " is not bound by " + agreement.code() + "."));
        dates.happened(member, command.notifiedOn());
        LocalDate acted = acted(command);
        if (command.notifiedOn().isBefore(acted)) {
            throw new ProblemException(
                    AgreementProblem.STEP_DATED_TOO_EARLY,
                    "It was told on " + command.notifiedOn() + ", before it was done on " + acted + ".");
        }
        PowersFact before = agreement.powers();
        Withdrawal withdrawal = Withdrawal.begin(ids.next(), agreementId, act, command, exit, dates.now(), by);
        withdrawal.leaving().ifPresent(act::end);
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
        standing.rework(agreement, before, "WITHDRAWAL", by);
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
        Agreement agreement = agreements.lock(agreementId);
        Withdrawal withdrawal = withdrawals.inAgreement(agreementId, id).orElseThrow(Access::notFound);
        dates.happened(withdrawal.member(), step.on());
        PowersFact before = agreement.powers();
        withdrawal.take(step, agreement.instrument().exit());
        Enactment act = enactments
                .inAgreement(agreementId, withdrawal.enactmentId())
                .orElseThrow(() -> new IllegalStateException("a withdrawal without the act that it ends"));
        switch (step) {
            case WithdrawalStep.Repeal repeal -> {
                act.end(repeal.effectiveOn());
                tellOthers(agreement, withdrawal, Occasion.WITHDRAWAL_NOTICED, repeal.on());
            }
            case WithdrawalStep.Revocation revocation -> {
                enactments.standing(agreementId, withdrawal.member()).ifPresent(other -> {
                    throw EnactmentDesk.stands(other);
                });
                requireItsOwn(withdrawal, act);
                act.restore();
                tellOthers(agreement, withdrawal, Occasion.WITHDRAWAL_REVOKED, revocation.on());
            }
            case WithdrawalStep.Settlement settlement -> act.settle(settlement.on());
            case WithdrawalStep.Failure failure -> {}
        }
        standing.rework(agreement, before, "WITHDRAWAL", by);
        return withdrawal.view();
    }

    /** A member that was put out meanwhile does not come back by taking its own leaving back. */
    private static void requireItsOwn(Withdrawal withdrawal, Enactment act) {
        LocalDate leaving = withdrawal.view().effectiveOn();
        if (leaving == null || !act.endsOn(leaving)) {
            throw new ProblemException(
                    AgreementProblem.WITHDRAWAL_NOT_IN_THIS_STATE,
                    withdrawal.member() + " was put out before it would have left.");
        }
    }

    private void tellOthers(Agreement agreement, Withdrawal withdrawal, Occasion occasion, LocalDate from) {
        notices.owe(
                agreement.id(),
                withdrawal.id(),
                withdrawal.member(),
                occasion,
                notices.others(agreement.id(), withdrawal.member()),
                from.plusDays(agreement.instrument().exit().othersToldWithinDays()),
                null);
    }
}
