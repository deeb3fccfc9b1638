package org.concord.compact.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.agreement.Terms.JoinedBy;
import org.concord.kit.access.Access;
import org.concord.kit.access.PowersFact;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.concord.kit.time.Zones;
import org.jspecify.annotations.Nullable;

/** Records how members join, and whether what they enacted is the model's text. Callers bring the transaction. */
@ApplicationScoped
class EnactmentDesk {

    private final Agreements agreements;
    private final Enactments enactments;
    private final InstrumentTexts texts;
    private final ConformityFindings findings;
    private final StandingDesk standing;
    private final LegalDates dates;
    private final Ids ids;

    EnactmentDesk(
            Agreements agreements,
            Enactments enactments,
            InstrumentTexts texts,
            ConformityFindings findings,
            StandingDesk standing,
            LegalDates dates,
            Ids ids) {
        this.agreements = agreements;
        this.enactments = enactments;
        this.texts = texts;
        this.findings = findings;
        this.standing = standing;
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
        Agreement agreement = agreements.lock(agreementId);
        agreement.requireNotDissolved(dates.today(agreement.lead()));
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
        JoinedBy asked = agreement.instrument().joinedBy();
        if (way != asked) {
            throw new ProblemException(
                    AgreementProblem.JOINED_ANOTHER_WAY, agreement.code() + " is joined by " + asked + ".");
        }
        enactments.standing(agreementId, member).ifPresent(act -> {
            throw stands(act);
        });
        PowersFact before = agreement.powers();
        Enactment act = Enactment.begin(ids.next(), agreementId, command, dates.now(), by);
        enactments.persist(act);
        standing.rework(agreement, before, "ENACTMENT", by);
        return act.view();
    }

    static ProblemException stands(Enactment act) {
        return new ProblemException(
                AgreementProblem.ENACTMENT_STANDS,
                act.member() + " has an act of joining that stands: " + act.id() + ".");
    }

    /**
     * Records the next step of a bill. The agreement's activation and everybody's standing follow from it at once.
     *
     * @throws ProblemException {@code not-found}, {@code agreement-dissolved}, {@code dated-ahead},
     *     {@code enactment-not-in-this-state}, {@code step-dated-too-early}
     */
    EnactmentView take(UUID agreementId, UUID id, EnactmentStep step, String by) {
        Agreement agreement = agreements.lock(agreementId);
        Enactment act = enactments.inAgreement(agreementId, id).orElseThrow(Access::notFound);
        agreement.requireNotDissolved(dates.today(agreement.lead()));
        if (!(step instanceof EnactmentStep.Effect)) {
            dates.happened(act.member(), step.on());
        }
        PowersFact before = agreement.powers();
        act.take(step);
        standing.rework(agreement, before, "ENACTMENT", by);
        return act.view();
    }

    /**
     * Records the model text, or what a member enacted.
     *
     * @param enactmentId null for the model text
     * @throws ProblemException {@code not-found}, {@code validation-failed}
     */
    TextView record(UUID agreementId, @Nullable UUID enactmentId, RecordText command, String by) {
        agreements.lock(agreementId);
        if (enactmentId != null
                && enactments.inAgreement(agreementId, enactmentId).isEmpty()) {
            throw Access.notFound();
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < command.articles().size(); i++) {
            if (!seen.add(command.articles().get(i).article())) {
                throw new ProblemException(
                        KitProblem.VALIDATION_FAILED,
                        "The text cannot be recorded like this.",
                        List.of(Violation.at("/articles/" + i + "/article", "duplicate", "the article stands twice")));
            }
        }
        InstrumentText text =
                new InstrumentText(ids.next(), agreementId, enactmentId, command.articles(), dates.now(), by);
        texts.persist(text);
        return text.view();
    }

    /**
     * The member's text beside the model's.
     *
     * @throws ProblemException {@code not-found}, {@code text-missing}
     */
    ConformityView conformity(UUID agreementId, UUID id) {
        Enactment act = enactments.inAgreement(agreementId, id).orElseThrow(Access::notFound);
        InstrumentText model = texts.model(agreementId)
                .orElseThrow(() ->
                        new ProblemException(AgreementProblem.TEXT_MISSING, "The agreement has no model text yet."));
        InstrumentText enacted = texts.enacted(agreementId, id)
                .orElseThrow(() -> new ProblemException(
                        AgreementProblem.TEXT_MISSING, "What " + act.member() + " enacted is not recorded yet."));
        return ConformityView.of(act, model, enacted, findings.last(id, model.id(), enacted.id()));
    }

    /**
     * Records a finding on one article of the two texts that stand now.
     *
     * @throws ProblemException {@code not-found}, {@code text-missing}, {@code article-unknown}, {@code dated-ahead}
     */
    ConformityFindingView find(UUID agreementId, UUID id, FindConformity command, String by) {
        Agreement agreement = agreements.lock(agreementId);
        ConformityView shown = conformity(agreementId, id);
        dates.happened(agreement.lead(), command.foundOn());
        if (shown.articles().stream().noneMatch(article -> article.article().equals(command.article()))) {
            throw new ProblemException(
                    AgreementProblem.ARTICLE_UNKNOWN, "There is no article " + command.article() + " to judge.");
        }
        ConformityFinding finding = new ConformityFinding(ids.next(), agreementId, shown, command, dates.now(), by);
        findings.persist(finding);
        return finding.view();
    }
}
