package org.concord.ledger.book;

import java.util.regex.Pattern;

/** How an outside document stands in a record: by its code, or by a hash where the code might be free text. */
public final class DocumentCodes {

    /** What passes for a code; longer or stranger names are hashed. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");

    private DocumentCodes() {}

    /** The document's own name where it is a code, else {@code sha256:} and the hash of its name. */
    public static String of(String document) {
        return CODE.matcher(document).matches() ? document : "sha256:" + Sha256.hex(document);
    }
}
