package org.concord.ledger.posting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** How an outside document stands in a record: by its code, or by a hash where the code might be free text. */
final class DocumentCodes {

    /** What passes for a code; longer or stranger names are hashed. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");

    private DocumentCodes() {}

    static String of(String document) {
        return CODE.matcher(document).matches() ? document : "sha256:" + sha256(document);
    }

    private static String sha256(String document) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
