/**
 * Guidance: recommendations that the members' health officers review, sign and issue together.
 *
 * <p>A guidance has a code within its agreement and versions numbered from 1. Each version has a life of its own,
 * {@code GuidanceState}: drafted, reviewed with comments, signed by health officers for their members, and issued when
 * as many have signed as the version itself asks for, counting only members in standing. From then on its text is fixed,
 * and the database refuses to change it. A later version replaces it from the day on which that one takes effect, as
 * another guidance may; it ends at its sunset, or when as many members sign that it be withdrawn.
 *
 * <p>The tour: {@code GuidanceDraftResource} is the way to issue, for those who prepare; {@code GuidanceResource} shows
 * what is issued to everyone; {@code GuidanceDesk} does the work; {@link org.concord.compact.guidance.GuidanceText} is
 * the content, {@code Differences} compares two of them; {@link org.concord.compact.guidance.GuidanceRegister} is what
 * {@code guidance.adoption} asks. Guidance binds nobody: a member follows it by its own act and by no other way.
 */
@NullMarked
package org.concord.compact.guidance;

import org.jspecify.annotations.NullMarked;
