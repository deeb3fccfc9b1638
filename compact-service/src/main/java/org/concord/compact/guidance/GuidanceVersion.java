package org.concord.compact.guidance;

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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.concord.compact.guidance.GuidanceState.Discarded;
import org.concord.compact.guidance.GuidanceState.Draft;
import org.concord.compact.guidance.GuidanceState.Effect;
import org.concord.compact.guidance.GuidanceState.InSignature;
import org.concord.compact.guidance.GuidanceState.Issued;
import org.concord.compact.guidance.GuidanceState.Replacement;
import org.concord.compact.guidance.GuidanceState.UnderReview;
import org.concord.compact.guidance.GuidanceState.Withdrawn;
import org.concord.compact.guidance.Signature.Purpose;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** One version of a guidance: which text it carries, who signed, and how far it has come. */
@Entity
@Table(name = "guidance_version")
class GuidanceVersion {

    /** More than any committee needs; every revision is kept. */
    private static final int MOST_REVISIONS = 200;

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "guidance_id", nullable = false, updatable = false)
    private UUID guidanceId;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(name = "stage", nullable = false)
    private GuidanceStage stage;

    @Column(name = "text_id", nullable = false)
    private UUID textId;

    @Column(name = "revision", nullable = false)
    private int revision;

    /** How often it was opened for signature; a signature counts only in the signing in which it was given. */
    @Column(name = "signing", nullable = false)
    private int signing;

    /** As its text asks, noted when it is opened for signature; 0 until then. */
    @Column(name = "required_signatures", nullable = false)
    private int requiredSignatures;

    @Enumerated(EnumType.STRING)
    @Column(name = "origin_kind", updatable = false)
    private Origin.@Nullable Kind originKind;

    @Column(name = "origin_id", updatable = false)
    private @Nullable UUID originId;

    @Column(name = "drafted_by", nullable = false, updatable = false)
    private String draftedBy;

    @Column(name = "drafted_at", nullable = false, updatable = false)
    private Instant draftedAt;

    @Column(name = "issued_at")
    private @Nullable Instant issuedAt;

    @Column(name = "issued_on")
    private @Nullable LocalDate issuedOn;

    @Column(name = "effective_on")
    private @Nullable LocalDate effectiveOn;

    @Column(name = "sunset_on")
    private @Nullable LocalDate sunsetOn;

    @Column(name = "replaced_by")
    private @Nullable UUID replacedBy;

    @Column(name = "replaced_on")
    private @Nullable LocalDate replacedOn;

    @Column(name = "replaced_at")
    private @Nullable Instant replacedAt;

    @Column(name = "withdrawn_on")
    private @Nullable LocalDate withdrawnOn;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @ElementCollection
    @CollectionTable(name = "guidance_signature", joinColumns = @JoinColumn(name = "version_id"))
    private Set<Signature> signatures = new HashSet<>();

    protected GuidanceVersion() {}

    static GuidanceVersion draft(
            UUID id, UUID guidanceId, int number, UUID textId, @Nullable Origin origin, String draftedBy, Instant now) {
        GuidanceVersion draft = new GuidanceVersion();
        draft.id = id;
        draft.guidanceId = guidanceId;
        draft.number = number;
        draft.stage = GuidanceStage.DRAFT;
        draft.textId = textId;
        draft.revision = 1;
        if (origin != null) {
            draft.originKind = origin.kind();
            draft.originId = origin.id();
        }
        draft.draftedBy = draftedBy;
        draft.draftedAt = now;
        return draft;
    }

    /** Takes another text; only a draft has one. */
    void revise(UUID newTextId) {
        if (!(state() instanceof Draft)) {
            throw notNow("revised");
        }
        if (revision == MOST_REVISIONS) {
            throw new ProblemException(
                    GuidanceProblem.TOO_MANY_REVISIONS, "A draft keeps at most " + MOST_REVISIONS + " revisions.");
        }
        textId = newTextId;
        revision++;
    }

    void openReview() {
        if (!(state() instanceof Draft draft)) {
            throw notNow("laid before the health officers");
        }
        become(draft.openReview());
    }

    void sendBack() {
        switch (state()) {
            case UnderReview review -> become(review.sendBack());
            case InSignature open -> become(open.sendBack());
            case Draft draft -> throw notNow("sent back");
            case Issued issued -> throw notNow("sent back");
            case GuidanceState.Superseded past -> throw notNow("sent back");
            case GuidanceState.Sunset past -> throw notNow("sent back");
            case Withdrawn past -> throw notNow("sent back");
            case Discarded past -> throw notNow("sent back");
        }
    }

    void openForSignature(int required, int inStanding) {
        if (!(state() instanceof UnderReview review)) {
            throw notNow("opened for signature");
        }
        become(review.openForSignature(required, inStanding));
        requiredSignatures = required;
        signing++;
    }

    /** Takes a member's signature; says whether it was the one that issues the version. */
    boolean sign(
            String member,
            String subject,
            SortedSet<String> inStanding,
            GuidanceText text,
            LocalDate today,
            Instant now) {
        if (!(state() instanceof InSignature open)) {
            throw notNow("signed");
        }
        GuidanceState next = open.sign(member, inStanding, text, today);
        signatures.add(new Signature(Purpose.ISSUE, signing, member, null, subject, now));
        become(next);
        if (next instanceof Issued) {
            issuedAt = now;
            issuedOn = today;
            return true;
        }
        return false;
    }

    /** Takes a member's signature for withdrawal; says whether it was the one that withdraws the version. */
    boolean signWithdrawal(
            String member, String reasons, String subject, SortedSet<String> inStanding, LocalDate today, Instant now) {
        if (!(state() instanceof Issued issued) || !(issued.on(today) instanceof Issued)) {
            throw notNow("withdrawn");
        }
        GuidanceState next = issued.signWithdrawal(member, inStanding, today);
        signatures.add(new Signature(Purpose.WITHDRAW, signing, member, reasons, subject, now));
        become(next);
        if (next instanceof Withdrawn withdrawn) {
            withdrawnOn = withdrawn.on();
            withdrawnAt = now;
            return true;
        }
        return false;
    }

    /** Names what takes its place; says whether it was still to be replaced. */
    boolean replace(Replacement by, Instant now) {
        if (!(state() instanceof Issued issued) || replacedBy != null) {
            return false;
        }
        become(issued.replace(by));
        replacedAt = now;
        return true;
    }

    void discard() {
        switch (state()) {
            case Draft draft -> become(draft.discard());
            case UnderReview review -> become(review.discard());
            case InSignature open -> become(open.discard());
            case Issued issued -> throw notNow("discarded");
            case GuidanceState.Superseded past -> throw notNow("discarded");
            case GuidanceState.Sunset past -> throw notNow("discarded");
            case Withdrawn past -> throw notNow("discarded");
            case Discarded past -> throw notNow("discarded");
        }
    }

    /** Holds that it is under review: comments are about a text that does not move. */
    void requireUnderReview() {
        if (!(state() instanceof UnderReview)) {
            throw notNow("commented on");
        }
    }

    /** Where it stands by what is stored; what the date makes of an issued one says {@link #stageOn}. */
    GuidanceState state() {
        return switch (stage) {
            case DRAFT -> new Draft();
            case UNDER_REVIEW -> new UnderReview();
            case IN_SIGNATURE -> new InSignature(requiredSignatures, signed(Purpose.ISSUE));
            case DISCARDED -> new Discarded();
            case ISSUED ->
                new Issued(
                        requiredSignatures,
                        new Effect(Objects.requireNonNull(effectiveOn), sunsetOn),
                        signed(Purpose.WITHDRAW),
                        replacement());
            case WITHDRAWN -> new Withdrawn(Objects.requireNonNull(withdrawnOn));
            case SUPERSEDED, SUNSET -> throw new IllegalStateException(stage + " is told by date and never stored");
        };
    }

    GuidanceStage stageOn(LocalDate day) {
        return state() instanceof Issued issued ? issued.on(day).stage() : stage;
    }

    private void become(GuidanceState next) {
        stage = next.stage();
        if (next instanceof Issued issued) {
            effectiveOn = issued.effect().effectiveOn();
            sunsetOn = issued.effect().sunsetOn();
            Replacement by = issued.replacement();
            if (by != null) {
                replacedBy = by.versionId();
                replacedOn = by.on();
            }
        }
    }

    private ProblemException notNow(String act) {
        return new ProblemException(
                GuidanceProblem.VERSION_NOT_IN_THIS_STAGE,
                "Version " + number + " is " + stage + " and cannot be " + act + " now.");
    }

    private SortedSet<String> signed(Purpose purpose) {
        SortedSet<String> members = new TreeSet<>();
        signatures.stream()
                .filter(signature -> signature.isOf(purpose, signing))
                .forEach(signature -> members.add(signature.member()));
        return members;
    }

    private @Nullable Replacement replacement() {
        return replacedBy == null ? null : new Replacement(replacedBy, Objects.requireNonNull(replacedOn));
    }

    /** The signatures that count now, by member. */
    List<SignatureView> signatures(Purpose purpose) {
        return signatures.stream()
                .filter(signature -> signature.isOf(purpose, signing))
                .map(Signature::view)
                .sorted(Comparator.comparing(SignatureView::member))
                .toList();
    }

    UUID id() {
        return id;
    }

    UUID guidanceId() {
        return guidanceId;
    }

    int number() {
        return number;
    }

    UUID textId() {
        return textId;
    }

    int revision() {
        return revision;
    }

    @Nullable
    Origin origin() {
        return originKind == null || originId == null ? null : new Origin(originKind, originId);
    }

    Instant draftedAt() {
        return draftedAt;
    }

    boolean isIssued() {
        return issuedAt != null;
    }

    Instant issuedAt() {
        return Objects.requireNonNull(issuedAt, "asked of an issued version only");
    }

    LocalDate issuedOn() {
        return Objects.requireNonNull(issuedOn, "asked of an issued version only");
    }

    LocalDate effectiveOn() {
        return Objects.requireNonNull(effectiveOn, "asked of an issued version only");
    }

    @Nullable
    LocalDate sunsetOn() {
        return sunsetOn;
    }

    @Nullable
    UUID replacedBy() {
        return replacedBy;
    }

    @Nullable
    LocalDate replacedOn() {
        return replacedOn;
    }

    @Nullable
    Instant replacedAt() {
        return replacedAt;
    }

    @Nullable
    Instant withdrawnAt() {
        return withdrawnAt;
    }

    @Nullable
    LocalDate withdrawnOn() {
        return withdrawnOn;
    }

    int version() {
        return version;
    }
}
