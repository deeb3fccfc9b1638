package org.concord.compact.agreement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.concord.compact.agreement.AgreementRegister.Term;
import org.concord.compact.agreement.Standings.Force;
import org.concord.compact.agreement.instrument.AgreementType;
import org.concord.compact.agreement.instrument.Consent;
import org.concord.compact.agreement.instrument.Terms;
import org.concord.compact.agreement.instrument.TermsHistory;
import org.concord.kit.access.AgreementFact;
import org.concord.kit.access.Capability;
import org.concord.kit.access.PowersFact;
import org.concord.kit.access.StandingSpan;
import org.concord.kit.problem.ProblemException;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * An instrument between members. Its terms are data; when it is in force and how its members stand is worked out from the
 * dates of their acts ({@link Standings}) and kept here, so that reading needs no working out.
 */
@Entity
@Table(name = "agreement")
class Agreement {

    /** A page of agreements reads its memberships in few statements. */
    private static final int MOST_AT_ONCE = 100;

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "code", nullable = false, updatable = false)
    private String code;

    @Column(name = "title", nullable = false)
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(name = "type", nullable = false, updatable = false)
    private AgreementType type;

    @Column(name = "lead", nullable = false)
    private String lead;

    @Column(name = "linked_agreement_id", updatable = false)
    private @Nullable UUID linkedAgreementId;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Column(name = "model", updatable = false)
    private @Nullable String model;

    @Convert(converter = JsonColumn.OfTerms.class)
    @Column(name = "terms", nullable = false, updatable = false)
    private Terms terms;

    @Convert(converter = JsonColumn.OfVersions.class)
    @Column(name = "amended", nullable = false)
    private List<TermsHistory.Version> amended = List.of();

    @Column(name = "consent")
    private @Nullable String consent;

    @Column(name = "active_on")
    private @Nullable LocalDate activeOn;

    @Column(name = "dissolved_on")
    private @Nullable LocalDate dissolvedOn;

    @Column(name = "declared_on")
    private @Nullable LocalDate declaredOn;

    @Column(name = "wound_up_on")
    private @Nullable LocalDate woundUpOn;

    @Column(name = "told", nullable = false)
    private boolean told;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @ElementCollection(fetch = FetchType.LAZY)
    @BatchSize(size = MOST_AT_ONCE)
    @CollectionTable(name = "membership", joinColumns = @JoinColumn(name = "agreement_id"))
    private Set<Membership> memberships = new LinkedHashSet<>();

    protected Agreement() {}

    static Agreement open(UUID id, OpenAgreement command, AgreementType type, Terms terms, Instant now) {
        Agreement agreement = new Agreement();
        agreement.id = id;
        agreement.code = command.code();
        agreement.title = command.title();
        agreement.type = type;
        agreement.lead = command.lead();
        agreement.linkedAgreementId = command.linkedAgreementId();
        agreement.model = command.model();
        agreement.terms = terms;
        agreement.openedAt = now;
        return agreement;
    }

    /** Works out from all acts when the agreement is in force, and on which terms. */
    void reckon(Collection<Joined> joined, List<Amending> proposed) {
        LocalDate since = Standings.activation(terms, joined).orElse(null);
        activeOn = since;
        if (since == null) {
            dissolvedOn = declaredOn;
            amended = List.of();
            return;
        }
        List<TermsHistory.Version> versions = proposed.stream()
                .flatMap(one -> one.force(joined, since).stream())
                .sorted(Comparator.comparing(TermsHistory.Version::fromOn))
                .toList();
        LocalDate fallen =
                Standings.fall(new TermsHistory(terms, versions), joined, since).orElse(null);
        LocalDate over = fallen != null && (declaredOn == null || fallen.isBefore(declaredOn)) ? fallen : declaredOn;
        dissolvedOn = over;
        // Nothing comes into force in an agreement that is over.
        amended = versions.stream()
                .filter(version -> over == null || version.fromOn().isBefore(over))
                .toList();
    }

    /** Its terms by date. */
    TermsHistory history() {
        return new TermsHistory(terms, amended);
    }

    /** Declares the dissolution; the state refuses what is not in force. */
    void dissolve(LocalDate on, LocalDate today) {
        switch (state(today)) {
            case AgreementState.OpenForEnactment open ->
                throw new ProblemException(
                        AgreementProblem.AGREEMENT_NOT_IN_FORCE,
                        code + " is not in force; there is nothing to dissolve.");
            case AgreementState.Active active -> {
                if (on.isBefore(active.since())) {
                    throw new ProblemException(
                            AgreementProblem.STEP_DATED_TOO_EARLY, code + " is in force since " + active.since() + ".");
                }
                declaredOn = active.dissolve(on).since();
            }
            case AgreementState.Dissolved over -> throw dissolved(over);
        }
    }

    /** Closes the wind-down of a dissolved agreement. */
    void windUp(LocalDate on, LocalDate today) {
        if (state(today) instanceof AgreementState.Dissolved over && !on.isBefore(over.since())) {
            woundUpOn = over.windUp(on).woundUpOn();
        } else {
            throw new ProblemException(
                    AgreementProblem.AGREEMENT_NOT_IN_FORCE, code + " is not dissolved on " + on + ".");
        }
    }

    /** Refuses what takes an agreement in force. */
    void requireInForce(LocalDate today) {
        requireNotDissolved(today);
        if (!(state(today) instanceof AgreementState.Active)) {
            throw new ProblemException(AgreementProblem.AGREEMENT_NOT_IN_FORCE, code + " is not in force yet.");
        }
    }

    /** Refuses steps of members in an agreement that is over. */
    void requireNotDissolved(LocalDate today) {
        if (state(today) instanceof AgreementState.Dissolved over) {
            throw dissolved(over);
        }
    }

    private ProblemException dissolved(AgreementState.Dissolved over) {
        return new ProblemException(
                AgreementProblem.AGREEMENT_DISSOLVED, code + " was dissolved on " + over.since() + ".");
    }

    void find(Consent finding, String kind) {
        if (!terms.consent().needed() && finding instanceof Consent.RequiredPending) {
            throw new ProblemException(
                    AgreementProblem.CONSENT_NOT_AN_ISSUE,
                    "Under its terms no power of " + code + " waits for consent.");
        }
        consent = kind;
    }

    AgreementState state(LocalDate today) {
        AgreementState.OpenForEnactment open = new AgreementState.OpenForEnactment();
        if (activeOn == null || today.isBefore(activeOn)) {
            return open;
        }
        AgreementState.Active active = open.activate(activeOn);
        if (dissolvedOn == null || today.isBefore(dissolvedOn)) {
            return active;
        }
        AgreementState.Dissolved over = active.dissolve(dissolvedOn);
        return woundUpOn == null || today.isBefore(woundUpOn) ? over : over.windUp(woundUpOn);
    }

    Force force() {
        return new Force(activeOn, dissolvedOn, woundUpOn);
    }

    /** The powers, without those that wait for the consent of Congress. */
    Set<Capability> capabilities() {
        Set<Capability> given = type.capabilities();
        if (awaitsConsent()) {
            given.removeAll(terms.consent().capabilities());
        }
        return given;
    }

    private boolean awaitsConsent() {
        return terms.consent().needed() && (consent == null || consent.equals("REQUIRED_PENDING"));
    }

    /** What other services are told of its powers; none before the day of its force is known. */
    PowersFact powers() {
        return new PowersFact(id, activeOn == null ? Set.of() : capabilities(), activeOn, dissolvedOn);
    }

    /** What the policy knows of it before it is in force: that it is there. */
    AgreementFact bareFact() {
        return new AgreementFact(id, code, type.name(), lead, Set.of(), List.of());
    }

    /** Takes the members' standing as it was worked out. */
    void stand(Map<String, List<StandingSpan>> standing) {
        memberships.clear();
        standing.forEach((member, spans) -> spans.forEach(span -> memberships.add(new Membership(member, span))));
    }

    /** How each member stands, by USPS code and date. */
    SortedMap<String, List<StandingSpan>> standing() {
        SortedMap<String, List<StandingSpan>> standing = new TreeMap<>();
        memberships.forEach(one -> standing.computeIfAbsent(one.member(), member -> new ArrayList<>())
                .add(one.span()));
        standing.values().forEach(spans -> spans.sort(Comparator.comparing(StandingSpan::fromOn)));
        return standing;
    }

    /** Whether the other services know of it; from the moment on that its force is known they do. */
    boolean isTold() {
        return told;
    }

    /** The other services are told now. */
    void tell() {
        told = true;
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    String lead() {
        return lead;
    }

    AgreementType type() {
        return type;
    }

    Instant openedAt() {
        return openedAt;
    }

    @Nullable
    LocalDate activeOn() {
        return activeOn;
    }

    AgreementRegister.AgreementFacts facts(LocalDate today) {
        return new AgreementRegister.AgreementFacts(
                id,
                code,
                type,
                lead,
                terms(),
                capabilities(),
                history().on(today).seatsPerMember());
    }

    AgreementView view(LocalDate today) {
        return new AgreementView(
                id,
                code,
                title,
                type,
                capabilities(),
                lead,
                linkedAgreementId,
                terms(),
                openedAt,
                version,
                model,
                StateNames.of((Record) state(today)),
                activeOn,
                dissolvedOn,
                woundUpOn,
                consent,
                history().on(today));
    }

    private List<Term> terms() {
        return memberships.stream()
                .filter(Membership::isFull)
                .map(Membership::term)
                .sorted(Comparator.comparing(Term::member).thenComparing(Term::effectiveOn))
                .toList();
    }
}
