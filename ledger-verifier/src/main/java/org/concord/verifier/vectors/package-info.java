/**
 * Runs public test vectors of RFC 6962 proofs, so that anyone can hold this verifier against the answers of others.
 */
@NullMarked
package org.concord.verifier.vectors;

import org.jspecify.annotations.NullMarked;
