package org.concord.ledger.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file that a download goes on with (RFC 9110 §14).
 *
 * @param from its first byte
 * @param through its last byte
 */
record ByteRange(long from, long through) {

    private static final Pattern FORM = Pattern.compile("bytes=(\\d{1,18})?-(\\d{1,18})?");

    /** A range lies outside of the file. */
    static final class Unsatisfiable extends Exception {
        private static final long serialVersionUID = 1;
    }

    long length() {
        return through - from + 1;
    }

    /**
     * The range that a request asks for; empty for the whole file. Several ranges at once, and what is no range, are
     * answered with the whole file, as the standard lets a server do.
     *
     * @param length of the file
     * @throws Unsatisfiable when the file has none of these bytes
     */
    static Optional<ByteRange> of(@Nullable String header, long length) throws Unsatisfiable {
        Matcher matcher = FORM.matcher(header == null ? "" : header.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String from = matcher.group(1);
        String through = matcher.group(2);
        if (from == null) {
            return through == null ? Optional.empty() : Optional.of(last(Long.parseLong(through), length));
        }
        long first = Long.parseLong(from);
        long last = through == null ? length - 1 : Math.min(Long.parseLong(through), length - 1);
        if (through != null && Long.parseLong(through) < first) {
            return Optional.empty();
        }
        if (first >= length) {
            throw new Unsatisfiable();
        }
        return Optional.of(new ByteRange(first, last));
    }

    private static ByteRange last(long count, long length) throws Unsatisfiable {
        if (count == 0) {
            throw new Unsatisfiable();
        }
        return new ByteRange(Math.max(0, length - count), length - 1);
    }
}
