/**
 * The seal of a closed period: one root over all balances, each with a secret salt, so that one balance can be shown to
 * a third party without showing, or letting it guess, any other.
 *
 * <p>{@link org.concord.verifier.seal.BalanceSeal} computes a seal and proofs from all balances;
 * {@link org.concord.verifier.seal.BalanceProof} is the file that shows one of them.
 */
@NullMarked
package org.concord.verifier.seal;

import org.jspecify.annotations.NullMarked;
