package org.concord.verifier.bundle;

import java.util.List;
import java.util.UUID;
import org.concord.verifier.json.Json;

/** A leaf of a book, as far as replaying it needs. */
sealed interface Leaf {

    /**
     * What every leaf says of itself.
     *
     * @param recordedAt in milliseconds since 1970
     */
    record Header(String book, String kind, long recordedAt, long seq) {}

    Header header();

    /**
     * An entry.
     *
     * @param effectiveOn as days since 1970
     * @param reverses the entry that it reverses, or {@link #NOTHING}
     * @param whyNoReversal how its lines differ from those that it reverses; empty when they do not
     */
    record Entry(
            Header header,
            String rule,
            long effectiveOn,
            List<Line> lines,
            List<Bound> opens,
            long reverses,
            String whyNoReversal)
            implements Leaf {

        static final long NOTHING = -1;

        Entry reversing(String why) {
            return new Entry(header, rule, effectiveOn, lines, opens, reverses, why);
        }
    }

    /**
     * A line.
     *
     * @param bound what it binds or frees, or {@link Bound#NOTHING}
     */
    record Line(String account, boolean debit, long amount, Bound bound) {}

    /** An order and a part of it. An order is a UUID, in two halves. */
    record Bound(long high, long low, String part) {

        static final Bound NOTHING = new Bound(0, 0, "");

        @Override
        public String toString() {
            return this.equals(NOTHING) ? "nothing" : new UUID(high, low) + " " + part;
        }
    }

    /** Any other leaf: there are few of them. */
    record Note(Header header, Json.Obj body) implements Leaf {}
}
