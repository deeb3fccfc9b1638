package org.concord.local.realm;

import static org.concord.local.json.Json.object;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.concord.local.json.Json;

/**
 * The sample password, hashed once for all sample users: Keycloak would else hash it 290 times at import. A shared salt and
 * few rounds are no loss for a password that the README prints; the production realm keeps Keycloak's own policy.
 */
final class SamplePassword {

    private static final String ALGORITHM = "pbkdf2-sha256";
    private static final int ROUNDS = 27_500;
    private static final byte[] SALT = "concord-sample".getBytes(StandardCharsets.UTF_8);

    /** Once for all users: each round of hashing costs a tenth of a second. */
    private static final String HASH = Base64.getEncoder().encodeToString(hash());

    private SamplePassword() {}

    /** Names the same algorithm and rounds, so that no login hashes anew. */
    static String policy() {
        return "length(12) and hashAlgorithm(" + ALGORITHM + ") and hashIterations(" + ROUNDS + ")";
    }

    static List<Map<String, Object>> credentials() {
        var base64 = Base64.getEncoder();
        return List.of(object(
                "type",
                "password",
                "secretData",
                Json.write(
                        object("value", HASH, "salt", base64.encodeToString(SALT), "additionalParameters", Map.of())),
                "credentialData",
                Json.write(
                        object("hashIterations", ROUNDS, "algorithm", ALGORITHM, "additionalParameters", Map.of()))));
    }

    private static byte[] hash() {
        try {
            var spec = new PBEKeySpec(SampleOfficial.PASSWORD.toCharArray(), SALT, ROUNDS, 512);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
