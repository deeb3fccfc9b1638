/**
 * The 56 jurisdictions that may be members, with their population at the 2020 census. They come by migration; nothing
 * edits them at run time, because formulas name the vintage they were fed.
 */
@NullMarked
package org.concord.member.jurisdiction;

import org.jspecify.annotations.NullMarked;
