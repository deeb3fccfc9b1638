package org.concord.verifier.bundle;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.concord.verifier.json.CanonicalCursor;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;
import org.concord.verifier.json.NotCanonical;
import org.concord.verifier.text.Strict;

/**
 * Reads leaves strictly: canonical bytes, format version 1, members of the right type. Entries, which are nearly all of
 * a book, are read straight from the bytes. Not safe for several threads at once.
 */
final class LeafReader {

    private static final long VERSION = 1;
    private static final long DAY_MILLIS = 86_400_000L;

    private static final byte[] ACCOUNT = name("account");
    private static final byte[] AMOUNT = name("amount");
    private static final byte[] BOOK = name("book");
    private static final byte[] EFFECTIVE_ON = name("effectiveOn");
    private static final byte[] KIND = name("kind");
    private static final byte[] LINES = name("lines");
    private static final byte[] OPENS = name("opens");
    private static final byte[] ORDER = name("order");
    private static final byte[] PART = name("part");
    private static final byte[] RECORDED_AT = name("recordedAt");
    private static final byte[] REVERSES = name("reverses");
    private static final byte[] RULE = name("rule");
    private static final byte[] SEQ = name("seq");
    private static final byte[] SIDE = name("side");
    private static final byte[] V = name("v");

    private final CanonicalCursor cursor = new CanonicalCursor();

    private static byte[] name(String key) {
        return key.getBytes(StandardCharsets.US_ASCII);
    }

    /** The leaf that lies there. @throws BadLeaf when it is none that this verifier knows */
    Leaf read(byte[] bytes, int from, int to) {
        try {
            return leaf(bytes, from, to);
        } catch (NotCanonical other) {
            requireVersion(bytes, from, to);
            throw new BadLeaf("a member of another type: " + other.getMessage(), "the members of its kind");
        } catch (BadLeaf unreadable) {
            requireVersion(bytes, from, to);
            throw unreadable;
        }
    }

    /**
     * Called when a leaf cannot be read: it may not be canonical at all, or of a later format, which may differ anywhere
     * and whose version then says more than the first difference.
     */
    private static void requireVersion(byte[] bytes, int from, int to) {
        try {
            if (CanonicalJson.read(Arrays.copyOfRange(bytes, from, to)) instanceof Json.Obj leaf
                    && leaf.has("v")
                    && leaf.integer("v") != VERSION) {
                throw new BadLeaf("format version " + leaf.integer("v"), "version " + VERSION);
            }
        } catch (NotCanonical other) {
            throw new BadLeaf("bytes that are not canonical: " + other.getMessage(), "canonical JSON (RFC 8785)");
        } catch (IllegalArgumentException noNumber) {
            throw new BadLeaf("a format version that is no number", "version " + VERSION);
        }
    }

    private Leaf leaf(byte[] bytes, int from, int to) {
        String book = "";
        String kind = "";
        String rule = "";
        long recordedAt = Long.MIN_VALUE;
        long seq = -1;
        long version = -1;
        long effectiveOn = Long.MIN_VALUE;
        long reverses = Leaf.Entry.NOTHING;
        List<Leaf.Line> lines = List.of();
        List<Leaf.Bound> opens = List.of();
        cursor.over(bytes, from, to);
        cursor.beginObject();
        while (cursor.nextKey()) {
            if (cursor.keyIs(BOOK)) {
                book = cursor.symbol();
            } else if (cursor.keyIs(KIND)) {
                kind = cursor.symbol();
                if (!kind.equals("ENTRY")) {
                    return note(Arrays.copyOfRange(bytes, from, to));
                }
            } else if (cursor.keyIs(EFFECTIVE_ON)) {
                effectiveOn = day();
            } else if (cursor.keyIs(LINES)) {
                lines = lines();
            } else if (cursor.keyIs(OPENS)) {
                opens = opens();
            } else if (cursor.keyIs(RECORDED_AT)) {
                recordedAt = instant();
            } else if (cursor.keyIs(REVERSES)) {
                reverses = cursor.integer();
                BadLeaf.unless(reverses >= 0, "a negative number to reverse", "the number of an entry");
            } else if (cursor.keyIs(RULE)) {
                rule = cursor.symbol();
            } else if (cursor.keyIs(SEQ)) {
                seq = cursor.integer();
            } else if (cursor.keyIs(V)) {
                version = cursor.integer();
            } else {
                cursor.skip();
            }
        }
        cursor.finish();
        if (version != VERSION) {
            throw new BadLeaf("format version " + version, "version " + VERSION);
        }
        BadLeaf.unless(
                !kind.isEmpty() && !book.isEmpty() && !rule.isEmpty() && seq >= 0,
                "an entry without kind, book, rule or seq",
                "all of them");
        BadLeaf.unless(
                recordedAt != Long.MIN_VALUE && effectiveOn != Long.MIN_VALUE,
                "an entry without recordedAt or effectiveOn",
                "both");
        BadLeaf.unless(!lines.isEmpty(), "an entry without lines", "lines");
        return new Leaf.Entry(
                new Leaf.Header(book, kind, recordedAt, seq), rule, effectiveOn, lines, opens, reverses, "");
    }

    private static Leaf note(byte[] bytes) {
        if (!(CanonicalJson.read(bytes) instanceof Json.Obj body)) {
            throw new BadLeaf("a leaf that is no object", "an object");
        }
        try {
            BadLeaf.unless(body.integer("v") == VERSION, "format version " + body.integer("v"), "version " + VERSION);
            return new Leaf.Note(
                    new Leaf.Header(
                            body.text("book"),
                            body.text("kind"),
                            instant(body.text("recordedAt")),
                            body.integer("seq")),
                    body);
        } catch (IllegalArgumentException incomplete) {
            throw new BadLeaf(String.valueOf(incomplete.getMessage()), "every member that a leaf has");
        }
    }

    private List<Leaf.Line> lines() {
        List<Leaf.Line> lines = new ArrayList<>(4);
        cursor.beginArray();
        while (cursor.nextItem()) {
            lines.add(line());
        }
        return lines;
    }

    private Leaf.Line line() {
        String account = "";
        String part = "";
        String side = "";
        long amount = 0;
        long high = 0;
        long low = 0;
        cursor.beginObject();
        while (cursor.nextKey()) {
            if (cursor.keyIs(ACCOUNT)) {
                account = cursor.symbol();
            } else if (cursor.keyIs(AMOUNT)) {
                amount = cursor.integer();
            } else if (cursor.keyIs(ORDER)) {
                high = half(0);
                low = half(1);
            } else if (cursor.keyIs(PART)) {
                part = cursor.symbol();
            } else if (cursor.keyIs(SIDE)) {
                side = cursor.symbol();
            } else {
                cursor.skip();
            }
        }
        boolean debit = side.equals("DEBIT");
        if (!debit && !side.equals("CREDIT")) {
            throw new BadLeaf("a line on the side " + quoted(side), "DEBIT or CREDIT");
        }
        if (amount < 1) {
            throw new BadLeaf("a line of " + amount, "an amount of 1 to 2^53-1");
        }
        return new Leaf.Line(account, debit, amount, bound(high, low, part));
    }

    private List<Leaf.Bound> opens() {
        List<Leaf.Bound> opens = new ArrayList<>(4);
        cursor.beginArray();
        while (cursor.nextItem()) {
            String part = "";
            long high = 0;
            long low = 0;
            cursor.beginObject();
            while (cursor.nextKey()) {
                if (cursor.keyIs(ORDER)) {
                    high = half(0);
                    low = half(1);
                } else if (cursor.keyIs(PART)) {
                    part = cursor.symbol();
                } else {
                    cursor.skip();
                }
            }
            Leaf.Bound bound = bound(high, low, part);
            BadLeaf.unless(!bound.equals(Leaf.Bound.NOTHING), "an opening without order or part", "both");
            opens.add(bound);
        }
        return opens;
    }

    private static Leaf.Bound bound(long high, long low, String part) {
        return (high | low) == 0 || part.isEmpty() ? Leaf.Bound.NOTHING : new Leaf.Bound(high, low, part);
    }

    /** One half of a UUID: the first reads the string, the second goes on in it. */
    private long half(int which) {
        if (which == 0) {
            cursor.text();
            BadLeaf.unless(cursor.length() == 36, "an order that is no UUID", "a UUID");
        }
        long half = 0;
        for (int i = which * 18 + (which == 0 ? 0 : 1); i < (which == 0 ? 18 : 36); i++) {
            int c = cursor.charAt(i);
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                BadLeaf.unless(c == '-', "an order that is no UUID", "a UUID");
                continue;
            }
            int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            BadLeaf.unless(digit >= 0, "an order that is no UUID in lower case", "a UUID");
            half = half << 4 | digit;
        }
        return half;
    }

    private long day() {
        cursor.text();
        BadLeaf.unless(cursor.length() == 10, "a date in another form", "YYYY-MM-DD");
        return day(last);
    }

    private long instant() {
        cursor.text();
        return instant(last);
    }

    /** The string that the cursor read last, byte by byte. */
    private final CharSequence last = new CharSequence() {
        @Override
        public int length() {
            return cursor.length();
        }

        @Override
        public char charAt(int index) {
            return (char) (cursor.charAt(index) & 0xff);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return toString().subSequence(start, end);
        }

        @Override
        public String toString() {
            char[] characters = new char[length()];
            for (int i = 0; i < characters.length; i++) {
                characters[i] = charAt(i);
            }
            return new String(characters);
        }
    };

    /** A date as it stands in a leaf that is no entry. */
    static long day(String text) {
        BadLeaf.unless(text.length() == 10, "the date " + quoted(text), "YYYY-MM-DD");
        return day((CharSequence) text);
    }

    private static long day(CharSequence text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        boolean dashes = text.charAt(4) == '-' && text.charAt(7) == '-';
        try {
            if (dashes && year >= 0 && month >= 0 && day >= 0) {
                return LocalDate.of(year, month, day).toEpochDay();
            }
        } catch (DateTimeException noSuchDay) {
            throw new BadLeaf("a date that is in no calendar", "a date");
        }
        throw new BadLeaf("a date in another form", "YYYY-MM-DD");
    }

    /** An instant to the millisecond in its one spelling: no fraction when it is zero, three digits when it is not. */
    private static long instant(CharSequence text) {
        boolean fraction = text.length() == 24;
        BadLeaf.unless(
                (fraction || text.length() == 20)
                        && text.charAt(10) == 'T'
                        && text.charAt(13) == ':'
                        && text.charAt(16) == ':'
                        && text.charAt(text.length() - 1) == 'Z'
                        && (!fraction || text.charAt(19) == '.'),
                "an instant in another form",
                "YYYY-MM-DDThh:mm:ss.mmmZ");
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int millis = fraction ? number(text, 20, 23) : 0;
        boolean within = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        BadLeaf.unless(within && millis >= (fraction ? 1 : 0), "a time that is on no clock", "a time");
        return day(text) * DAY_MILLIS + ((hour * 60L + minute) * 60 + second) * 1000 + millis;
    }

    /** −1 when there is another character than a digit. */
    private static int number(CharSequence text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    static String quoted(String text) {
        return "\"" + Strict.shortened(text) + "\"";
    }

    /** How the lines of a reversal differ from the lines that it should reverse; empty when they do not. */
    static String whyNoReversal(byte[] reversal, byte[] reversed) {
        try {
            if (!(CanonicalJson.read(reversed) instanceof Json.Obj before)
                    || !(CanonicalJson.read(reversal) instanceof Json.Obj after)) {
                return "no entry";
            }
            if (!before.text("kind").equals("ENTRY")) {
                return "a leaf of kind " + quoted(before.text("kind"));
            }
            if (before.has("reverses")) {
                return "a reversal";
            }
            return exchanged(before.array("lines")).equals(after.array("lines")) ? "" : "other lines";
        } catch (NotCanonical | IllegalArgumentException unreadable) {
            return "a leaf that cannot be read";
        }
    }

    private static List<Json> exchanged(List<Json> lines) {
        List<Json> exchanged = new ArrayList<>();
        for (Json each : lines) {
            if (!(each instanceof Json.Obj line)) {
                throw new IllegalArgumentException("a line is an object");
            }
            Json.Builder other = Json.object();
            line.members().forEach((key, value) -> {
                if (!key.equals("side")) {
                    other.put(key, value);
                }
            });
            other.put("side", line.text("side").equals("DEBIT") ? "CREDIT" : "DEBIT");
            exchanged.add(other.build());
        }
        return exchanged;
    }
}
