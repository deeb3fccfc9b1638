/**
 * Signed notes (C2SP signed-note) and the signatures of logs and witnesses (C2SP tlog-cosignature).
 *
 * <p>A {@link org.concord.verifier.note.Note} is a text with signature lines; a
 * {@link org.concord.verifier.note.VerifierKey} checks one signer's lines and a
 * {@link org.concord.verifier.note.SigningKey} writes them. What the bytes under a signature are depends on its
 * {@link org.concord.verifier.note.SignatureType}: the text itself, or a timestamped statement about the checkpoint in
 * it.
 */
@NullMarked
package org.concord.verifier.note;

import org.jspecify.annotations.NullMarked;
