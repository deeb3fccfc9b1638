/**
 * A bundle: one ZIP file with all of a book that an auditor takes away, and the offline check of it.
 *
 * <p>Laid out as a tiled log (C2SP tlog-tiles): {@code checkpoint}, {@code tile/<L>/<N>} with the hashes,
 * {@code tile/entries/<N>} with the leaves; {@code manifest.json} names every file; {@code seals.json}, where the book's
 * owner gives it, has the secrets of the sealed periods. {@link org.concord.verifier.bundle.BundleWriter} writes it in
 * one pass; {@link org.concord.verifier.bundle.BundleVerifier} checks hashes, root, signatures and witnesses, and then
 * keeps the whole book once more: every law of the ledger is applied to every leaf.
 */
@NullMarked
package org.concord.verifier.bundle;

import org.jspecify.annotations.NullMarked;
