package org.concord.compact.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concord.kit.access.Access;
import org.concord.kit.access.ReadScope;

/** All agreements, newest first (their ids sort by time). A foreign one is as absent as an unknown one. */
@ApplicationScoped
class Agreements implements PanacheRepositoryBase<Agreement, UUID> {

    private static final String SEEN_BY =
            "(:all = true or exists (select 1 from a.memberships m where m.member in :members))";

    /**
     * The agreement for a step in its life or a member's; one step at a time. It is read anew under the lock: whoever
     * looked at it before in the same transaction, such as the ballot that decides, would go on with what it saw then.
     *
     * @throws org.concord.kit.problem.ProblemException {@code not-found}
     */
    Agreement lock(UUID id) {
        Agreement agreement = findByIdOptional(id).orElseThrow(Access::notFound);
        getEntityManager().refresh(agreement, LockModeType.PESSIMISTIC_WRITE);
        return agreement;
    }

    Optional<Agreement> seenBy(ReadScope scope, UUID id) {
        return find("from Agreement a where a.id = :id and " + SEEN_BY, scoped(scope, Map.of("id", id)))
                .firstResultOptional();
    }

    List<UUID> idsSeenBy(ReadScope scope) {
        return find("select a.id from Agreement a where " + SEEN_BY, scoped(scope, Map.of()))
                .project(UUID.class)
                .list();
    }

    List<Agreement> page(ReadScope scope, UUID below, int limit) {
        return find(
                        "from Agreement a where a.id < :below and " + SEEN_BY + " order by a.id desc",
                        scoped(scope, Map.of("below", below)))
                .page(0, limit)
                .list();
    }

    private static Map<String, Object> scoped(ReadScope scope, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("all", scope.all());
        // An empty list would be no valid "in": no jurisdiction is called "-".
        all.put("members", scope.members().isEmpty() ? Set.of("-") : scope.members());
        return all;
    }
}
