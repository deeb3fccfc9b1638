package org.concord.compact;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.concord.kit.page.Cursor;
import org.concord.kit.page.Page;
import org.concord.kit.page.Pages;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Cursors of lists that run from the newest to the oldest; ids sort by the time at which they were made. */
public final class NewestFirst {

    /** Above every id, so that the first page needs no query of its own. */
    private static final UUID ABOVE_ALL = new UUID(-1, -1);

    private NewestFirst() {}

    /** Reads items by descending id. */
    @FunctionalInterface
    public interface Reading<T> {

        /** At most so many items whose ids lie below the given one. */
        List<T> read(UUID below, int count);
    }

    /**
     * One page of a list.
     *
     * @param cursor null for the first page
     * @param limit how many items; null for the usual number
     * @throws ProblemException {@code cursor-invalid}, {@code validation-failed} for a limit out of bounds
     */
    public static <T> Page<T> page(
            @Nullable String cursor, @Nullable Integer limit, Reading<T> reading, Function<T, UUID> id) {
        int size = Pages.limit(limit);
        return Page.of(reading.read(below(cursor), size + 1), size, after(id));
    }

    /**
     * One page of a list whose items are shown as something else.
     *
     * @param shown what is shown of an item
     * @throws ProblemException {@code cursor-invalid}, {@code validation-failed} for a limit out of bounds
     */
    public static <T, V> Page<V> page(
            @Nullable String cursor,
            @Nullable Integer limit,
            Reading<T> reading,
            Function<T, V> shown,
            Function<V, UUID> id) {
        return page(
                cursor,
                limit,
                (below, count) -> reading.read(below, count).stream().map(shown).toList(),
                id);
    }

    /**
     * The id below which the asked page begins.
     *
     * @param cursor null for the first page
     * @throws ProblemException {@code cursor-invalid}
     */
    public static UUID below(@Nullable String cursor) {
        if (cursor == null) {
            return ABOVE_ALL;
        }
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException noId) {
            throw new ProblemException(KitProblem.CURSOR_INVALID, "Start from the first page again, without a cursor.");
        }
    }

    /** Makes the cursor that continues after an item with this id. */
    public static <T> Function<T, String> after(Function<T, UUID> id) {
        return item -> Cursor.encode(id.apply(item).toString());
    }
}
