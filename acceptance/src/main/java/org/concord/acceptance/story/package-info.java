/**
 * The story player: one pooled purchase from the agreement to the confirmed orders, played against a running platform
 * the way people would do it.
 *
 * <p>The tour: {@link org.concord.acceptance.story.Story} is the command. It reads a
 * {@link org.concord.acceptance.story.Scenario}, finds or starts the {@link org.concord.acceptance.story.Platform},
 * and lets the {@link org.concord.acceptance.story.Play} call the acts in order: the agreement and its appropriations
 * ({@link org.concord.acceptance.story.Agreeing}), the round from demand to award
 * ({@link org.concord.acceptance.story.Procuring}), the members' orders ({@link org.concord.acceptance.story.Ordering})
 * and the auditor's reading ({@link org.concord.acceptance.story.Auditing}).
 *
 * <p>The rules of the play:
 *
 * <ul>
 *   <li>It goes through the gateway's public API only, as officials of the {@link org.concord.acceptance.story.Cast}
 *       who sign in by the login pages with their own cookies.
 *   <li>The file's {@code expect} is taken away before the play begins, so nothing can be copied from it.
 *   <li>It holds no formula: every figure it prints was read from a service's answer, budgets, charges and doses from
 *       the ledger. What two services both say, it compares, and stops when they differ.
 *   <li>Every wait, retry and crowd is bounded.
 * </ul>
 */
@NullMarked
package org.concord.acceptance.story;

import org.jspecify.annotations.NullMarked;
