/**
 * What a book proves. After each commit the tree's new head is signed: first noted outside of the database, then stored,
 * then published. Tiles, entries and proofs are read from the same database and need nobody's goodwill to be checked
 * (C2SP tlog-tiles, tlog-checkpoint, tlog-proof).
 *
 * <p>{@link org.concord.ledger.proof.Checkpoints} signs, {@link org.concord.ledger.proof.SignedMarks} remembers outside of
 * the database what was signed, {@link org.concord.ledger.proof.TlogResource} answers.
 */
@NullMarked
package org.concord.ledger.proof;

import org.jspecify.annotations.NullMarked;
