/**
 * The tree over a book's leaves, as RFC 6962 and RFC 9162 define it, and its proofs.
 *
 * <p>{@link org.concord.verifier.merkle.Hashing} hashes leaves and nodes; a
 * {@link org.concord.verifier.merkle.Frontier} is what must be kept to append the next leaf and to know the root;
 * {@link org.concord.verifier.merkle.Inclusion} and {@link org.concord.verifier.merkle.Consistency} make proofs from
 * the hashes a {@link org.concord.verifier.merkle.HashReader} gives, and check proofs without any reader.
 * {@link org.concord.verifier.merkle.Tile} names the files in which a log publishes its hashes and entries (C2SP
 * tlog-tiles); {@link org.concord.verifier.merkle.TileBuilder} fills them and
 * {@link org.concord.verifier.merkle.TileHashes} reads them.
 */
@NullMarked
package org.concord.verifier.merkle;

import org.jspecify.annotations.NullMarked;
