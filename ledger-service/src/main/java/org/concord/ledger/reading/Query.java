package org.concord.ledger.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.concord.kit.problem.ProblemException;
import org.concord.kit.problem.Violation;
import org.concord.ledger.book.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a question. A name that is not known, or given twice, is a fault and not ignored: who misspells a
 * filter would otherwise take everything for an answer. Faults are gathered and refused together by {@link #check()},
 * each with a pointer to its parameter.
 */
public final class Query {

    /** Longer than any code of ours. */
    private static final int LONGEST = 200;

    /** They choose the page and its dress, not what is asked. */
    private static final Set<String> DRESS = Set.of("cursor", "limit", "format");

    private static final Set<String> MOMENT = Set.of("asOfSeq", "asOf");

    private final Map<String, String> given = new TreeMap<>();
    private final List<Violation> faults = new ArrayList<>();

    /**
     * Reads the parameters of a request.
     *
     * @param known the filters that the question has; {@code asOfSeq}, {@code asOf}, {@code cursor}, {@code limit} and
     *     {@code format} belong to every question
     */
    public Query(Map<String, List<String>> parameters, Set<String> known) {
        parameters.forEach((name, values) -> {
            String pointer = "/" + name.replace("~", "~0").replace("/", "~1");
            if (!known.contains(name) && !DRESS.contains(name) && !MOMENT.contains(name)) {
                faults.add(Violation.at(
                        shortened(pointer),
                        "unknown-filter",
                        "is not one of " + known.stream().sorted().collect(Collectors.joining(", "))));
            } else if (values.size() > 1) {
                faults.add(Violation.at(pointer, "repeated", "is given " + values.size() + " times"));
            } else if (values.getFirst().length() > (name.equals("cursor") ? 10 * LONGEST : LONGEST)) {
                faults.add(Violation.at(pointer, "too-long", "has at most " + LONGEST + " characters"));
            } else if (!values.getFirst().isEmpty()) {
                given.put(name, values.getFirst());
            }
        });
    }

    private static String shortened(String pointer) {
        return pointer.length() <= LONGEST ? pointer : pointer.substring(0, LONGEST);
    }

    /** A text as it is. */
    public @Nullable String text(String name) {
        return given.get(name);
    }

    /** A whole number in a range. */
    public @Nullable Long number(String name, long least, long most) {
        return read(name, "a whole number from " + least + " to " + most, text -> {
            long number = Long.parseLong(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException("out of range");
            }
            return number;
        });
    }

    /** A date, such as 2026-07-01. */
    public @Nullable LocalDate date(String name) {
        return read(name, "a date such as 2026-07-01", LocalDate::parse);
    }

    /** An instant in UTC, such as 2026-07-01T12:00:00Z. */
    public @Nullable Instant instant(String name) {
        return read(name, "an instant such as 2026-07-01T12:00:00Z", Instant::parse);
    }

    /** A UUID. */
    public @Nullable UUID uuid(String name) {
        return read(name, "a UUID", text -> {
            UUID id = UUID.fromString(text);
            // The JDK also takes shorter groups.
            if (!id.toString().equalsIgnoreCase(text)) {
                throw new IllegalArgumentException("not in full");
            }
            return id;
        });
    }

    /** One of a fixed set of words. */
    public <E extends Enum<E>> @Nullable E one(String name, Class<E> type) {
        return read(
                name,
                "one of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")),
                text -> Enum.valueOf(type, text));
    }

    /**
     * Anything.
     *
     * @param what it must be, in words
     * @param reader throws {@link IllegalArgumentException} or {@link DateTimeException} for what it is not
     */
    public <T> @Nullable T read(String name, String what, Function<String, T> reader) {
        String text = given.get(name);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException malformed) {
            fault(name, "malformed", "must be " + what);
            return null;
        }
    }

    /** Finds a fault in a parameter. */
    public void fault(String name, String code, String message) {
        faults.add(Violation.at("/" + name, code, message));
    }

    /** Finds a fault when both ends of a range are there and out of order. */
    public <T extends Comparable<? super T>> void ordered(
            String fromName, @Nullable T from, String throughName, @Nullable T through) {
        if (from != null && through != null && from.compareTo(through) > 0) {
            fault(throughName, "range-empty", "lies before " + fromName);
        }
    }

    /**
     * Refuses the question when a fault was found.
     *
     * @throws ProblemException {@code filter-invalid} with every fault
     */
    public void check() {
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    ReadingProblem.FILTER_INVALID, "Mend what the errors point at; nothing was read.", faults);
        }
    }

    /** Which page, as it was told. */
    public @Nullable String cursor() {
        return given.get("cursor");
    }

    /** How many items, as it was told. */
    public @Nullable Integer limit() {
        Long limit = number("limit", Integer.MIN_VALUE, Integer.MAX_VALUE);
        return limit == null ? null : Math.toIntExact(limit);
    }

    /** What is asked, without the page, its dress and the moment: names in order. */
    public String asked() {
        return given.entrySet().stream()
                .filter(each -> !DRESS.contains(each.getKey()) && !MOMENT.contains(each.getKey()))
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));
    }

    /** The SHA-256 of {@link #asked()}. */
    public byte[] hash() {
        return Sha256.of(asked());
    }

    /** Enough of the hash to tell one question from another in a cursor. */
    public String mark() {
        return HexFormat.of().formatHex(hash(), 0, 8);
    }
}
