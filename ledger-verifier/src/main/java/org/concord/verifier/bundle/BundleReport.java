package org.concord.verifier.bundle;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.json.Json;
import org.concord.verifier.policy.TrustPolicy;
import org.concord.verifier.text.Strict;

/**
 * What a check of a bundle came to.
 *
 * @param findings what is wrong, most telling first; none in a good bundle
 * @param checkpoint what the bundle claims, once its checkpoint could be read
 * @param trusted who vouches for the checkpoint, when the policy lets one believe them
 * @param counts leaves by kind, as they were found
 * @param formulaRuns how many formula runs were computed again, to the same result
 * @param seals by sealed period: whether its balances were computed again; where not, the secret is missing
 */
public record BundleReport(
        List<Finding> findings,
        Optional<Checkpoint> checkpoint,
        Optional<TrustPolicy.Trusted> trusted,
        String book,
        SortedMap<String, Long> counts,
        long replayed,
        long formulaRuns,
        SortedMap<String, Boolean> seals) {

    public BundleReport {
        findings = List.copyOf(findings);
    }

    /** What was looked at. */
    public enum Check {
        /** The ZIP and its files against the manifest. */
        FILES,
        /** Signatures and witnesses against the policy. */
        CHECKPOINT,
        /** The manifest's own claims. */
        MANIFEST,
        /** Leaves against hash tiles, tiles against the root. */
        TREE,
        /** Leaves against the laws of the ledger. */
        REPLAY
    }

    /**
     * Something that is wrong.
     *
     * @param leaf the sequence number of the leaf, or −1 when it is about none
     * @param found what is there
     * @param expected what should be there
     */
    public record Finding(Check check, long leaf, String found, String expected) {

        static Finding of(Check check, String found, String expected) {
            return new Finding(check, -1, found, expected);
        }

        /** One sentence for a person. */
        @Override
        public String toString() {
            return check.name().toLowerCase(Locale.ROOT) + (leaf < 0 ? ": " : ": leaf " + leaf + ": ") + found
                    + "; expected " + expected;
        }
    }

    /** Whether nothing is wrong. */
    public boolean good() {
        return findings.isEmpty();
    }

    /** The report for a person, one fact a line. */
    public String text() {
        StringBuilder text = new StringBuilder();
        checkpoint.ifPresent(claimed -> text.append(claimed).append('\n'));
        trusted.ifPresent(who -> text.append("signed by ")
                .append(who.signedBy().size())
                .append(who.signedBy().size() == 1 ? " key" : " keys")
                .append(" of the log; witnesses: ")
                .append(
                        who.witnesses().isEmpty()
                                ? "none"
                                : String.join(", ", who.witnesses().keySet()))
                .append('\n'));
        if (!book.isEmpty()) {
            text.append("book ").append(Strict.shortened(book)).append('\n');
        }
        counts.forEach((kind, count) -> text.append("  %,12d %s%n".formatted(count, Strict.shortened(kind))));
        text.append("%,d leaves replayed, %,d formula runs computed again%n".formatted(replayed, formulaRuns));
        for (Map.Entry<String, Boolean> seal : seals.entrySet()) {
            text.append("seal of ")
                    .append(seal.getKey())
                    .append(seal.getValue() ? ": computed again, the same" : ": NOT CHECKED, its secret is not here")
                    .append('\n');
        }
        findings.forEach(finding -> text.append("BAD ").append(finding).append('\n'));
        return text.append(good() ? "The bundle is good." : "The bundle is NOT good.")
                .append('\n')
                .toString();
    }

    /** The report for a machine. */
    public Json toJson() {
        Json.Builder json = Json.object()
                .put("good", good())
                .put("book", book)
                .put("replayed", replayed)
                .put("formulaRuns", formulaRuns);
        Json.Builder kinds = Json.object();
        counts.forEach(kinds::put);
        json.put("counts", kinds.build());
        Json.Builder sealed = Json.object();
        seals.forEach((period, checked) -> sealed.put(period, checked ? "CHECKED" : "NOT_CHECKED"));
        json.put("seals", sealed.build());
        checkpoint.ifPresent(claimed -> json.put("origin", claimed.origin())
                .put("root", Strict.base64(claimed.root()))
                .put("size", Json.of(Math.min(claimed.size(), Json.MAX_INTEGER))));
        json.put("trusted", trusted.isPresent());
        json.put(
                "witnesses",
                Json.array(trusted.map(who -> List.copyOf(who.witnesses().keySet())).orElse(List.of()).stream()
                        .map(Json::of)
                        .toList()));
        json.put(
                "findings", Json.array(findings.stream().map(BundleReport::json).toList()));
        return json.build();
    }

    private static Json json(Finding finding) {
        Json.Builder json = Json.object()
                .put("check", finding.check().name())
                .put("found", finding.found())
                .put("expected", finding.expected());
        if (finding.leaf() >= 0) {
            json.put("leaf", finding.leaf());
        }
        return json.build();
    }
}
