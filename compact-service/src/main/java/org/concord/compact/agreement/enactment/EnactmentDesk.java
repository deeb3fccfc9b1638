package org.concord.compact.agreement.enactment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.concord.compact.agreement.AgreementLife;
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

/** Records how members join, and whether what they enacted is the model's text. Callers bring the transaction. */
@ApplicationScoped
class EnactmentDesk {

    private final AgreementLife agreements;
    private final Enactments enactments;
    private final TextRegister texts;
    private final ConformityFindings findings;
    private final LegalDates dates;
    private final Ids ids;

    EnactmentDesk(
            AgreementLife agreements,
            Enactments enactments,
            TextRegister texts,
            ConformityFindings findings,
            LegalDates dates,
            Ids ids) {
        this.agreements = agreements;
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
     *     {@code joined-another-way}, {@code dated-ahead}, {@code enactment-stands}, {@code step-dated-too-early}
     */
    EnactmentView begin(UUID agreementId, JoinAgreement command, String by) {
        String member = command.member();
        if (!Zones.isJurisdiction(member)) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED,
                    "Nobody can join like this.",
                    List.of(Violation.at("/member", "unknown-jurisdiction", "no jurisdiction has this USPS code")));
        }
        HeldAgreement agreement = agreements.hold(agreementId);
        agreement.requireNotDissolved();
        JoinedBy way = switch (command) {
            case JoinAgreement.Bill bill -> {
                dates.happened(member, bill.introducedOn());
                yield JoinedBy.LEGISLATION;
            }
            case JoinAgreement.Signature signed -> {
                dates.happened(member, signed.signedOn());
                yield JoinedBy.SIGNATURE;
            }
            case JoinAgreement.OwnRule rule -> {
                dates.happened(member, rule.adoptedOn());
                yield JoinedBy.OWN_RULE;
            }
        };
        JoinedBy asked = agreement.terms().joinedBy();
        if (way != asked) {
            throw new ProblemException(
                    EnactmentProblem.JOINED_ANOTHER_WAY, agreement.code() + " is joined by " + asked + ".");
        }
        enactments.standing(agreementId, member).ifPresent(act -> {
            throw stands(act);
        });
        Enactment act = Enactment.begin(ids.next(), agreementId, command, dates.now(), by);
        enactments.persist(act);
        agreement.rework("ENACTMENT", by);
        return act.view();
    }

    static ProblemException stands(Enactment act) {
        return new ProblemException(
                EnactmentProblem.ENACTMENT_STANDS,
                act.member() + " has an act of joining that stands: " + act.id() + ".");
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
        }
        act.take(step);
        agreement.rework("ENACTMENT", by);
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
        return texts.record(agreementId, enactmentId, command.articles(), by);
    }

    /**
     * The member's text beside the model's.
     *
     * @throws ProblemException {@code not-found}, {@code text-missing}
     */
    ConformityView conformity(UUID agreementId, UUID id) {
        Enactment act = enactments.inAgreement(agreementId, id).orElseThrow(Access::notFound);
        TextView model = texts.model(agreementId)
                .orElseThrow(() ->
                        new ProblemException(EnactmentProblem.TEXT_MISSING, "The agreement has no model text yet."));
        TextView enacted = texts.enacted(agreementId, id)
                .orElseThrow(() -> new ProblemException(
                        EnactmentProblem.TEXT_MISSING, "What " + act.member() + " enacted is not recorded yet."));
        return ConformityView.of(act, model, enacted, findings.last(id, model.id(), enacted.id()));
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
