package org.concord.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One fault in what was sent.
 *
 * @param pointer JSON Pointer (RFC 6901) to the faulty value; null for a row of a file
 * @param code stable word for the kind of fault, such as {@code not-whole-packages}
 * @param message what is wrong and what would help, in plain words
 * @param row line of the file, the header being line 1; null for JSON
 * @param column name of the file's column; null for JSON or when the whole row is meant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(
        @Nullable String pointer,
        String code,
        String message,
        @Nullable Integer row,
        @Nullable String column) {

    /** A fault in a JSON body. */
    public static Violation at(String pointer, String code, String message) {
        return new Violation(pointer, code, message, null, null);
    }

    /** A fault in a line of an uploaded file. */
    public static Violation inRow(int row, @Nullable String column, String code, String message) {
        return new Violation(null, code, message, row, column);
    }
}
