package org.concord.member.demand;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A round as compact-service announced it: what we need to decide on a demand. */
@Entity
@Table(name = "known_round")
class Round {
    @Id
    @Column(name = "round_id")
    UUID id;

    @Column(name = "agreement_id")
    UUID agreementId;

    @Column(name = "title")
    String title;

    @Column(name = "cvx")
    String cvx;

    @Column(name = "item_name")
    String itemName;

    @Column(name = "package_doses")
    long packageDoses;

    @Column(name = "demand_due_at")
    Instant demandDueAt;

    @Nullable
    @Column(name = "consolidated_at")
    Instant consolidatedAt;

    Round() {}

    Round(RoundEvents.RoundOpened opened) {
        id = opened.roundId();
        agreementId = opened.agreementId();
        title = opened.title();
        cvx = opened.item().cvx();
        itemName = opened.item().name();
        packageDoses = opened.item().packageDoses();
        demandDueAt = opened.demandDueAt();
    }

    /** Refuses once the round has been consolidated or its due time has come. */
    void mustTakeDemand(Instant now) {
        if (consolidatedAt != null) {
            throw new ProblemException(
                    DemandProblem.DEMAND_CONSOLIDATED,
                    "The demand of this round was consolidated at " + consolidatedAt + "; it takes no more lines.");
        }
        if (!now.isBefore(demandDueAt)) {
            throw new ProblemException(
                    DemandProblem.DEMAND_CLOSED,
                    "This round took demand until " + demandDueAt + "; it is now " + now + ".");
        }
    }

    void consolidated(Instant at) {
        consolidatedAt = at;
    }

    RoundTerms termsFor(RoundParticipant participant) {
        return new RoundTerms(cvx, itemName, new Packaging(packageDoses), participant.population);
    }
}
