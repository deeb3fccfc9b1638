/**
 * How votes are counted, and nothing else: the rule as data, the count as a pure function.
 *
 * <p>The tour: {@link org.concord.compact.governance.rule.BallotRule} is the rule as an instrument states it (unit,
 * quorum, threshold and its base, abstentions, weights, proxies, votes outside a meeting);
 * {@link org.concord.compact.governance.rule.Tally} counts a roll and its votes by it and shows the working line by
 * line. Fractions are exact, weights whole numbers: there is no floating point. {@code BallotTallyResource} opens the same
 * code to everyone as a what-if. {@code docs/ballot-rules.md} has a worked example of each rule, which a test keeps true.
 *
 * <p>No state, no clock, no database.
 */
@NullMarked
package org.concord.compact.governance.rule;

import org.jspecify.annotations.NullMarked;
