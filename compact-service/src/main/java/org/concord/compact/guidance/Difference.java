package org.concord.compact.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field in which two texts differ.
 *
 * @param field where it is: a pointer in which recommendations are named by their key and evidence by its link, so that a
 *     recommendation that only moved is no difference
 * @param before its value in the earlier text; null when it was not there
 * @param after its value in the later text; null when it is no longer there
 * @param words the passages of a changed text in order; null for what is no prose
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(
        String field,
        Kind kind,
        @Nullable String before,
        @Nullable String after,
        @Nullable List<Passage> words) {

    /** What happened to the field. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * A run of words. The kept and deleted ones, put together, are the earlier text to the letter; the kept and inserted
     * ones the later.
     */
    public record Passage(Change change, String text) {}

    /** What happened to a run of words. */
    public enum Change {
        KEPT,
        DELETED,
        INSERTED
    }
}
