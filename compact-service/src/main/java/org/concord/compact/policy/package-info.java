/**
 * Who may do what in this service: {@link org.concord.compact.policy.CompactOperation}, one row per operation, denied by
 * default. What the rows mean is decided by the kit's {@code Access}, the same way in every service.
 */
@NullMarked
package org.concord.compact.policy;

import org.jspecify.annotations.NullMarked;
