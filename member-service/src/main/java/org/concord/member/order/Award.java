package org.concord.member.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An award as compact-service announced it: what an early check needs. */
@Entity
@Immutable
@Table(name = "known_award")
class Award {
    @Id
    @Column(name = "award_id")
    UUID id;

    @Column(name = "round_id")
    UUID roundId;

    @Column(name = "agreement_id")
    UUID agreementId;

    @Column(name = "package_doses")
    long packageDoses;

    Award() {}

    Award(AwardEvents.AwardMade made) {
        id = made.awardId();
        roundId = made.roundId();
        agreementId = made.agreementId();
        packageDoses = made.item().packageDoses();
    }
}
