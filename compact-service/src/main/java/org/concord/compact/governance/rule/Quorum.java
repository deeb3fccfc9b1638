package org.concord.compact.governance.rule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many must take part at all. On the wire it is text: {@code NONE}, {@code MAJORITY}, {@code ALL}, a share such as
 * {@code >=2/3}, or a number such as {@code AT_LEAST 8}.
 *
 * @param share of those who may vote; null where a number is meant, or nothing
 * @param number the number; 0 where a share is meant, or nothing
 */
public record Quorum(@Nullable Share share, int number) {

    /** Whoever comes may decide. */
    public static final Quorum NONE = new Quorum(null, 0);

    /** More than half. */
    public static final Quorum MAJORITY = new Quorum(Share.MAJORITY, 0);

    /** Everybody. */
    public static final Quorum ALL = new Quorum(Share.ALL, 0);

    private static final Pattern NUMBER = Pattern.compile("AT_LEAST ([1-9]\\d{0,2})");

    /** Refuses a share and a number at once. */
    public Quorum {
        if (number < 0 || (share != null && number != 0)) {
            throw new IllegalArgumentException("A quorum is a share or a number.");
        }
    }

    /** Reads the text on the wire. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Quorum of(String text) {
        return switch (text) {
            case "NONE" -> NONE;
            case "MAJORITY" -> MAJORITY;
            case "ALL" -> ALL;
            default -> parsed(text);
        };
    }

    /** The quorum as it stands on the wire: the name where it has one. */
    @JsonValue
    public String text() {
        if (equals(MAJORITY)) {
            return "MAJORITY";
        }
        if (equals(ALL)) {
            return "ALL";
        }
        return share != null ? share.text() : number == 0 ? "NONE" : "AT_LEAST " + number;
    }

    /** Whether so many of so many suffice. */
    boolean reached(int part, int whole) {
        return share != null ? share.reached(BigInteger.valueOf(part), BigInteger.valueOf(whole)) : part >= number;
    }

    /** The comparison, as anyone can do it on paper. */
    String working(int part, int whole) {
        if (share != null) {
            return share.words() + " needed: " + share.working(BigInteger.valueOf(part), BigInteger.valueOf(whole));
        }
        return number == 0 ? "none needed" : "at least " + number + " needed";
    }

    private static Quorum parsed(String text) {
        Matcher counted = NUMBER.matcher(text);
        if (counted.matches()) {
            return new Quorum(null, Integer.parseInt(counted.group(1)));
        }
        if (text.startsWith(">")) {
            return new Quorum(Share.of(text), 0);
        }
        throw new IllegalArgumentException("A quorum is NONE, MAJORITY, ALL, a share such as >=2/3, or AT_LEAST 8.");
    }
}
