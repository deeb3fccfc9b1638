package org.concord.verifier.seal;

import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;

/**
 * What stood on an account at the end of a period: the sums of all its lines dated through the period's last day.
 *
 * @param account its code
 * @param debits 0 to 2^53−1
 * @param credits 0 to 2^53−1
 */
public record Balance(String account, long debits, long credits) {

    public Balance {
        if (debits < 0 || credits < 0 || debits > Json.MAX_INTEGER || credits > Json.MAX_INTEGER) {
            throw new IllegalArgumentException("a balance's sums are within 0 and 2^53-1: " + account);
        }
    }

    /**
     * The leaf under the seal's root.
     *
     * @param salt 64 hex digits, known to whoever may see this balance
     */
    byte[] leaf(String period, String salt) {
        return CanonicalJson.write(Json.object()
                .put("account", account)
                .put("credits", credits)
                .put("debits", debits)
                .put("period", period)
                .put("salt", salt)
                .build());
    }
}
