/**
 * The ways out: default, with its cure, suspension and termination, and withdrawal. Obligations outlive both.
 *
 * <p>{@code DefaultResource} and {@code WithdrawalResource} record step by step what the terms ask for; {@code
 * DefaultState} and {@code WithdrawalState} own the lawful steps and their clocks. Who must be told of it is kept as
 * notices with their last day. Suspensions are asked for by the agreement when it works out standing; the end of an act of
 * joining is written there ({@link org.concord.compact.agreement.enactment.ActsOfJoining}).
 */
@NullMarked
package org.concord.compact.agreement.exit;

import org.jspecify.annotations.NullMarked;
