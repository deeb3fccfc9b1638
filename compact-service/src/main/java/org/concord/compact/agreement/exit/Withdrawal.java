package org.concord.compact.agreement.exit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.agreement.Proceeding;
import org.concord.compact.agreement.instrument.Terms.Exit;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One member's leaving of one agreement. */
@Entity
@Table(name = "withdrawal")
class Withdrawal extends Proceeding {

    @Column(name = "enactment_id", nullable = false, updatable = false)
    private UUID enactmentId;

    @Column(name = "bill", updatable = false)
    private @Nullable String bill;

    @Column(name = "introduced_on", updatable = false)
    private @Nullable LocalDate introducedOn;

    @Column(name = "noticed_on")
    private @Nullable LocalDate noticedOn;

    @Column(name = "citation")
    private @Nullable String citation;

    @Column(name = "effective_on")
    private @Nullable LocalDate effectiveOn;

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    protected Withdrawal() {}

    private Withdrawal(
            UUID id,
            UUID agreementId,
            UUID actId,
            String member,
            WithdrawalState first,
            Instant recordedAt,
            String recordedBy) {
        super(id, agreementId, member, (Record) first, recordedAt, recordedBy);
        this.enactmentId = actId;
    }

    static Withdrawal begin(
            UUID id,
            UUID agreementId,
            UUID actId,
            BeginWithdrawal command,
            Exit exit,
            Instant recordedAt,
            String recordedBy) {
        WithdrawalState first = switch (command) {
            case BeginWithdrawal.RepealBill repeal -> new WithdrawalState.BillIntroduced(repeal.introducedOn());
            case BeginWithdrawal.Notice notice ->
                WithdrawalState.notice(notice.notifiedOn(), notice.effectiveOn(), exit);
            case BeginWithdrawal.OwnRule rule -> WithdrawalState.notice(rule.adoptedOn(), rule.effectiveOn(), exit);
        };
        Withdrawal withdrawal = new Withdrawal(id, agreementId, actId, command.member(), first, recordedAt, recordedBy);
        if (first instanceof WithdrawalState.NoticeRunning running) {
            withdrawal.become(running);
        }
        switch (command) {
            case BeginWithdrawal.RepealBill repeal -> {
                withdrawal.bill = repeal.bill();
                withdrawal.introducedOn = repeal.introducedOn();
            }
            case BeginWithdrawal.Notice notice -> withdrawal.citation = notice.authority();
            case BeginWithdrawal.OwnRule rule -> withdrawal.citation = rule.citation();
        }
        return withdrawal;
    }

    /** Takes the next step; the state refuses one that is out of order. */
    void take(WithdrawalStep step, Exit exit) {
        switch (step) {
            case WithdrawalStep.Repeal repeal -> {
                if (state() instanceof WithdrawalState.BillIntroduced now) {
                    become(now.enact(repeal.on(), repeal.effectiveOn(), exit));
                    citation = repeal.citation();
                } else {
                    throw notNow("enacted");
                }
            }
            case WithdrawalStep.Failure failure -> {
                if (state() instanceof WithdrawalState.BillIntroduced now) {
                    become(now.fail(failure.on()));
                } else {
                    throw notNow("failed");
                }
            }
            case WithdrawalStep.Revocation revocation -> {
                if (state() instanceof WithdrawalState.NoticeRunning now) {
                    become(now.revoke(revocation.on()));
                } else {
                    throw notNow("revoked");
                }
            }
            case WithdrawalStep.Settlement settlement -> {
                if (state() instanceof WithdrawalState.NoticeRunning now) {
                    become(now.settle(settlement.on()));
                } else {
                    throw notNow("settled");
                }
            }
        }
    }

    WithdrawalState state() {
        return switch (stateName()) {
            case "BILL_INTRODUCED" -> new WithdrawalState.BillIntroduced(known(introducedOn));
            case "NOTICE_RUNNING" -> new WithdrawalState.NoticeRunning(known(noticedOn), known(effectiveOn));
            case "BILL_FAILED" -> new WithdrawalState.BillFailed(known(closedOn));
            case "REVOKED" -> new WithdrawalState.Revoked(known(closedOn));
            case "SETTLED" -> new WithdrawalState.Settled(known(closedOn));
            default -> throw new IllegalStateException("unknown state " + stateName());
        };
    }

    private void become(WithdrawalState next) {
        switch (next) {
            case WithdrawalState.BillIntroduced now -> throw new IllegalStateException("a bill is introduced once");
            case WithdrawalState.NoticeRunning now -> {
                noticedOn = now.on();
                effectiveOn = now.effectiveOn();
            }
            case WithdrawalState.BillFailed now -> closedOn = now.on();
            case WithdrawalState.Revoked now -> closedOn = now.on();
            case WithdrawalState.Settled now -> closedOn = now.on();
        }
        enter((Record) next);
    }

    /** The day on which the member is out, while the leaving stands. */
    Optional<LocalDate> leaving() {
        return state() instanceof WithdrawalState.NoticeRunning now ? Optional.of(now.effectiveOn()) : Optional.empty();
    }

    UUID enactmentId() {
        return enactmentId;
    }

    WithdrawalView view() {
        return new WithdrawalView(
                id(),
                agreementId(),
                member(),
                stateName(),
                bill,
                introducedOn,
                noticedOn,
                citation,
                effectiveOn,
                closedOn,
                version());
    }

    private ProblemException notNow(String step) {
        return new ProblemException(
                ExitProblem.WITHDRAWAL_NOT_IN_THIS_STATE,
                "The withdrawal of " + member() + " is " + stateName() + " and cannot be " + step + " now.");
    }
}
