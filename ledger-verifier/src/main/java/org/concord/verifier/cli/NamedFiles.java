package org.concord.verifier.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concord.verifier.policy.TrustPolicy;
import org.concord.verifier.text.Strict;

/** Files that a person names. */
final class NamedFiles {

    /** Whatever is read whole; bundles are not. */
    private static final long LONGEST = 64L << 20;

    private NamedFiles() {}

    static byte[] bytes(String name) {
        try {
            Path file = Path.of(name);
            if (Files.size(file) > LONGEST) {
                throw new Usage(name + " is longer than any file of its kind.");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new Usage("The file " + name + " cannot be read.");
        }
    }

    static String text(String name) {
        try {
            return Strict.utf8(bytes(name));
        } catch (IllegalArgumentException noText) {
            throw new Usage("The file " + name + " is no UTF-8 text.");
        }
    }

    static TrustPolicy policy(Arguments arguments) {
        String file = arguments.required(
                "--policy",
                "Whom to believe must come from a policy file, got elsewhere than what is checked: --policy FILE.");
        return policy(file);
    }

    static TrustPolicy policy(String file) {
        try {
            return TrustPolicy.parse(bytes(file));
        } catch (IllegalArgumentException malformed) {
            throw new Usage("The file " + file + " is no policy: " + malformed.getMessage() + ".");
        }
    }
}
