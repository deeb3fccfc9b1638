/**
 * What the door itself may refuse, as RFC 9457 problems. A refusal by a service passes through
 * untouched; these are only the ones that never got that far.
 */
@NullMarked
package org.concord.gateway.problem;

import org.jspecify.annotations.NullMarked;
