package org.concord.compact.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.agreement.OpenAgreement.Joining;
import org.concord.compact.agreement.instrument.AgreementType;
import org.concord.compact.agreement.instrument.Consent;
import org.concord.compact.agreement.instrument.InstrumentModel;
import org.concord.compact.agreement.instrument.InstrumentModels;
import org.concord.compact.agreement.instrument.Terms;
import org.concord.compact.agreement.instrument.TextRegister;
import org.concord.kit.access.PowersFact;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.kit.time.Ids;
import org.concord.kit.time.Zones;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Opens agreements, records the findings on their consent, and dissolves them; each with what it changes at once. */
@ApplicationScoped
class AgreementDesk {

    private final Agreements agreements;
    private final Joinings joinings;
    private final ConsentFindings consents;
    private final InstrumentModels models;
    private final TextRegister texts;
    private final StandingDesk standing;
    private final Decisions decisions;
    private final LegalDates dates;
    private final Ids ids;

    AgreementDesk(
            Agreements agreements,
            Joinings joinings,
            ConsentFindings consents,
            InstrumentModels models,
            TextRegister texts,
            StandingDesk standing,
            Decisions decisions,
            LegalDates dates,
            Ids ids) {
        this.agreements = agreements;
        this.joinings = joinings;
        this.consents = consents;
        this.models = models;
        this.texts = texts;
        this.standing = standing;
        this.decisions = decisions;
        this.dates = dates;
        this.ids = ids;
    }

    /** The agreement as it is today in its lead's zone. */
    AgreementView view(Agreement agreement) {
        return agreement.view(dates.today(agreement.lead()));
    }

    /**
     * Opens an agreement, for its founding members or for enactment.
     *
     * @throws ProblemException {@code validation-failed}, {@code instrument-model-unknown}, {@code lead-not-a-member},
     *     {@code linked-agreement-unknown}, {@code agreement-code-taken}
     */
    AgreementView open(OpenAgreement command, String by) {
        InstrumentModel model = model(command.model());
        AgreementType type = type(command, model);
        Terms terms = command.terms() != null ? command.terms() : model != null ? model.terms() : Terms.usual(type);
        requireSound(command, type, terms);
        Instant now = dates.now();
        Agreement agreement = Agreement.open(ids.next(), command, type, terms, now);
        PowersFact before = agreement.powers();
        store(agreement, command.code());
        if (model != null) {
            Consent consent = model.consent();
            if (consent != null) {
                note(agreement, new FindConsent(consent, dates.today(agreement.lead())), by);
            }
            if (!model.articles().isEmpty()) {
                texts.recordModel(agreement.id(), model.articles(), by);
            }
        }
        for (Joining joining : command.members()) {
            joinings.found(agreement.id(), joining, by);
        }
        standing.rework(agreement, before, "FOUNDING", by);
        return view(agreement);
    }

    /**
     * Records a finding on consent; powers that waited for it are there at once, or rest from now on.
     *
     * @throws ProblemException {@code not-found}, {@code dated-ahead}, {@code consent-not-an-issue}
     */
    ConsentFindingView find(UUID agreementId, FindConsent command, String by) {
        Agreement agreement = agreements.lock(agreementId);
        dates.happened(agreement.lead(), command.foundOn());
        PowersFact before = agreement.powers();
        ConsentFindingView found = note(agreement, command, by);
        standing.rework(agreement, before, "CONSENT", by);
        return found;
    }

    private ConsentFindingView note(Agreement agreement, FindConsent command, String by) {
        String kind = StateNames.of((Record) command.finding());
        agreement.find(command.finding(), kind);
        ConsentFinding finding = new ConsentFinding(ids.next(), agreement.id(), kind, command, dates.now(), by);
        consents.persist(finding);
        return finding.view();
    }

    List<ConsentFindingView> findings(UUID agreementId, UUID below, int limit) {
        return consents.page(agreementId, below, limit).stream()
                .map(ConsentFinding::view)
                .toList();
    }

    /**
     * Dissolves an agreement by decision.
     *
     * @throws ProblemException {@code not-found}, {@code agreement-not-in-force}, {@code agreement-dissolved},
     *     {@code step-dated-too-early}, and what {@link Decisions} refuses
     */
    AgreementView dissolve(UUID agreementId, DissolveAgreement command, String by) {
        // A ballot that is due is closed by this look at it; its lock comes before the agreement's, as everywhere.
        decisions.requireCarried(agreementId, command.decision(), Decisions.DISSOLUTION, agreementId);
        Agreement agreement = agreements.lock(agreementId);
        PowersFact before = agreement.powers();
        agreement.dissolve(command.dissolvesOn(), dates.today(agreement.lead()));
        standing.rework(agreement, before, "DISSOLUTION " + command.decision().words(), by);
        return view(agreement);
    }

    /**
     * Closes a wind-down.
     *
     * @throws ProblemException {@code not-found}, {@code dated-ahead}, {@code agreement-not-in-force}
     */
    AgreementView windUp(UUID agreementId, WindUp command, String by) {
        Agreement agreement = agreements.lock(agreementId);
        PowersFact before = agreement.powers();
        LocalDate on = dates.happened(agreement.lead(), command.on());
        agreement.windUp(on, dates.today(agreement.lead()));
        standing.rework(agreement, before, "WIND_UP", by);
        return view(agreement);
    }

    private @Nullable InstrumentModel model(@Nullable String code) {
        return code == null
                ? null
                : models.find(code)
                        .orElseThrow(() -> new ProblemException(
                                AgreementProblem.INSTRUMENT_MODEL_UNKNOWN,
                                "There is no instrument model " + code + "; see /api/v1/instrument-models."));
    }

    private static AgreementType type(OpenAgreement command, @Nullable InstrumentModel model) {
        AgreementType asked = command.type();
        if (asked == null && model == null) {
            throw fault("/type", "required", "name the type, or a model that says it");
        }
        if (asked != null && model != null && asked != model.type()) {
            throw fault("/type", "contradicts-model", "the model is a " + model.type());
        }
        return asked != null ? asked : Objects.requireNonNull(model).type();
    }

    private void store(Agreement agreement, String code) {
        try {
            agreements.persistAndFlush(agreement);
        } catch (ConstraintViolationException violated) {
            if ("agreement_code_uk".equals(violated.getConstraintName())) {
                throw new ProblemException(
                        AgreementProblem.AGREEMENT_CODE_TAKEN, "An agreement with the code " + code + " exists.");
            }
            throw violated;
        }
    }

    private void requireSound(OpenAgreement command, AgreementType type, Terms terms) {
        List<Violation> faults = new ArrayList<>(terms.faults(type));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < command.members().size(); i++) {
            Joining joining = command.members().get(i);
            if (!Zones.isJurisdiction(joining.member())) {
                faults.add(Violation.at(
                        "/members/" + i + "/member", "unknown-jurisdiction", "no jurisdiction has this USPS code"));
            } else if (!seen.add(joining.member())) {
                faults.add(Violation.at("/members/" + i + "/member", "duplicate", "the member stands here twice"));
            }
        }
        boolean forEnactment = command.model() != null || terms.activationThreshold() != null;
        if (command.members().isEmpty() && !forEnactment) {
            faults.add(Violation.at("/members", "required", "name who joins; a model or a threshold opens without"));
        }
        if (!Zones.isJurisdiction(command.lead())) {
            faults.add(Violation.at("/lead", "unknown-jurisdiction", "no jurisdiction has this USPS code"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    KitProblem.VALIDATION_FAILED, "The agreement cannot be opened like this.", faults);
        }
        if (!seen.isEmpty() && !seen.contains(command.lead())) {
            throw new ProblemException(
                    AgreementProblem.LEAD_NOT_A_MEMBER, command.lead() + " is not among the members.");
        }
        UUID linked = command.linkedAgreementId();
        if (linked != null && agreements.findByIdOptional(linked).isEmpty()) {
            throw new ProblemException(
                    AgreementProblem.LINKED_AGREEMENT_UNKNOWN, "There is no agreement " + linked + ".");
        }
    }

    private static ProblemException fault(String pointer, String code, String message) {
        return new ProblemException(
                KitProblem.VALIDATION_FAILED,
                "The agreement cannot be opened like this.",
                List.of(Violation.at(pointer, code, message)));
    }
}
