/** A repeated POST has one effect and one answer. */
@NullMarked
package org.concord.kit.idempotency;

import org.jspecify.annotations.NullMarked;
