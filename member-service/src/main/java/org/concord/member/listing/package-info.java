/** How this service's lists are cut: newest first, by key, within what the caller may see. */
@NullMarked
package org.concord.member.listing;

import org.jspecify.annotations.NullMarked;
