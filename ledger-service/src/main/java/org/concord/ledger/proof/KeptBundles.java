package org.concord.ledger.proof;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concord.ledger.book.BookShut;
import org.concord.ledger.book.LostLeaves;
import org.concord.ledger.book.Proposal.OrderEffect;
import org.concord.ledger.posting.PostingRule;
import org.concord.verifier.bundle.BundleLeaves;
import org.concord.verifier.bundle.BundleReport;
import org.concord.verifier.bundle.BundleVerifier;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.merkle.Frontier;
import org.concord.verifier.merkle.HashReader;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.policy.TrustPolicy;

/**
 * Bundles that an operator has brought for books whose database was restored from an older state. A bundle is believed
 * when the verifier finds it good under this service's own keys, and when it begins with what the database holds.
 */
@ApplicationScoped
class KeptBundles {

    private final SigningKeys keys;
    private final ProofConfig config;

    KeptBundles(SigningKeys keys, ProofConfig config) {
        this.keys = keys;
        this.config = config;
    }

    /**
     * What the bundle has beyond the database's leaves; empty when there is no bundle, or nothing beyond.
     *
     * @param signed what was signed last; a bundle that reaches it must have its root there
     * @param size how many leaves the database has
     * @throws BookShut when there is one and it cannot be believed
     */
    Optional<LostLeaves> of(UUID book, Checkpoint signed, long size, HashReader hashes) {
        Optional<Path> file =
                config.restore().map(folder -> folder.resolve(book + ".bundle")).filter(Files::exists);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            requireGood(file.get(), signed.origin());
            return continuing(BundleLeaves.open(file.get()), signed, size, hashes);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new BookShut("the bundle " + file.get() + " cannot be read: " + unreadable.getMessage());
        }
    }

    private void requireGood(Path file, String origin) throws IOException {
        List<TrustPolicy.Log> own = keys.verifying(origin).stream()
                .map(key -> new TrustPolicy.Log(key, Optional.empty()))
                .toList();
        BundleReport report = BundleVerifier.verify(file, new TrustPolicy(own, Map.of(), Map.of(), TrustPolicy.NONE));
        if (!report.good()) {
            throw new BookShut(
                    "the bundle " + file + " is not good: " + report.findings().getFirst());
        }
    }

    private static Optional<LostLeaves> continuing(BundleLeaves leaves, Checkpoint signed, long size, HashReader hashes)
            throws IOException {
        boolean used = false;
        try {
            if (leaves.checkpoint().size() <= size) {
                return Optional.empty();
            }
            Frontier begins = Frontier.empty();
            Iterator<byte[]> known = leaves.from(0);
            grow(begins, known, size);
            if (!MessageDigest.isEqual(begins.root(), hashes.root(size))) {
                throw new BookShut("the first " + size + " leaves of the bundle are not those of the database");
            }
            // Before a leaf is written: what is in the journal cannot be taken out again.
            if (leaves.checkpoint().size() >= signed.size()) {
                grow(begins, known, signed.size());
                if (!MessageDigest.isEqual(begins.root(), signed.root())) {
                    throw new BookShut(
                            "at " + signed.size() + " leaves the bundle has another root than was signed last");
                }
            }
            used = true;
            return Optional.of(new Kept(leaves));
        } finally {
            if (!used) {
                leaves.close();
            }
        }
    }

    private static void grow(Frontier tree, Iterator<byte[]> leaves, long size) {
        while (tree.size() < size) {
            tree.append(Hashing.leaf(leaves.next()));
        }
    }

    private record Kept(BundleLeaves leaves) implements LostLeaves {

        @Override
        public Iterator<byte[]> from(long seq) {
            return leaves.from(seq);
        }

        @Override
        public byte[] root() {
            return leaves.checkpoint().root();
        }

        @Override
        public OrderEffect effectOf(String rule) {
            return PostingRule.effectOf(rule);
        }

        @Override
        public void close() {
            try {
                leaves.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
