package org.concord.compact.agreement.enactment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concord.compact.agreement.AgreementLife;
import org.concord.compact.agreement.AgreementProblem;
import org.concord.compact.agreement.AgreementRegister;
import org.concord.compact.agreement.Decisions;
import org.concord.compact.agreement.HeldAgreement;
import org.concord.compact.agreement.LegalDates;
import org.concord.compact.agreement.instrument.RecordText;
import org.concord.compact.agreement.instrument.Terms.JoinedBy;
import org.concord.compact.agreement.instrument.TextRegister;
import org.concord.compact.agreement.instrument.TextView;
import org.concord.kit.access.Access;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.concord.kit.time.Zones;
import org.jspecify.annotations.Nullable;

/**
 * Records how members join and take amendments, and whether what they enacted is the text that was proposed. Callers bring
 * the transaction.
 */
@ApplicationScoped
public class EnactmentDesk {

    private final AgreementLife agreements;
    private final AgreementRegister register;
    private final Decisions decisions;
    private final Enactments enactments;
    private final TextRegister texts;
    private final ConformityFindings findings;
    private final LegalDates dates;
    private final Ids ids;

    EnactmentDesk(
            AgreementLife agreements,
            AgreementRegister register,
            Decisions decisions,
            Enactments enactments,
            TextRegister texts,
            ConformityFindings findings,
            LegalDates dates,
            Ids ids) {
        this.agreements = agreements;
        this.register = register;
        this.decisions = decisions;
        this.enactments = enactments;
        this.texts = texts;
        this.findings = findings;
        this.dates = dates;
        this.ids = ids;
    }

    /**
     * Records that a member begins to join.
     *
     * @throws ProblemException {@code not-found}, {@code validation-failed}, {@code agreement-dissolved},
     *     {@code joined-another-way}, {@code dated-ahead}, {@code enactment-stands}, {@code not-admitted}, {@code
     *     step-dated-too-early}
     */
    EnactmentView begin(UUID agreementId, JoinAgreement command, String by) {
        String member = requireJurisdiction(command.member());
        HeldAgreement agreement = agreements.hold(agreementId);
        agreement.requireNotDissolved();
        requireTheWay(agreement, command);
        enactments.standing(agreementId, member).ifPresent(act -> {
            throw stands(act);
        });
        if (!(command instanceof JoinAgreement.Bill)) {
            requireAdmitted(agreement, member);
        }
        return keep(agreement, Enactment.begin(ids.next(), agreementId, null, command, dates.now(), by), by);
    }

    /**
     * Records that a member begins to take an amendment, by an act of the kind by which it joined.
     *
     * @throws ProblemException {@code validation-failed}, {@code joined-another-way}, {@code dated-ahead}, {@code
     *     not-a-member}, {@code enactment-stands}, {@code step-dated-too-early}
     */
    public EnactmentView beginAmending(
            HeldAgreement agreement, UUID amendmentId, LocalDate proposedOn, JoinAgreement command, String by) {
        String member = requireJurisdiction(command.member());
        LocalDate acted = requireTheWay(agreement, command);
        if (acted.isBefore(proposedOn)) {
            throw new ProblemException(
                    AgreementProblem.STEP_DATED_TOO_EARLY,
                    "The amendment was proposed on " + proposedOn + "; nobody could take it on " + acted + ".");
        }
        requireBound(agreement, member, acted);
        requireNotTaken(amendmentId, member);
        return keep(agreement, Enactment.begin(ids.next(), agreement.id(), amendmentId, command, dates.now(), by), by);
    }

    /**
     * Records that a member's act of joining, made after the proposal, has the amended text already.
     *
     * @throws ProblemException {@code not-a-member}, {@code enactment-stands}, {@code step-dated-too-early} for an act from
     *     before the proposal
     */
    public EnactmentView include(
            HeldAgreement agreement, UUID amendmentId, LocalDate proposedOn, String member, String by) {
        Enactment joining = enactments
                .standing(agreement.id(), member)
                .filter(Enactment::binds)
                .orElseThrow(() -> notBound(agreement, member));
        LocalDate bound = joining.enactedOn();
        if (bound == null || bound.isBefore(proposedOn)) {
            throw new ProblemException(
                    AgreementProblem.STEP_DATED_TOO_EARLY,
                    member + " was bound on " + bound + ", before the amendment was proposed on " + proposedOn + ".");
        }
        requireNotTaken(amendmentId, member);
        return keep(
                agreement, Enactment.included(ids.next(), agreement.id(), amendmentId, joining, dates.now(), by), by);
    }

    private EnactmentView keep(HeldAgreement agreement, Enactment act, String by) {
        enactments.persist(act);
        agreement.rework(cause(act), by);
        return act.view();
    }

    private static String cause(Enactment act) {
        return act.amendmentId().isPresent() ? "AMENDMENT" : "ENACTMENT";
    }

    private static String requireJurisdiction(String member) {
        if (!Zones.isJurisdiction(member)) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "Nobody can join like this.",
                    List.of(Violation.at("/member", "unknown-jurisdiction", "no jurisdiction has this USPS code")));
        }
        return member;
    }

    /** Answers the day of the act. */
    private LocalDate requireTheWay(HeldAgreement agreement, JoinAgreement command) {
        LocalDate acted = switch (command) {
            case JoinAgreement.Bill bill -> bill.introducedOn();
            case JoinAgreement.Signature signed -> signed.signedOn();
            case JoinAgreement.OwnRule rule -> rule.adoptedOn();
        };
        JoinedBy way = switch (command) {
            case JoinAgreement.Bill bill -> JoinedBy.LEGISLATION;
            case JoinAgreement.Signature signed -> JoinedBy.SIGNATURE;
            case JoinAgreement.OwnRule rule -> JoinedBy.OWN_RULE;
        };
        dates.happened(command.member(), acted);
        JoinedBy asked = agreement.termsOn(acted).joinedBy();
        if (way != asked) {
            throw new ProblemException(
                    EnactmentProblem.JOINED_ANOTHER_WAY, agreement.code() + " is joined by " + asked + ".");
        }
        return acted;
    }

    private void requireAdmitted(HeldAgreement agreement, String member) {
        if (agreement.isInForce()
                && agreement.termsOn(agreement.today()).admissionByVote()
                && !decisions.isAdmitted(agreement.id(), member)) {
            throw new ProblemException(
                    EnactmentProblem.NOT_ADMITTED,
                    "Under its terms the members of " + agreement.code() + " vote on who joins: open a ballot on "
                            + member + ".");
        }
    }

    private void requireBound(HeldAgreement agreement, String member, LocalDate on) {
        if (enactments.bound(agreement.id(), member, on).isEmpty()) {
            throw notBound(agreement, member);
        }
    }

    private static ProblemException notBound(HeldAgreement agreement, String member) {
        return new ProblemException(
                AgreementProblem.NOT_A_MEMBER, member + " is not bound by " + agreement.code() + ".");
    }

    private void requireNotTaken(UUID amendmentId, String member) {
        enactments.standingOn(amendmentId, member).ifPresent(act -> {
            throw stands(act);
        });
    }

    static ProblemException stands(Enactment act) {
        return new ProblemException(
                EnactmentProblem.ENACTMENT_STANDS, act.member() + " has an act that stands: " + act.id() + ".");
    }

    /**
     * Records the next step of a bill. The agreement's activation and everybody's standing follow from it at once.
     *
     * @throws ProblemException {@code not-found}, {@code agreement-dissolved}, {@code dated-ahead},
     *     {@code enactment-not-in-this-state}, {@code step-dated-too-early}
     */
    EnactmentView take(UUID agreementId, UUID id, EnactmentStep step, String by) {
        HeldAgreement agreement = agreements.hold(agreementId);
        Enactment act = enactments.inAgreement(agreementId, id).orElseThrow(Access::notFound);
        agreement.requireNotDissolved();
        if (!(step instanceof EnactmentStep.Effect)) {
            dates.happened(act.member(), step.on());
        } else if (act.amendmentId().isEmpty()) {
            requireAdmitted(agreement, act.member());
        }
        act.take(step);
        agreement.rework(cause(act), by);
        return act.view();
    }

    /**
     * Records the model text, or what a member enacted.
     *
     * @param enactmentId null for the model text
     * @throws ProblemException {@code not-found}, {@code validation-failed}
     */
    TextView record(UUID agreementId, @Nullable UUID enactmentId, RecordText command, String by) {
        agreements.hold(agreementId);
        if (enactmentId != null
                && enactments.inAgreement(agreementId, enactmentId).isEmpty()) {
            throw Access.notFound();
        }
        return enactmentId == null
                ? texts.recordModel(agreementId, command.articles(), by)
                : texts.recordEnacted(agreementId, enactmentId, command.articles(), by);
    }

    /**
     * The member's text beside the model's.
     *
     * @throws ProblemException {@code not-found}, {@code text-missing}
     */
    ConformityView conformity(UUID agreementId, UUID id) {
        Enactment act = enactments.inAgreement(agreementId, id).orElseThrow(Access::notFound);
        TextView model = proposed(act)
                .orElseThrow(() ->
                        new ProblemException(EnactmentProblem.TEXT_MISSING, "There is no model text to compare with."));
        TextView enacted = texts.enacted(agreementId, id)
                .orElseThrow(() -> new ProblemException(
                        EnactmentProblem.TEXT_MISSING, "What " + act.member() + " enacted is not recorded yet."));
        return ConformityView.of(act, model, enacted, findings.last(id, model.id(), enacted.id()));
    }

    /** What the member was to enact: the amendment's articles, or the model text as it was amended by the day of the act. */
    private Optional<TextView> proposed(Enactment act) {
        Optional<UUID> amendment = act.amendmentId();
        if (amendment.isPresent()) {
            return texts.amendment(amendment.get());
        }
        LocalDate enacted = act.enactedOn();
        LocalDate day = enacted == null ? dates.today(act.member()) : enacted;
        return texts.model(act.agreementId(), register.amendmentsOn(act.agreementId(), day));
    }

    /**
     * Records a finding on one article of the two texts that stand now.
     *
     * @throws ProblemException {@code not-found}, {@code text-missing}, {@code article-unknown}, {@code dated-ahead}
     */
    ConformityFindingView find(UUID agreementId, UUID id, FindConformity command, String by) {
        HeldAgreement agreement = agreements.hold(agreementId);
        ConformityView shown = conformity(agreementId, id);
        agreement.happened(command.foundOn());
        if (shown.articles().stream().noneMatch(article -> article.article().equals(command.article()))) {
            throw new ProblemException(
                    EnactmentProblem.ARTICLE_UNKNOWN, "There is no article " + command.article() + " to judge.");
        }
        ConformityFinding finding = new ConformityFinding(ids.next(), agreementId, shown, command, dates.now(), by);
        findings.persist(finding);
        return finding.view();
    }
}
