package org.concord.verifier.bundle;

import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;
import org.concord.verifier.json.NotCanonical;
import org.concord.verifier.seal.BalanceSeal;

/** The secrets of sealed periods, which only some readers of a book are given: {@code {"2026-Q3":"<64 hex digits>"}}. */
final class Seals {

    static final String FILE = "seals.json";

    private Seals() {}

    static byte[] toBytes(SortedMap<String, byte[]> secrets) {
        Json.Builder file = Json.object();
        secrets.forEach((period, secret) -> file.put(period, HexFormat.of().formatHex(secret)));
        return CanonicalJson.write(file.build());
    }

    /** @throws IllegalArgumentException when it is no such file */
    static SortedMap<String, byte[]> parse(byte[] bytes) {
        TreeMap<String, byte[]> secrets = new TreeMap<>();
        try {
            if (!(CanonicalJson.read(bytes) instanceof Json.Obj file)) {
                throw new IllegalArgumentException("seals.json is no object");
            }
            file.members()
                    .keySet()
                    .forEach(period -> secrets.put(period, HexFormat.of().parseHex(file.text(period))));
        } catch (NotCanonical other) {
            throw new IllegalArgumentException("seals.json is not canonical JSON: " + other.getMessage(), other);
        }
        if (secrets.values().stream().anyMatch(secret -> secret.length != BalanceSeal.SECRET_LENGTH)) {
            throw new IllegalArgumentException("a secret in seals.json has not 32 bytes");
        }
        return secrets;
    }
}
