package org.concord.verifier.vectors;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.concord.verifier.json.PublicJson;
import org.concord.verifier.merkle.Consistency;
import org.concord.verifier.merkle.Inclusion;
import org.concord.verifier.merkle.ProofRejected;

/**
 * Public vectors in the JSON form of the transparency-dev project: one proof per file; {@code leafIdx} marks an
 * inclusion proof, {@code size1} a consistency proof, {@code wantErr} says whether it must be refused. Whatever cannot
 * be read as a proof (no base64, a size beyond 2^63−1, a member of another type) counts as refused.
 */
public final class ProofVectors {

    private ProofVectors() {}

    /**
     * What came of a folder.
     *
     * @param passed vectors with the answer that they demand
     * @param failures one sentence per vector with another answer
     * @param skipped JSON files that are no vector, by path
     */
    public record Report(int passed, List<String> failures, List<String> skipped) {

        /** Whether there were vectors and all passed. */
        public boolean good() {
            return failures.isEmpty() && passed > 0;
        }
    }

    /** Runs all {@code .json} files below a folder, in order of their paths. @throws IOException when unreadable */
    public static Report run(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        int passed = 0;
        List<String> failures = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (Path file : files) {
            String name = folder.relativize(file).toString();
            Optional<PublicJson.Obj> vector = vector(file);
            if (vector.isEmpty()) {
                skipped.add(name);
                continue;
            }
            Optional<String> failure = failure(vector.get());
            if (failure.isEmpty()) {
                passed++;
            } else {
                failures.add(name + ": " + failure.get());
            }
        }
        return new Report(passed, failures, skipped);
    }

    private static Optional<PublicJson.Obj> vector(Path file) throws IOException {
        try {
            if (PublicJson.read(Files.readString(file)) instanceof PublicJson.Obj object
                    && (object.members().containsKey("leafIdx")
                            || object.members().containsKey("size1"))) {
                return Optional.of(object);
            }
        } catch (IllegalArgumentException | CharacterCodingException notJson) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Empty when the verifier answers as the vector demands. */
    private static Optional<String> failure(PublicJson.Obj vector) {
        boolean refusalWanted = vector.get("wantErr") instanceof PublicJson.Bool wanted && wanted.value();
        try {
            check(vector);
        } catch (ProofRejected refusal) {
            return refusalWanted ? Optional.empty() : Optional.of("refused, though right: " + refusal.getMessage());
        }
        return refusalWanted ? Optional.of("accepted, though wrong") : Optional.empty();
    }

    private static void check(PublicJson.Obj vector) {
        if (vector.members().containsKey("leafIdx")) {
            Inclusion.verify(
                    size(vector, "leafIdx"),
                    size(vector, "treeSize"),
                    bytes(vector.get("leafHash"), "leafHash"),
                    proof(vector),
                    bytes(vector.get("root"), "root"));
        } else {
            Consistency.verify(
                    size(vector, "size1"),
                    size(vector, "size2"),
                    proof(vector),
                    bytes(vector.get("root1"), "root1"),
                    bytes(vector.get("root2"), "root2"));
        }
    }

    private static long size(PublicJson.Obj vector, String name) {
        return switch (vector.get(name)) {
            case PublicJson.Num number -> size(number.text(), name);
            case PublicJson.Null absent -> 0;
            default -> throw new ProofRejected(name + " is no number");
        };
    }

    private static long size(String digits, String name) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException beyond) {
            throw new ProofRejected(name + " is no size: " + digits);
        }
    }

    /** Null and absent stand for no bytes, as in the project that the vectors come from. */
    private static byte[] bytes(PublicJson.Value value, String name) {
        return switch (value) {
            case PublicJson.Str text -> base64(text.value(), name);
            case PublicJson.Null absent -> new byte[0];
            default -> throw new ProofRejected(name + " is no base64");
        };
    }

    private static byte[] base64(String text, String name) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new ProofRejected(name + " is no base64: " + malformed.getMessage());
        }
    }

    private static List<byte[]> proof(PublicJson.Obj vector) {
        return switch (vector.get("proof")) {
            case PublicJson.Arr array ->
                array.items().stream().map(item -> bytes(item, "proof")).toList();
            case PublicJson.Null absent -> List.of();
            default -> throw new ProofRejected("proof is no list");
        };
    }
}
