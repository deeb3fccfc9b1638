/**
 * Ballots on who is admitted to an agreement. {@code Admission} owns the matter: it refuses a ballot on a member that
 * stands in the agreement already, and keeps what was decided. Where an agreement's terms ask for it, nobody joins without it.
 */
@NullMarked
package org.concord.compact.governance.admission;

import org.jspecify.annotations.NullMarked;
