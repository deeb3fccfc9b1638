/** How a refusal looks: one enum constant per refusal, one exception, one answer (RFC 9457). */
@NullMarked
package org.concord.kit.problem;

import org.jspecify.annotations.NullMarked;
