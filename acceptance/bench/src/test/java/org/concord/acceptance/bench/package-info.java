/** The arithmetic and the words of the bench; nothing here is timed. */
@NullMarked
package org.concord.acceptance.bench;

import org.jspecify.annotations.NullMarked;
