package org.concord.compact.governance.docket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.concord.compact.governance.docket.DocketState.Stage;
import org.concord.compact.governance.docket.DocketView.RecordView;
import org.concord.compact.governance.docket.ProposeRule.Period;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.time.Zones;
import org.jspecify.annotations.Nullable;

/** One proposed rule, from its draft to its effect. Its dates are read in the lead's zone. */
@Entity
@Table(name = "docket")
class Docket {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "title", nullable = false, updatable = false)
    private String title;

    @Column(name = "text", nullable = false, updatable = false)
    private String text;

    @Column(name = "lead", nullable = false, updatable = false)
    private String lead;

    @Column(name = "proposed_at", nullable = false, updatable = false)
    private Instant proposedAt;

    @Column(name = "effective_after_days", nullable = false, updatable = false)
    private int effectiveAfterDays;

    @Column(name = "petition_days", nullable = false, updatable = false)
    private int petitionDays;

    @Column(name = "petition_citation", nullable = false, updatable = false)
    private String petitionCitation;

    @Column(name = "noticed_at")
    private @Nullable Instant noticedAt;

    @Column(name = "comments_until")
    private @Nullable Instant commentsUntil;

    @Column(name = "notice_citation")
    private @Nullable String noticeCitation;

    @Column(name = "hearing_at")
    private @Nullable Instant hearingAt;

    @Column(name = "hearing_record")
    private @Nullable String hearingRecord;

    @Enumerated(EnumType.STRING)
    @Column(name = "stage", nullable = false)
    private Stage stage;

    @Column(name = "ballot_id")
    private @Nullable UUID ballotId;

    @Column(name = "adopted_on")
    private @Nullable LocalDate adoptedOn;

    @Column(name = "effective_on")
    private @Nullable LocalDate effectiveOn;

    @Column(name = "petition_until")
    private @Nullable LocalDate petitionUntil;

    @Column(name = "voided_on")
    private @Nullable LocalDate voidedOn;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected Docket() {}

    static Docket propose(UUID id, ProposeRule command, Period petition, String lead, Instant now) {
        Docket docket = new Docket();
        docket.id = id;
        docket.agreementId = command.agreementId();
        docket.title = command.title();
        docket.text = command.text();
        docket.lead = lead;
        docket.proposedAt = now;
        docket.effectiveAfterDays = command.effectiveAfterDays();
        docket.petitionDays = petition.days();
        docket.petitionCitation = petition.citation();
        docket.stage = Stage.PROPOSED;
        return docket;
    }

    void publish(Instant until, Period least, Instant now) {
        if (!(state(now) instanceof DocketState.Proposed proposed)) {
            throw notNow();
        }
        LocalDate earliest = Zones.dateIn(lead, now).plusDays(least.days());
        if (Zones.dateIn(lead, until).isBefore(earliest) || !until.isAfter(now)) {
            throw new ProblemException(
                    DocketProblem.COMMENT_PERIOD_TOO_SHORT,
                    least.days() + " days are due (" + least.citation() + "): not before " + earliest + ".");
        }
        stage = proposed.publish(until).stage();
        noticedAt = now;
        commentsUntil = until;
        noticeCitation = least.citation();
    }

    /** Refuses a comment outside its time. */
    void requireOpenToComment(Instant now) {
        if (!(state(now) instanceof DocketState.Noticed noticed)) {
            throw notNow();
        }
        noticed.requireOpen(now);
    }

    void hear(HoldHearing command, Instant now) {
        if (stage != Stage.NOTICED
                || hearingAt != null
                || noticedAt == null
                || command.heldAt().isBefore(noticedAt)
                || command.heldAt().isAfter(now)) {
            throw new ProblemException(
                    DocketProblem.DOCKET_NOT_IN_THIS_STATE,
                    "A hearing is held once, after the notice and before the ballot.");
        }
        hearingAt = command.heldAt();
        hearingRecord = command.record();
    }

    void takeToBallot(UUID ballot, boolean hearingAskedFor, Instant now) {
        if (!(state(now) instanceof DocketState.Noticed noticed)) {
            throw notNow();
        }
        stage = noticed.takeToBallot(hearingAskedFor && hearingAt == null, now).stage();
        ballotId = ballot;
    }

    void adopt(Instant now) {
        LocalDate today = Zones.dateIn(lead, now);
        LocalDate takesEffect = today.plusDays(effectiveAfterDays);
        stage = inBallot(now).adopt(takesEffect).stage();
        adoptedOn = today;
        effectiveOn = takesEffect;
        petitionUntil = today.plusDays(petitionDays);
    }

    void reject(Instant now) {
        stage = inBallot(now).reject().stage();
    }

    void withoutQuorum(Instant now) {
        stage = inBallot(now)
                .withoutQuorum(Objects.requireNonNull(commentsUntil))
                .stage();
    }

    void withdraw(Instant now) {
        stage = switch (state(now)) {
            case DocketState.Proposed proposed -> proposed.withdraw().stage();
            case DocketState.Noticed noticed -> noticed.withdraw().stage();
            case DocketState.InBallot _, DocketState.NotAdopted _, DocketState.Withdrawn _ -> throw notNow();
            case DocketState.Adopted _, DocketState.Effective _ -> throw notNow();
            case DocketState.RejectedByLegislatures _ -> throw notNow();
        };
    }

    /** Refuses an enactment on a rule that was not adopted, or dated before it was. */
    void requireRejectable(LocalDate enactedOn, Instant now) {
        LocalDate adopted = adoptedOn;
        if (stage != Stage.ADOPTED || adopted == null || enactedOn.isBefore(adopted) || enactedOn.isAfter(today(now))) {
            throw new ProblemException(
                    DocketProblem.DOCKET_NOT_IN_THIS_STATE,
                    "A legislature rejects an adopted rule, on a day between its adoption and today.");
        }
    }

    /** Voids the rule once more than half of the members' legislatures have rejected it; says whether it did. */
    boolean voidIfRejected(long rejections, int membersInStanding, Instant now) {
        if (2 * rejections <= membersInStanding) {
            return false;
        }
        stage = switch (state(now)) {
            case DocketState.Adopted adopted -> adopted.voidByLegislatures().stage();
            case DocketState.Effective effective ->
                effective.voidByLegislatures().stage();
            case DocketState.Proposed _, DocketState.Noticed _, DocketState.InBallot _ -> throw notNow();
            case DocketState.NotAdopted _, DocketState.Withdrawn _ -> throw notNow();
            case DocketState.RejectedByLegislatures _ -> throw notNow();
        };
        voidedOn = today(now);
        return true;
    }

    /** Refuses a petition outside its clock. */
    void requirePetitionInTime(LocalDate filedOn, Instant now) {
        LocalDate adopted = adoptedOn;
        LocalDate last = petitionUntil;
        if (adopted == null || last == null || filedOn.isBefore(adopted) || filedOn.isAfter(today(now))) {
            throw new ProblemException(
                    DocketProblem.DOCKET_NOT_IN_THIS_STATE,
                    "A petition is filed on a day between the rule's adoption and today.");
        }
        if (filedOn.isAfter(last)) {
            throw new ProblemException(
                    DocketProblem.PETITION_TOO_LATE,
                    "The last day was " + last + " (" + petitionDays + " days, " + petitionCitation + ").");
        }
    }

    DocketState state(Instant now) {
        return switch (stage) {
            case PROPOSED -> new DocketState.Proposed();
            case NOTICED -> new DocketState.Noticed(Objects.requireNonNull(commentsUntil));
            case IN_BALLOT -> new DocketState.InBallot();
            case ADOPTED -> {
                DocketState.Adopted adopted = new DocketState.Adopted(Objects.requireNonNull(effectiveOn));
                yield today(now).isBefore(adopted.effectiveOn()) ? adopted : adopted.takeEffect();
            }
            case NOT_ADOPTED -> new DocketState.NotAdopted();
            case WITHDRAWN -> new DocketState.Withdrawn();
            case REJECTED_BY_LEGISLATURES -> new DocketState.RejectedByLegislatures();
        };
    }

    DocketView view(Instant now, @Nullable RecordView record) {
        return new DocketView(
                id,
                agreementId,
                title,
                record == null ? null : text,
                state(now) instanceof DocketState.Effective ? "EFFECTIVE" : stage.name(),
                proposedAt,
                noticedAt,
                commentsUntil,
                noticeCitation,
                hearingAt,
                record == null ? null : hearingRecord,
                ballotId,
                adoptedOn,
                effectiveOn,
                petitionUntil,
                petitionCitation,
                voidedOn,
                record,
                version);
    }

    boolean isPublic() {
        return noticedAt != null;
    }

    UUID id() {
        return id;
    }

    UUID agreementId() {
        return agreementId;
    }

    Stage stage() {
        return stage;
    }

    @Nullable
    UUID ballotId() {
        return ballotId;
    }

    private LocalDate today(Instant now) {
        return Zones.dateIn(lead, now);
    }

    private DocketState.InBallot inBallot(Instant now) {
        if (state(now) instanceof DocketState.InBallot inBallot) {
            return inBallot;
        }
        throw new IllegalStateException("a ballot decided a rule that is " + stage);
    }

    private ProblemException notNow() {
        return new ProblemException(DocketProblem.DOCKET_NOT_IN_THIS_STATE, "The docket is " + stage + ".");
    }
}
