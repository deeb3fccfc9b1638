package org.concord.compact.procurement.round;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.concord.compact.procurement.evaluation.Bid;

/** The opened bids; a round has a few. */
@ApplicationScoped
class Bids implements PanacheRepositoryBase<RecordedBid, UUID> {

    List<Bid> of(UUID roundId) {
        return list("roundId = ?1 order by supplier", roundId).stream()
                .map(RecordedBid::bid)
                .toList();
    }
}
