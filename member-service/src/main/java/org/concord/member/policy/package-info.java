/**
 * Who may do what in this service: {@link org.concord.member.policy.MemberOperation} is the whole table, and what it does
 * not list nobody may. The facts that it is decided on come by event: agreements from compact-service, mandates from our
 * own {@code mandate} feature.
 */
@NullMarked
package org.concord.member.policy;

import org.jspecify.annotations.NullMarked;
