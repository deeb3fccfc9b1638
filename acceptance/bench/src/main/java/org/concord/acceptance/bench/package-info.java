/**
 * The ledger on this machine, in figures, beside two yardsticks of the same run: {@code pgbench}, and the same tables
 * behind the same door with one transaction per posting. {@link org.concord.acceptance.bench.Bench} reads the words and
 * runs the rounds; {@link org.concord.acceptance.bench.Ground} starts and ends every process, {@link
 * org.concord.acceptance.bench.LedgerGround} those of the ledger; a
 * {@link org.concord.acceptance.bench.Load} asks and times; what comes out are rows of a table, goals and one line of
 * history. Arms take turns, since a machine is never the same twice; ratios are taken within a round.
 *
 * <p>And what members ask: {@link org.concord.acceptance.bench.Members} is what they have decided and counted, {@link
 * org.concord.acceptance.bench.Readers} asks for it and times each answer.
 */
@NullMarked
package org.concord.acceptance.bench;

import org.jspecify.annotations.NullMarked;
