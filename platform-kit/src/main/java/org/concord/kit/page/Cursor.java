package org.concord.kit.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.concord.kit.problem.KitProblem;
import org.concord.kit.problem.ProblemException;

/** An opaque place in a list: the sort key of the last item seen. Keyset pages do not slow down with depth. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";
    private static final String VERSION = "1";

    private Cursor() {}

    /** The cursor that stands after an item with these sort keys. */
    public static String encode(String... keys) {
        String text = VERSION + SEPARATOR + String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The sort keys in a cursor.
     *
     * @param keys how many there must be
     * @throws ProblemException {@code cursor-invalid} when it was not made by {@link #encode}
     */
    public static List<String> decode(String cursor, int keys) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = List.of(text.split(SEPARATOR, -1));
            if (parts.size() == keys + 1 && parts.getFirst().equals(VERSION)) {
                return parts.subList(1, parts.size());
            }
        } catch (IllegalArgumentException notBase64) {
            throw refused();
        }
        throw refused();
    }

    private static ProblemException refused() {
        return new ProblemException(KitProblem.CURSOR_INVALID, "Start from the first page again, without a cursor.");
    }
}
