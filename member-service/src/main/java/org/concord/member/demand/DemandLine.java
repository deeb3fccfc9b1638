package org.concord.member.demand;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One posted line with the inputs of its rounding. It is never changed: the demand only grows until it closes. */
@Entity
@Immutable
@Table(name = "demand_line")
class DemandLine {
    /** The door through which a line came. */
    enum Source {
        REST,
        UPLOAD
    }

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "round_id")
    UUID roundId;

    @Column(name = "member")
    String member;

    @Column(name = "reference")
    String reference;

    @Column(name = "doses")
    long doses;

    @Nullable
    @Column(name = "rate_per_10000", precision = 9, scale = 3)
    BigDecimal ratePer10000;

    @Column(name = "population")
    long population;

    @Column(name = "package_doses")
    long packageDoses;

    @Enumerated(EnumType.STRING)
    @Column(name = "source")
    Source source;

    @Column(name = "posted_by")
    String postedBy;

    @Column(name = "posted_at")
    Instant postedAt;

    DemandLine() {}

    DemandLine(
            UUID id,
            RoundParticipant participant,
            RoundTerms terms,
            DraftLine draft,
            Source source,
            String by,
            Instant at) {
        this.id = id;
        this.roundId = participant.key.roundId;
        this.member = participant.member();
        this.reference = draft.reference();
        this.doses = draft.doses();
        this.ratePer10000 = draft.ratePer10000();
        this.population = terms.population();
        this.packageDoses = terms.packaging().packageDoses();
        this.source = source;
        this.postedBy = by;
        this.postedAt = at;
    }

    /** As it was written: 40, not 40.000. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal rate) {
        if (rate == null) {
            return null;
        }
        BigDecimal bare = rate.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    DemandLineView view() {
        return new DemandLineView(
                roundId,
                member,
                reference,
                doses,
                plain(ratePer10000),
                population,
                packageDoses,
                source.name(),
                postedAt);
    }
}
