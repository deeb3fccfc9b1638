package org.concord.verifier.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.concord.verifier.bundle.BundleReport;
import org.concord.verifier.bundle.BundleVerifier;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;
import org.concord.verifier.merkle.Consistency;
import org.concord.verifier.merkle.ProofRejected;
import org.concord.verifier.note.Note;
import org.concord.verifier.note.NoteRejected;
import org.concord.verifier.policy.TrustPolicy;
import org.concord.verifier.proof.TlogProof;
import org.concord.verifier.seal.BalanceProof;
import org.concord.verifier.text.Strict;
import org.concord.verifier.vectors.ProofVectors;

/** {@code verify …}: each form answers one question of an auditor. */
final class Verify {

    private static final Set<String> POLICY = Set.of("--policy");

    private final PrintStream out;

    Verify(PrintStream out) {
        this.out = out;
    }

    /** Gives the exit code. */
    int run(List<String> words) {
        String first = words.isEmpty() ? "" : words.getFirst();
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        return switch (first) {
            case "vectors" -> vectors(Arguments.of(rest, Set.of()));
            case "entry" -> entry(Arguments.of(rest, POLICY));
            case "consistency" -> consistency(Arguments.of(rest, POLICY));
            case "balance" -> balance(Arguments.of(rest, POLICY));
            default -> bundle(Arguments.of(words, POLICY));
        };
    }

    private int vectors(Arguments arguments) {
        String folder = arguments.words(1, "the folder of the vectors").getFirst();
        ProofVectors.Report report;
        try {
            report = ProofVectors.run(Path.of(folder));
        } catch (IOException unreadable) {
            throw new Usage("The folder " + folder + " cannot be read.");
        }
        if (arguments.json()) {
            print(Json.object()
                    .put("good", report.good())
                    .put("passed", report.passed())
                    .put("failed", report.failures().size())
                    .put("failures", texts(report.failures()))
                    .put("skipped", texts(report.skipped()))
                    .build());
        } else {
            report.failures().forEach(failure -> out.println("FAILED " + failure));
            report.skipped().forEach(file -> out.println("skipped, no proof vector: " + file));
            out.println(report.passed() + " passed, " + report.failures().size() + " failed");
        }
        return report.good() ? 0 : 1;
    }

    private static Json texts(List<String> texts) {
        return Json.array(texts.stream().map(Json::of).toList());
    }

    private int bundle(Arguments arguments) {
        String file = arguments
                .words(1, "the bundle, or one of entry, consistency, balance, vectors")
                .getFirst();
        TrustPolicy policy = NamedFiles.policy(arguments);
        long start = System.nanoTime();
        BundleReport report;
        try {
            report = BundleVerifier.verify(Path.of(file), policy);
        } catch (IOException unreadable) {
            throw new Usage("The file " + file + " cannot be read.");
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (arguments.json()) {
            print(report.toJson());
        } else {
            out.print(report.text());
            out.println("%d.%03d s".formatted(millis / 1000, millis % 1000));
        }
        return report.good() ? 0 : 1;
    }

    private int entry(Arguments arguments) {
        List<String> files = arguments.words(2, "the leaf and the proof file");
        TrustPolicy policy = NamedFiles.policy(arguments);
        byte[] leaf = NamedFiles.bytes(files.getFirst());
        String file = NamedFiles.text(files.get(1));
        return answer(arguments, "The leaf", () -> {
            TlogProof proof = TlogProof.parse(file);
            TrustPolicy.Trusted trusted = proof.verify(leaf, policy);
            return new Shown("is number " + proof.index() + " of the book", trusted);
        });
    }

    private int consistency(Arguments arguments) {
        List<String> files = arguments.words(3, "the older checkpoint, the newer, and the proof");
        TrustPolicy policy = NamedFiles.policy(arguments);
        byte[] older = NamedFiles.bytes(files.getFirst());
        byte[] newer = NamedFiles.bytes(files.get(1));
        String proof = NamedFiles.text(files.get(2));
        return answer(arguments, "The newer book", () -> {
            Checkpoint before = policy.check(Note.parse(older)).checkpoint();
            TrustPolicy.Trusted after = policy.check(Note.parse(newer));
            if (!before.origin().equals(after.checkpoint().origin())) {
                throw new ProofRejected("the checkpoints are of two books: " + Strict.shortened(before.origin())
                        + " and " + Strict.shortened(after.checkpoint().origin()));
            }
            Checkpoint grown = after.checkpoint();
            Consistency.verify(before.size(), grown.size(), hashes(proof), before.root(), grown.root());
            return new Shown("begins with the " + before.size() + " leaves of the older", after);
        });
    }

    /** One base64 hash a line, as in a witness's request; empty lines do not count. */
    private static List<byte[]> hashes(String proof) {
        try {
            return proof.lines()
                    .filter(line -> !line.isEmpty())
                    .map(Strict::base64)
                    .toList();
        } catch (IllegalArgumentException malformed) {
            throw new ProofRejected("the proof has one base64 hash a line: " + malformed.getMessage());
        }
    }

    private int balance(Arguments arguments) {
        String file = NamedFiles.text(arguments.words(1, "the balance proof").getFirst());
        TrustPolicy policy = NamedFiles.policy(arguments);
        return answer(arguments, "The balance", () -> {
            BalanceProof proof = BalanceProof.parse(file);
            TrustPolicy.Trusted trusted = proof.verify(policy);
            return new Shown(
                    "of " + proof.balance().account() + " at the end of " + proof.period() + " is debits "
                            + proof.balance().debits() + ", credits "
                            + proof.balance().credits(),
                    trusted);
        });
    }

    /** What was shown, and under which checkpoint. */
    private record Shown(String fact, TrustPolicy.Trusted trusted) {}

    private interface Question {
        Shown ask();
    }

    private int answer(Arguments arguments, String subject, Question question) {
        try {
            Shown shown = question.ask();
            if (arguments.json()) {
                print(Json.object()
                        .put("good", true)
                        .put("fact", subject + " " + shown.fact())
                        .put("checkpoint", shown.trusted().checkpoint().body())
                        .put(
                                "witnesses",
                                texts(List.copyOf(shown.trusted().witnesses().keySet())))
                        .build());
            } else {
                out.println(subject + " " + shown.fact() + ".");
                out.println(shown.trusted().checkpoint());
                out.println("witnesses: "
                        + String.join(", ", shown.trusted().witnesses().keySet()));
            }
            return 0;
        } catch (ProofRejected | NoteRejected refused) {
            String reason =
                    Strict.shortened(String.valueOf(refused.getMessage()).replace('\n', ' '), 400);
            if (arguments.json()) {
                print(Json.object().put("good", false).put("reason", reason).build());
            } else {
                out.println("BAD " + reason);
            }
            return 1;
        }
    }

    private void print(Json answer) {
        out.println(new String(CanonicalJson.write(answer), StandardCharsets.UTF_8));
    }
}
