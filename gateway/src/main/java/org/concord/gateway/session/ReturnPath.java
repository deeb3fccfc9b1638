package org.concord.gateway.session;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a person goes after sign-in: a path of ours, never an address. Whatever does not plainly look
 * like one ({@code //elsewhere}, {@code /\elsewhere}, {@code https:…}, control characters) leads home
 * instead of away, so a link to our sign-in page cannot be made to end on somebody else's.
 */
record ReturnPath(String value) {

    private static final ReturnPath HOME = new ReturnPath("/");

    /** Printable ASCII without backslash and quotes; the second character may not start an authority. */
    private static final Pattern PLAIN =
            Pattern.compile("/|/[^/\\\\\"<>\\p{Cntrl}\\s][^\\\\\"<>\\p{Cntrl}\\s]{0,1999}");

    static ReturnPath of(@Nullable String asked) {
        if (asked == null || !PLAIN.matcher(asked).matches() || !isAscii(asked)) {
            return HOME;
        }
        // Back to a sign-in or sign-out address would be a loop.
        return asked.startsWith("/sign-") ? HOME : new ReturnPath(asked);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }
}
