package org.concord.ledger.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A list as a table: its name and its columns in order.
 *
 * @param name snake_case; the file's name and the table's
 */
public record Sheet<T>(String name, List<Column<T>> columns) {

    /** A copy is kept. */
    public Sheet {
        columns = List.copyOf(columns);
    }

    /** A table of these columns. */
    @SafeVarargs
    @SuppressWarnings("varargs") // copied at once, never written to
    public static <T> Sheet<T> of(String name, Column<T>... columns) {
        return new Sheet<>(name, List.of(columns));
    }

    /** A column, by the kind of what stands in it. */
    public sealed interface Column<T> {

        /** The heading, snake_case. */
        String name();

        /** Codes and words. */
        record Text<T>(String name, Function<T, @Nullable Object> value) implements Column<T> {}

        /** Whole numbers; null where there is none. */
        record Whole<T>(String name, Function<T, @Nullable Long> value) implements Column<T> {}

        /** Legal dates. */
        record Day<T>(String name, Function<T, @Nullable LocalDate> value) implements Column<T> {}

        /** Instants. */
        record Moment<T>(String name, Function<T, @Nullable Instant> value) implements Column<T> {}
    }

    /** Codes and words: anything whose {@code toString} is the code. */
    public static <T> Column<T> text(String name, Function<T, @Nullable Object> value) {
        return new Column.Text<>(name, value);
    }

    /** Whole numbers that are always there. */
    public static <T> Column<T> number(String name, ToLongFunction<T> value) {
        return new Column.Whole<>(name, value::applyAsLong);
    }

    /** Whole numbers that may be absent. */
    public static <T> Column<T> numberOrNone(String name, Function<T, @Nullable Long> value) {
        return new Column.Whole<>(name, value);
    }

    /** Legal dates. */
    public static <T> Column<T> date(String name, Function<T, @Nullable LocalDate> value) {
        return new Column.Day<>(name, value);
    }

    /** Instants. */
    public static <T> Column<T> instant(String name, Function<T, @Nullable Instant> value) {
        return new Column.Moment<>(name, value);
    }
}
