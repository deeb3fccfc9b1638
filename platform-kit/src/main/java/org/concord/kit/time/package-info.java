/** Time and chance as guests: the clock, identifiers, and the zones in which legal dates are read. */
@NullMarked
package org.concord.kit.time;

import org.jspecify.annotations.NullMarked;
