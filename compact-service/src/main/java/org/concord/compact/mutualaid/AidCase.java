package org.concord.compact.mutualaid;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.mutualaid.AidState.AmendmentOpen;
import org.concord.compact.mutualaid.AidState.Binding;
import org.concord.compact.mutualaid.AidState.Claimed;
import org.concord.compact.mutualaid.AidState.Completed;
import org.concord.compact.mutualaid.AidState.Declined;
import org.concord.compact.mutualaid.AidState.Offered;
import org.concord.compact.mutualaid.AidState.OnMission;
import org.concord.compact.mutualaid.AidState.PartlySigned;
import org.concord.compact.mutualaid.AidState.Sides;
import org.concord.compact.mutualaid.AidState.TakenBack;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One offer of help and what became of it. Terms and claim are kept as the JSON that is shown. */
@Entity
@Table(name = "aid_case")
class AidCase {

    /** Amendments are few; a case that has this many moves is no case any more. */
    private static final int MOST_STEPS = 500;

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "request_id", nullable = false, updatable = false)
    private UUID requestId;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "requesting", nullable = false, updatable = false)
    private String requesting;

    @Column(name = "assisting", nullable = false, updatable = false)
    private String assisting;

    @Enumerated(EnumType.STRING)
    @Column(name = "stage", nullable = false)
    private AidStage stage;

    @Column(name = "resource", nullable = false, updatable = false)
    private String resource;

    @Column(name = "offered", nullable = false, updatable = false)
    private String offered;

    @Column(name = "terms", nullable = false)
    private String terms;

    @Column(name = "proposed")
    private @Nullable String proposed;

    @Column(name = "proposed_by")
    private @Nullable String proposedBy;

    @Column(name = "signed_by_requesting", nullable = false)
    private boolean signedByRequesting;

    @Column(name = "signed_by_assisting", nullable = false)
    private boolean signedByAssisting;

    @Column(name = "mission_order")
    private @Nullable String missionOrder;

    @Column(name = "completed_on")
    private @Nullable LocalDate completedOn;

    @Column(name = "claim")
    private @Nullable String claim;

    @Column(name = "offered_at", nullable = false, updatable = false)
    private Instant offeredAt;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @ElementCollection
    @CollectionTable(name = "aid_step", joinColumns = @JoinColumn(name = "case_id"))
    private Set<AidStep> steps = new HashSet<>();

    protected AidCase() {}

    /** Who moves, and when. */
    record Mover(String member, String subject, Instant now) {}

    static AidCase offer(
            UUID id, UUID requestId, UUID agreementId, Sides sides, String resource, String terms, Mover by) {
        AidCase offer = new AidCase();
        offer.id = id;
        offer.requestId = requestId;
        offer.agreementId = agreementId;
        offer.requesting = sides.requesting();
        offer.assisting = sides.assisting();
        offer.stage = AidStage.OFFERED;
        offer.resource = resource;
        offer.offered = terms;
        offer.terms = terms;
        offer.offeredAt = by.now();
        offer.note("OFFER", null, by);
        return offer;
    }

    /** Signs for one side; says whether both are bound from here on. */
    boolean sign(Mover by) {
        AidState next = switch (state()) {
            case Offered open -> open.sign(by.member());
            case PartlySigned half -> half.sign(by.member());
            case Binding no -> throw notNow("signed");
            case OnMission no -> throw notNow("signed");
            case AmendmentOpen no -> throw notNow("signed");
            case Completed no -> throw notNow("signed");
            case Claimed no -> throw notNow("signed");
            case TakenBack no -> throw notNow("signed");
            case Declined no -> throw notNow("signed");
        };
        signedByRequesting |= by.member().equals(requesting);
        signedByAssisting |= by.member().equals(assisting);
        become(next, "SIGN", null, by);
        return next instanceof Binding;
    }

    void takeBack(Mover by) {
        if (state() instanceof Offered open) {
            become(open.takeBack(by.member()), "TAKE_BACK", null, by);
        } else if (state() instanceof PartlySigned half) {
            become(half.takeBack(by.member()), "TAKE_BACK", null, by);
        } else {
            throw notNow("taken back");
        }
    }

    void decline(Mover by) {
        if (state() instanceof Offered open) {
            become(open.decline(by.member()), "DECLINE", null, by);
        } else if (state() instanceof PartlySigned half) {
            become(half.decline(by.member()), "DECLINE", null, by);
        } else {
            throw notNow("declined");
        }
    }

    void orderMission(String number, Mover by) {
        if (!(state() instanceof Binding binding)) {
            throw notNow("ordered");
        }
        OnMission next = binding.orderMission(by.member());
        missionOrder = number;
        become(next, "ORDER_MISSION", number, by);
    }

    void proposeAmendment(String newTerms, String reasons, Mover by) {
        if (!(state() instanceof OnMission mission)) {
            throw notNow("amended");
        }
        AmendmentOpen next = mission.proposeAmendment(by.member());
        proposed = newTerms;
        proposedBy = by.member();
        become(next, "PROPOSE_AMENDMENT", reasons, by);
    }

    void agreeToAmendment(Mover by) {
        if (!(state() instanceof AmendmentOpen open)) {
            throw notNow("amended");
        }
        OnMission next = open.agreeToAmendment(by.member());
        terms = Objects.requireNonNull(proposed);
        proposed = null;
        proposedBy = null;
        // The terms agreed to are in the step, so that each amendment stays readable after the next.
        become(next, "AGREE_TO_AMENDMENT", terms, by);
    }

    void dropAmendment(Mover by) {
        if (!(state() instanceof AmendmentOpen open)) {
            throw notNow("amended");
        }
        OnMission next = open.dropAmendment(by.member());
        String dropped = proposed;
        proposed = null;
        proposedBy = null;
        become(next, "DROP_AMENDMENT", dropped, by);
    }

    void complete(LocalDate startsOn, LocalDate today, Mover by) {
        if (!(state() instanceof OnMission mission)) {
            throw notNow("completed");
        }
        Completed next = mission.complete(by.member(), startsOn, today);
        completedOn = today;
        become(next, "COMPLETE", null, by);
    }

    void claim(String lines, Mover by) {
        if (!(state() instanceof Completed completed)) {
            throw notNow("claimed for");
        }
        Claimed next = completed.claim(by.member());
        claim = lines;
        become(next, "CLAIM", null, by);
    }

    private AidState state() {
        Sides sides = new Sides(requesting, assisting);
        return switch (stage) {
            case OFFERED -> new Offered(sides);
            case PARTLY_SIGNED -> new PartlySigned(sides, signedByRequesting ? requesting : assisting);
            case BINDING -> new Binding(sides);
            case ON_MISSION -> new OnMission(sides);
            case AMENDMENT_OPEN -> new AmendmentOpen(sides, Objects.requireNonNull(proposedBy));
            case COMPLETED -> new Completed(sides);
            case CLAIMED -> new Claimed();
            case TAKEN_BACK -> new TakenBack();
            case DECLINED -> new Declined();
        };
    }

    private void become(AidState next, String move, @Nullable String detail, Mover by) {
        stage = next.stage();
        note(move, detail, by);
    }

    private void note(String move, @Nullable String detail, Mover by) {
        if (steps.size() >= MOST_STEPS) {
            throw new ProblemException(AidProblem.TOO_MUCH_AID, "A case has at most " + MOST_STEPS + " moves.");
        }
        steps.add(new AidStep(steps.size() + 1, move, by.member(), detail, by.subject(), by.now()));
    }

    private ProblemException notNow(String act) {
        return new ProblemException(
                AidProblem.CASE_NOT_IN_THIS_STAGE, "The case is " + stage + " and cannot be " + act + " now.");
    }

    UUID id() {
        return id;
    }

    UUID requestId() {
        return requestId;
    }

    UUID agreementId() {
        return agreementId;
    }

    String requesting() {
        return requesting;
    }

    String assisting() {
        return assisting;
    }

    AidStage stage() {
        return stage;
    }

    String resource() {
        return resource;
    }

    String offered() {
        return offered;
    }

    String terms() {
        return terms;
    }

    @Nullable
    String proposed() {
        return proposed;
    }

    @Nullable
    String proposedBy() {
        return proposedBy;
    }

    @Nullable
    String missionOrder() {
        return missionOrder;
    }

    @Nullable
    LocalDate completedOn() {
        return completedOn;
    }

    @Nullable
    String claim() {
        return claim;
    }

    Instant offeredAt() {
        return offeredAt;
    }

    int version() {
        return version;
    }

    List<AidCaseView.StepView> steps() {
        return steps.stream()
                .sorted(Comparator.comparingInt(AidStep::number))
                .map(AidStep::view)
                .toList();
    }
}
