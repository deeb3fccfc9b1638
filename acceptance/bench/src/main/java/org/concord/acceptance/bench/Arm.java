package org.concord.acceptance.bench;

import java.util.function.Supplier;

/**
 * One thing that takes its turn in every round.
 *
 * @param name unique; stands in the table
 * @param run measures it once
 */
record Arm(String name, Supplier<Figures> run) {}
