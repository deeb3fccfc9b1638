package org.concord.ledger.reading;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.concord.kit.page.Cursor;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;
import org.concord.ledger.reading.Moments.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list of one moment: where the last page ended, of what question, and as of which sequence. A cursor that
 * is sent with another question is refused, since it would skip what that question's first page has.
 *
 * @param keys the sort keys of the last item seen
 */
public record Place(long asOfSeq, List<String> keys) {

    /** A copy is kept. */
    public Place {
        keys = List.copyOf(keys);
    }

    /** The cursor that stands after an item with these sort keys. */
    public static String cursor(Query query, long asOfSeq, String... keys) {
        List<String> all = new ArrayList<>(List.of(Long.toString(asOfSeq), query.mark()));
        all.addAll(List.of(keys));
        return Cursor.encode(all.toArray(String[]::new));
    }

    /**
     * Where the query's cursor stands; null without one.
     *
     * @param keys how many sort keys there must be
     * @throws ProblemException {@code cursor-invalid} when it is not one of this question's
     */
    public static @Nullable Place of(Query query, Wanted wanted, int keys) {
        String cursor = query.cursor();
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursor.decode(cursor, keys + 2);
        long asOfSeq = number(parts.getFirst());
        Long seq = wanted.seq();
        if (!parts.get(1).equals(query.mark()) || (seq != null && seq != asOfSeq)) {
            throw refused("It continues another question; start that one from its first page.");
        }
        return new Place(asOfSeq, parts.subList(2, parts.size()));
    }

    /** The moment of the place where there is one, else what is wanted. */
    public static Wanted moment(@Nullable Place place, Wanted wanted) {
        return place == null ? wanted : new Wanted(place.asOfSeq(), null);
    }

    /** A sort key that is a number. */
    public long number(int key) {
        return number(keys.get(key));
    }

    /** A sort key that is a UUID. */
    public UUID uuid(int key) {
        try {
            return UUID.fromString(keys.get(key));
        } catch (IllegalArgumentException notOurs) {
            throw refused("Start from the first page again, without a cursor.");
        }
    }

    /** A sort key that is a date. */
    public LocalDate date(int key) {
        try {
            return LocalDate.parse(keys.get(key));
        } catch (DateTimeParseException notOurs) {
            throw refused("Start from the first page again, without a cursor.");
        }
    }

    /** A sort key. */
    public String text(int key) {
        return keys.get(key);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOurs) {
            throw refused("Start from the first page again, without a cursor.");
        }
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(KitProblem.CURSOR_INVALID, detail);
    }
}
