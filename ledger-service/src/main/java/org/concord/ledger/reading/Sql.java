package org.concord.ledger.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that grows clause by clause, each with its parameters; text comes from the code alone. */
public final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /** A statement that begins so. */
    public static Sql of(String text, @Nullable Object... parameters) {
        return new Sql().and(text, parameters);
    }

    /** Goes on with a clause. */
    public Sql and(String clause, @Nullable Object... more) {
        text.append(clause).append('\n');
        parameters.addAll(Arrays.asList(more));
        return this;
    }

    /** Goes on with a clause where its only parameter is there. */
    public Sql given(String clause, @Nullable Object parameter) {
        return parameter == null ? this : and(clause, parameter);
    }

    /** Goes on with another statement. */
    public Sql and(Sql other) {
        text.append(other.text);
        parameters.addAll(other.parameters);
        return this;
    }

    /** The text. */
    public String text() {
        return text.toString();
    }

    /** The parameters, in order. */
    public @Nullable Object[] parameters() {
        return parameters.toArray();
    }
}
