package org.concord.compact;

import java.util.UUID;
import java.util.function.Function;
import org.concord.kit.page.Cursor;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Cursors of lists that run from the newest to the oldest; ids sort by the time at which they were made. */
public final class NewestFirst {

    /** Above every id, so that the first page needs no query of its own. */
    private static final UUID ABOVE_ALL = new UUID(-1, -1);

    private NewestFirst() {}

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
