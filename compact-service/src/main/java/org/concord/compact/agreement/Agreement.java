package org.concord.compact.agreement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
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
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.concord.compact.agreement.AgreementRegister.Term;
import org.jspecify.annotations.Nullable;

/** An instrument between members, in force since it was opened. */
@Entity
@Table(name = "agreement")
class Agreement {

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

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "membership", joinColumns = @JoinColumn(name = "agreement_id"))
    private Set<Membership> memberships = new LinkedHashSet<>();

    protected Agreement() {}

    static Agreement open(UUID id, OpenAgreement command, Instant now) {
        Agreement agreement = new Agreement();
        agreement.id = id;
        agreement.code = command.code();
        agreement.title = command.title();
        agreement.type = command.type();
        agreement.lead = command.lead();
        agreement.linkedAgreementId = command.linkedAgreementId();
        agreement.openedAt = now;
        command.members()
                .forEach(joining -> agreement.memberships.add(new Membership(joining.member(), joining.effectiveOn())));
        return agreement;
    }

    UUID id() {
        return id;
    }

    AgreementRegister.AgreementFacts facts() {
        return new AgreementRegister.AgreementFacts(id, code, type, lead, terms());
    }

    AgreementView view() {
        return new AgreementView(
                id, code, title, type, type.capabilities(), lead, linkedAgreementId, terms(), openedAt, version);
    }

    private List<Term> terms() {
        return memberships.stream()
                .map(Membership::term)
                .sorted(Comparator.comparing(Term::member).thenComparing(Term::effectiveOn))
                .toList();
    }
}
