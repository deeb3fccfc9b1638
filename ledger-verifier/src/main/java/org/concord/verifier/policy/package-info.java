/**
 * Whom to believe (C2SP tlog-policy): the keys of logs and witnesses, and which witnesses together are enough. It comes
 * from elsewhere than what is checked by it; a key inside a bundle or a proof is never trusted.
 */
@NullMarked
package org.concord.verifier.policy;

import org.jspecify.annotations.NullMarked;
