package org.concord.member.casereport;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.concord.kit.access.Caller;
import org.concord.kit.problem.ProblemException;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A signed agreement on the use of data. It is never edited: other thresholds are another agreement. */
@Entity
@Immutable
@Table(name = "data_use_agreement")
class DataUseAgreement {

    static final String ANY = "*";

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "agreement_id")
    UUID agreementId;

    @Column(name = "code")
    String code;

    @Column(name = "title")
    String title;

    @Column(name = "instrument")
    String instrument;

    @Column(name = "effective_on")
    LocalDate effectiveOn;

    @Nullable
    @Column(name = "ends_on")
    LocalDate endsOn;

    @Column(name = "small_below")
    int smallBelow;

    @Column(name = "substitute")
    int substitute;

    @Column(name = "registered_by")
    String registeredBy;

    @Column(name = "registered_at")
    Instant registeredAt;

    @ElementCollection(fetch = FetchType.LAZY)
    @BatchSize(size = 500)
    @CollectionTable(name = "small_cell_rule", joinColumns = @JoinColumn(name = "data_use_agreement_id"))
    Set<RuleRow> rules = new LinkedHashSet<>();

    DataUseAgreement() {}

    DataUseAgreement(UUID id, RegisterDataUseAgreement command, Caller by, Instant at) {
        this.id = id;
        this.agreementId = command.agreementId();
        this.code = command.code();
        this.title = command.title();
        this.instrument = command.instrument();
        this.effectiveOn = command.effectiveOn();
        this.endsOn = command.endsOn();
        this.smallBelow = command.smallBelow();
        this.substitute = command.substitute();
        this.registeredBy = by.subject();
        this.registeredAt = at;
        command.allRules().forEach(rule -> rules.add(new RuleRow(rule)));
    }

    /**
     * Refuses days on which nothing is shared under it.
     *
     * @throws ProblemException {@code data-use-agreement-not-in-force}
     */
    void requireInForce(LocalDate today) {
        if (today.isBefore(effectiveOn) || (endsOn != null && today.isAfter(endsOn))) {
            throw new ProblemException(
                    CaseReportProblem.DATA_USE_AGREEMENT_NOT_IN_FORCE,
                    code + " is in force from " + effectiveOn + (endsOn == null ? "" : " to " + endsOn) + "; it is "
                            + today + ".");
        }
    }

    /** The member's own threshold for the condition, else the member's, else the condition's, else the agreement's. */
    SmallCells smallCells(String member, String condition) {
        return rules.stream()
                .filter(rule -> rule.covers(member, condition))
                .max(Comparator.comparingInt(RuleRow::closeness))
                .map(RuleRow::smallCells)
                .orElse(new SmallCells(smallBelow, substitute));
    }

    DataUseAgreementView view() {
        return new DataUseAgreementView(
                id,
                agreementId,
                code,
                title,
                instrument,
                effectiveOn,
                endsOn,
                smallBelow,
                substitute,
                rules.stream()
                        .sorted(Comparator.comparing((RuleRow rule) -> rule.member)
                                .thenComparing(rule -> rule.condition))
                        .map(RuleRow::view)
                        .toList(),
                registeredAt);
    }

    /** A threshold of its own. */
    @Embeddable
    static class RuleRow {

        @Column(name = "member")
        String member;

        @Column(name = "condition")
        String condition;

        @Column(name = "small_below")
        int smallBelow;

        @Column(name = "substitute")
        int substitute;

        RuleRow() {}

        RuleRow(RegisterDataUseAgreement.Rule rule) {
            this.member = rule.memberOrAny();
            this.condition = rule.conditionOrAny();
            this.smallBelow = rule.smallBelow();
            this.substitute = rule.substitute();
        }

        boolean covers(String ofMember, String ofCondition) {
            return (member.equals(ANY) || member.equals(ofMember))
                    && (condition.equals(ANY) || condition.equals(ofCondition));
        }

        int closeness() {
            return (member.equals(ANY) ? 0 : 2) + (condition.equals(ANY) ? 0 : 1);
        }

        SmallCells smallCells() {
            return new SmallCells(smallBelow, substitute);
        }

        DataUseAgreementView.RuleView view() {
            return new DataUseAgreementView.RuleView(
                    member.equals(ANY) ? null : member,
                    condition.equals(ANY) ? null : condition,
                    smallBelow,
                    substitute);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof RuleRow that && member.equals(that.member) && condition.equals(that.condition);
        }

        @Override
        public int hashCode() {
            return Objects.hash(member, condition);
        }
    }
}
