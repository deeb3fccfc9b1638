/** Who may do what: one table of operations per service, decided here. */
@NullMarked
package org.concord.kit.access;

import org.jspecify.annotations.NullMarked;
