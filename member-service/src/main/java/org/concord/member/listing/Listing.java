package org.concord.member.listing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.concord.kit.access.ReadScope;
import org.concord.kit.page.Cursor;
import org.concord.kit.page.Page;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A list of rows that belong to members: only those in the caller's scope, narrowed by filters, newest first by
 * time-ordered id. A cursor holds for the list it came from and no other, so that it can neither widen a scope nor skip
 * rows of another filter.
 */
public final class Listing {
    private final StringBuilder where = new StringBuilder("1 = 1");
    private final StringBuilder identity = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    private Listing() {}

    /** The rows that the scope sees. The entity's member is the attribute {@code member}. */
    public static Listing within(ReadScope scope) {
        Listing listing = new Listing();
        if (scope.all()) {
            listing.identity.append('*');
        } else {
            listing.where.append(" and member in (:scope)");
            listing.parameters.put("scope", scope.members());
            listing.identity.append(scope.members().stream().sorted().toList());
        }
        return listing;
    }

    /** Only rows with this value; a filter that was not given changes nothing. */
    public Listing where(String attribute, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(attribute).append(" = :").append(attribute);
            parameters.put(attribute, value);
        }
        identity.append('/').append(value == null ? "" : value);
        return this;
    }

    /**
     * One page.
     *
     * @param cursor of the page before; null for the first
     * @throws ProblemException {@code cursor-invalid} when it is not from this very list
     */
    public <E, V> Page<V> page(
            PanacheRepositoryBase<E, UUID> rows,
            @Nullable String cursor,
            int limit,
            Function<E, UUID> id,
            Function<E, V> view) {
        if (cursor != null) {
            where.append(" and id < :after");
            parameters.put("after", after(cursor));
        }
        List<E> found = rows.find(where + " order by id desc", parameters)
                .range(0, limit)
                .list();
        Page<E> page = Page.of(
                found,
                limit,
                last -> Cursor.encode(identity.toString(), id.apply(last).toString()));
        return new Page<>(page.items().stream().map(view).toList(), page.next());
    }

    private UUID after(String cursor) {
        List<String> keys = Cursor.decode(cursor, 2);
        if (!keys.getFirst().contentEquals(identity)) {
            throw notOfThisList();
        }
        try {
            return UUID.fromString(keys.getLast());
        } catch (IllegalArgumentException notOurs) {
            throw notOfThisList();
        }
    }

    private static ProblemException notOfThisList() {
        return new ProblemException(
                KitProblem.CURSOR_INVALID, "The cursor belongs to another list. Start from the first page again.");
    }
}
