package org.concord.compact.governance.seat;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who holds the seats. */
@ApplicationScoped
class Credentials implements PanacheRepositoryBase<SeatCredential, UUID> {

    List<SeatCredential> of(UUID seatId) {
        return list("seatId = ?1 order by id", seatId);
    }

    /** The credentials of many seats in one statement. */
    Map<UUID, List<SeatCredential>> ofAll(Set<UUID> seats) {
        if (seats.isEmpty()) {
            return Map.of();
        }
        return find("seatId in ?1 order by id", seats).stream().collect(Collectors.groupingBy(SeatCredential::seatId));
    }
}
