/** What a log says of itself at one size: its origin, how many leaves it has, their root (C2SP tlog-checkpoint). */
@NullMarked
package org.concord.verifier.checkpoint;

import org.jspecify.annotations.NullMarked;
