/**
 * The charter in executable form: the whole platform is started once, and every test goes through its front door.
 * {@link org.concord.acceptance.RunningPlatform} holds it for all of them.
 */
@NullMarked
package org.concord.acceptance;

import org.jspecify.annotations.NullMarked;
