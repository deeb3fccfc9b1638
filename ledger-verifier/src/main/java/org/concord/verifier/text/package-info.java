/** The few spellings that all signed and published texts share, each accepted in one form only. */
@NullMarked
package org.concord.verifier.text;

import org.jspecify.annotations.NullMarked;
