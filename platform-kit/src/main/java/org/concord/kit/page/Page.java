package org.concord.kit.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One bounded page of a list.
 *
 * @param items at most {@link Pages#MAX_LIMIT} items
 * @param next opaque cursor of the next page; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** A copy is kept. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from one item more than was asked for: the extra item only says that there is a next page.
     *
     * @param found up to {@code limit + 1} items in order
     * @param cursor makes the cursor that continues after an item
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }
}
