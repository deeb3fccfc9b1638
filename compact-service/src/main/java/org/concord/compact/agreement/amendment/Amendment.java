package org.concord.compact.agreement.amendment;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.agreement.Amending;
import org.concord.compact.agreement.JsonColumn;
import org.concord.compact.agreement.StateNames;
import org.concord.compact.agreement.instrument.Terms.AmendmentRule;
import org.concord.compact.agreement.instrument.Terms.ProposedBy;
import org.concord.compact.agreement.instrument.TermsChange;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One amendment of one agreement, under the rule that was in force when it was filed. */
@Entity
@Table(name = "amendment")
class Amendment {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "title", nullable = false, updatable = false)
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(name = "proposed_by", nullable = false, updatable = false)
    private ProposedBy proposedBy;

    @Column(name = "share", nullable = false, updatable = false)
    private String share;

    @Convert(converter = JsonColumn.OfChange.class)
    @Column(name = "change", nullable = false, updatable = false)
    private TermsChange change;

    @Column(name = "filed_on", nullable = false, updatable = false)
    private LocalDate filedOn;

    @Column(name = "proposed_on")
    private @Nullable LocalDate proposedOn;

    @Column(name = "ballot_id")
    private @Nullable UUID ballotId;

    @Column(name = "rejected_on")
    private @Nullable LocalDate rejectedOn;

    @Column(name = "withdrawn_on")
    private @Nullable LocalDate withdrawnOn;

    @Column(name = "reasons")
    private @Nullable String reasons;

    @Column(name = "in_force_on")
    private @Nullable LocalDate inForceOn;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Column(name = "recorded_by", nullable = false, updatable = false)
    private String recordedBy;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected Amendment() {}

    Amendment(UUID id, UUID agreementId, AmendmentRule rule, FileAmendment command, Instant recordedAt, String by) {
        this.id = id;
        this.agreementId = agreementId;
        this.title = command.title();
        this.proposedBy = rule.proposedBy();
        this.share = rule.share();
        this.change = command.changeOrNone();
        this.filedOn = command.filedOn();
        this.recordedAt = recordedAt;
        this.recordedBy = by;
        if (proposedBy == ProposedBy.COMMISSION) {
            become(new AmendmentState.Filed(filedOn).propose(filedOn));
        }
    }

    /** The members have voted; what was taken back meanwhile stays so. */
    void decided(UUID ballot, boolean carried, LocalDate on) {
        if (state(on) instanceof AmendmentState.Filed now) {
            ballotId = ballot;
            become(carried ? now.propose(on) : now.reject(on));
        }
    }

    /** Takes it back; the state refuses what is in force or over. */
    void withdraw(WithdrawAmendment command, LocalDate today) {
        become(
                switch (state(today)) {
                    case AmendmentState.Filed now -> now.withdraw(command.on());
                    case AmendmentState.Proposed now -> now.withdraw(command.on());
                    case AmendmentState.InForce now -> throw notNow(today, "taken back");
                    case AmendmentState.Rejected now -> throw notNow(today, "taken back");
                    case AmendmentState.Withdrawn now -> throw notNow(today, "taken back");
                });
        reasons = command.reasons();
    }

    /** Takes the day of its force, as it follows from the members' acts today; says whether that is news. */
    boolean enterForce(@Nullable LocalDate since) {
        boolean news = !Objects.equals(inForceOn, since);
        inForceOn = since;
        return news;
    }

    /** The day of its proposal, while members may take it. */
    LocalDate requireProposed(LocalDate today) {
        if (state(today) instanceof AmendmentState.Proposed now) {
            return now.on();
        }
        throw notNow(today, "taken by a member");
    }

    AmendmentState state(LocalDate today) {
        if (withdrawnOn != null) {
            return new AmendmentState.Withdrawn(withdrawnOn);
        }
        if (rejectedOn != null) {
            return new AmendmentState.Rejected(rejectedOn);
        }
        if (proposedOn == null) {
            return new AmendmentState.Filed(filedOn);
        }
        AmendmentState.Proposed proposed = new AmendmentState.Proposed(proposedOn);
        return inForceOn == null || today.isBefore(inForceOn) ? proposed : proposed.enterForce(inForceOn);
    }

    private void become(AmendmentState next) {
        switch (next) {
            case AmendmentState.Filed now -> throw new IllegalStateException("an amendment is filed once");
            case AmendmentState.Proposed now -> proposedOn = now.on();
            case AmendmentState.Rejected now -> rejectedOn = now.on();
            case AmendmentState.Withdrawn now -> {
                withdrawnOn = now.on();
                inForceOn = null;
            }
            case AmendmentState.InForce now -> inForceOn = now.since();
        }
    }

    /** What its force follows from; empty unless it was proposed and not taken back. */
    Optional<Amending> amending(Map<String, LocalDate> takenOn) {
        LocalDate since = proposedOn;
        return since == null || withdrawnOn != null
                ? Optional.empty()
                : Optional.of(new Amending(id, since, new AmendmentRule(proposedBy, share), change, takenOn));
    }

    UUID id() {
        return id;
    }

    UUID agreementId() {
        return agreementId;
    }

    String title() {
        return title;
    }

    TermsChange change() {
        return change;
    }

    @Nullable
    LocalDate proposedOn() {
        return proposedOn;
    }

    AmendmentView view(LocalDate today, List<String> taken, List<String> outstanding) {
        return new AmendmentView(
                id,
                agreementId,
                title,
                StateNames.of((Record) state(today)),
                proposedBy,
                share,
                change,
                filedOn,
                proposedOn,
                ballotId,
                rejectedOn,
                withdrawnOn,
                reasons,
                inForceOn,
                taken,
                outstanding,
                version);
    }

    private ProblemException notNow(LocalDate today, String step) {
        return new ProblemException(
                AmendmentProblem.AMENDMENT_NOT_IN_THIS_STATE,
                "The amendment is " + StateNames.of((Record) state(today)) + " and cannot be " + step + " now.");
    }
}
