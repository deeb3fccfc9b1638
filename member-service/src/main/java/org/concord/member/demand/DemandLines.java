package org.concord.member.demand;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Posted lines. */
@ApplicationScoped
class DemandLines implements PanacheRepositoryBase<DemandLine, UUID> {

    /** The references that a member has used in a round. Stable while the member's row is locked. */
    Set<String> references(UUID roundId, String member) {
        return find("select reference from DemandLine where roundId = ?1 and member = ?2", roundId, member)
                .project(String.class)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
