package org.concord.compact.procurement.award;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concord.compact.procurement.evaluation.Evaluation.Purchase;
import org.concord.compact.procurement.round.AwardTerms;
import org.concord.compact.procurement.round.Participant;
import org.jspecify.annotations.Nullable;

/** An award as it was made; nothing in it is ever changed. */
@Entity
@Table(name = "award")
class Award {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "round_id", nullable = false, updatable = false)
    private UUID roundId;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreementId;

    @Column(name = "evaluation_id", nullable = false, updatable = false)
    private UUID evaluationId;

    @Column(name = "ballot_id", nullable = false, updatable = false)
    private UUID ballotId;

    @Column(name = "lead", nullable = false, updatable = false)
    private String lead;

    @Column(name = "supplier", nullable = false, updatable = false)
    private String supplier;

    @Column(name = "unit_cents", updatable = false)
    private @Nullable Long unitCents;

    @Column(name = "doses", nullable = false, updatable = false)
    private long doses;

    @Column(name = "goods_cents", nullable = false, updatable = false)
    private long goodsCents;

    @Column(name = "awarded_by", nullable = false, updatable = false)
    private String awardedBy;

    @Column(name = "awarded_at", nullable = false, updatable = false)
    private Instant awardedAt;

    @Column(name = "awarded_on", nullable = false, updatable = false)
    private LocalDate awardedOn;

    @ElementCollection
    @CollectionTable(name = "award_share", joinColumns = @JoinColumn(name = "award_id"))
    @MapKeyColumn(name = "member")
    private Map<String, Share> shares = new HashMap<>();

    protected Award() {}

    static Award make(
            UUID id, AwardTerms terms, MakeAward command, String awardedBy, Instant awardedAt, LocalDate awardedOn) {
        Award award = new Award();
        Purchase purchase = terms.purchase();
        award.id = id;
        award.roundId = terms.roundId();
        award.agreementId = terms.agreementId();
        award.evaluationId = command.evaluationId();
        award.ballotId = command.ballotId();
        award.lead = terms.lead();
        award.supplier = purchase.supplier();
        award.unitCents = purchase.unitCents();
        award.doses = purchase.doses();
        award.goodsCents = purchase.goodsCents();
        award.awardedBy = awardedBy;
        award.awardedAt = awardedAt;
        award.awardedOn = awardedOn;
        Map<String, Long> populations =
                terms.participants().stream().collect(Collectors.toMap(Participant::member, Participant::population));
        terms.members().stream()
                .filter(member -> member.doses() > 0)
                .forEach(member -> award.shares.put(
                        member.member(),
                        new Share(
                                Objects.requireNonNull(populations.get(member.member())),
                                member.doses(),
                                member.goodsCents())));
        return award;
    }

    AwardView view() {
        List<AwardView.MemberView> members = new TreeMap<>(shares)
                .entrySet().stream()
                        .map(share -> new AwardView.MemberView(
                                share.getKey(),
                                share.getValue().population,
                                share.getValue().doses,
                                share.getValue().goodsCents))
                        .toList();
        return new AwardView(
                id,
                roundId,
                agreementId,
                evaluationId,
                ballotId,
                lead,
                supplier,
                doses,
                goodsCents,
                unitCents,
                members,
                awardedBy,
                awardedAt,
                awardedOn);
    }

    /** What one member gets of the award. */
    @Embeddable
    static class Share {

        @Column(name = "population", nullable = false, updatable = false)
        private long population;

        @Column(name = "doses", nullable = false, updatable = false)
        private long doses;

        @Column(name = "goods_cents", nullable = false, updatable = false)
        private long goodsCents;

        protected Share() {}

        Share(long population, long doses, long goodsCents) {
            this.population = population;
            this.doses = doses;
            this.goodsCents = goodsCents;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Share that
                    && population == that.population
                    && doses == that.doses
                    && goodsCents == that.goodsCents;
        }

        @Override
        public int hashCode() {
            return Objects.hash(population, doses, goodsCents);
        }
    }
}
