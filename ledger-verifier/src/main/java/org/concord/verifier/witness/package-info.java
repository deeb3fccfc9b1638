/**
 * A member as witness (C2SP tlog-witness): it remembers the last checkpoint of each log that it cosigned, and cosigns
 * the next one only when a proof shows that the log did nothing but grow. So no log can show two members two histories.
 *
 * <p>{@link org.concord.verifier.witness.AddCheckpoint} is the request, which a log writes;
 * {@link org.concord.verifier.witness.Witness} decides it, {@link org.concord.verifier.witness.WitnessMemory} keeps on
 * disk what was decided, {@link org.concord.verifier.witness.WitnessServer} puts it behind a door.
 */
@NullMarked
package org.concord.verifier.witness;

import org.jspecify.annotations.NullMarked;
