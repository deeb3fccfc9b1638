/**
 * The sample alliance, loaded through the public API as any secretariat would: {@link
 * org.concord.local.sample.SampleLoader}. It is illustrative and no government's statement.
 */
@NullMarked
package org.concord.local.sample;

import org.jspecify.annotations.NullMarked;
