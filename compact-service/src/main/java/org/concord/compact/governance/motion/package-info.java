/**
 * Motions, and the amendments that change their text before the vote.
 *
 * <p>A motion has a mover and a seconder of another member. An amendment strikes a passage of its parent's text and puts
 * another in its place; it is a motion itself, and may be amended once more ({@code Motion.DEEPEST}), as rules of order
 * have it. The tree is voted on from the leaves up: only the first in the voting order goes to a ballot. What is adopted
 * changes its parent's text at once, and an amendment whose passage is gone falls.
 *
 * <p>The tour: {@code MotionResource} takes HTTP, {@code MotionDesk} moves motions under the lock of the main motion,
 * {@code MotionState} owns the legal moves, {@code AmendmentTree} the order and the text. {@code MotionVote} owns ballots on
 * motions. Who lost may file a minority report.
 */
@NullMarked
package org.concord.compact.governance.motion;

import org.jspecify.annotations.NullMarked;
