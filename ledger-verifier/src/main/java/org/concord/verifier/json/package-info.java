/**
 * Canonical JSON (RFC 8785), as far as a leaf of the ledger needs it: objects, arrays, ASCII keys, strings, booleans
 * and integers within ±(2^53−1). No fraction, no exponent, no null: what cannot be written cannot be read two ways.
 *
 * <p>{@link org.concord.verifier.json.Json} is the value, {@link org.concord.verifier.json.CanonicalJson} writes and
 * strictly reads its bytes, {@link org.concord.verifier.json.NotCanonical} names the first byte that is wrong.
 */
@NullMarked
package org.concord.verifier.json;

import org.jspecify.annotations.NullMarked;
