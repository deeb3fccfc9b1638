/** Proofs that travel (C2SP tlog-proof): one file that shows offline that a leaf is in a signed and witnessed log. */
@NullMarked
package org.concord.verifier.proof;

import org.jspecify.annotations.NullMarked;
