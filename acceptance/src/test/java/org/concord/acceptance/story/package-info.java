/** The player's own parts: what it refuses to read, and how it finds its way through login pages. */
@NullMarked
package org.concord.acceptance.story;

import org.jspecify.annotations.NullMarked;
