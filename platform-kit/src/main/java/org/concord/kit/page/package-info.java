/** Bounded lists with opaque cursors. */
@NullMarked
package org.concord.kit.page;

import org.jspecify.annotations.NullMarked;
