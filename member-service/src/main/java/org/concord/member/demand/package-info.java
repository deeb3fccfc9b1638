/**
 * What a member needs of a pooled purchase. A buyer posts lines while the round collects demand, by REST or by CSV
 * upload; each line is kept with the inputs of its rounding, and the member's new total goes out as {@code DemandPosted}.
 *
 * <p>Rounds are known by event ({@code compact.round.v1}). A round closes for a member at its due time, checked on each
 * write with the injected clock, or when compact-service has consolidated, whichever comes first.
 *
 * <p>Start at {@link org.concord.member.demand.DemandResource}; the rounding is {@code Packaging}, the file is
 * {@code DemandFile} (reads) and {@code DemandCheck} (judges), and what changes anything is {@code DemandDesk}.
 */
@NullMarked
package org.concord.member.demand;

import org.jspecify.annotations.NullMarked;
