/**
 * Reciprocity: a registry of who recognises which licences, records and credentials of whom, on what authority, from when
 * to when. It registers law that exists elsewhere and makes none; there are no checks at borders in it.
 *
 * <p>A member registers its own recognition and nobody else's, by its delegate. Recognition is one-sided: that MD
 * recognises a licence of VA says nothing of VA. Entries are dated and bitemporal like acts on guidance: every change is
 * a further revision, two entries of one subject for one pair never overlap.
 */
@NullMarked
package org.concord.compact.reciprocity;

import org.jspecify.annotations.NullMarked;
