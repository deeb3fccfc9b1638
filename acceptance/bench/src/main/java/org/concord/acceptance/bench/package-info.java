/**
 * The ledger on this machine, in figures, beside two yardsticks of the same run: {@code pgbench}, and the same tables
 * behind the same door with one transaction per posting. {@link org.concord.acceptance.bench.Bench} reads the words and
 * runs the rounds; {@link org.concord.acceptance.bench.Ground} starts and ends every process; a
 * {@link org.concord.acceptance.bench.Load} asks and times; what comes out are rows of a table, goals and one line of
 * history. Arms take turns, since a machine is never the same twice; ratios are taken within a round.
 */
@NullMarked
package org.concord.acceptance.bench;

import org.jspecify.annotations.NullMarked;
