package org.concord.ledger.proof;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.concord.verifier.note.SignatureType;
import org.concord.verifier.note.SigningKey;
import org.concord.verifier.note.VerifierKey;

/**
 * The keys that checkpoints are signed with, under the name of each log: Ed25519, which every reader knows, and
 * ML-DSA-44, which C2SP asks new logs for. A key is rotated by adding a file with the next number.
 */
@ApplicationScoped
class SigningKeys {

    private static final int SEED_BYTES = 32;

    private enum Kind {
        ED25519("ed25519", SignatureType.ED25519),
        ML_DSA_44("ml-dsa-44", SignatureType.COSIGNATURE_ML_DSA_44);

        private final Pattern file;
        private final String stem;
        private final SignatureType type;

        Kind(String stem, SignatureType type) {
            this.stem = stem;
            this.type = type;
            this.file = Pattern.compile(Pattern.quote(stem) + "-([1-9][0-9]{0,5})\\.seed");
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // secrets, compared by nobody
    private record Numbered(Kind kind, int number, byte[] seed) {

        SigningKey of(String origin) {
            return SigningKey.ofSeed(origin, kind.type, seedOf(origin));
        }

        /** Each log has keys of its own, as C2SP tlog-policy demands; one secret is kept for all of them. */
        private byte[] seedOf(String origin) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(seed, "HmacSHA256"));
                return mac.doFinal(origin.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every JDK has HmacSHA256", impossible);
            }
        }
    }

    /** By kind, the signing one first. */
    private final List<Numbered> keys;

    /** By origin: to make a key of its seed costs more than to sign with it. */
    private final Map<String, List<SigningKey>> signing = new ConcurrentHashMap<>();

    private final Map<String, List<VerifierKey>> verifying = new ConcurrentHashMap<>();

    SigningKeys(ProofConfig config) {
        try {
            this.keys = read(config);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the signing keys in " + config.keys() + " cannot be read", unreadable);
        }
    }

    private static List<Numbered> read(ProofConfig config) throws IOException {
        if (config.makeKeys()) {
            make(config.keys());
        }
        List<Numbered> found = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Numbered> ofKind = ofKind(config.keys(), kind);
            if (ofKind.isEmpty()) {
                throw new IllegalStateException("no key " + kind.stem + "-1.seed in the folder of concord.proof.keys, "
                        + config.keys() + ": a ledger that cannot sign does not start");
            }
            found.addAll(ofKind);
        }
        return List.copyOf(found);
    }

    private static List<Numbered> ofKind(Path folder, Kind kind) throws IOException {
        List<Numbered> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher matcher = kind.file.matcher(file.getFileName().toString());
                if (matcher.matches()) {
                    byte[] seed = HexFormat.of()
                            .parseHex(Files.readString(file, StandardCharsets.US_ASCII)
                                    .strip());
                    if (seed.length != SEED_BYTES) {
                        throw new IllegalStateException(file + " holds " + seed.length + " bytes, not " + SEED_BYTES);
                    }
                    found.add(new Numbered(kind, Integer.parseInt(matcher.group(1)), seed));
                }
            }
        }
        found.sort(Comparator.comparingInt(Numbered::number).reversed());
        return found;
    }

    private static void make(Path folder) throws IOException {
        Files.createDirectories(folder);
        SecureRandom random = new SecureRandom();
        for (Kind kind : Kind.values()) {
            Path file = folder.resolve(kind.stem + "-1.seed");
            if (!Files.exists(file)) {
                byte[] seed = new byte[SEED_BYTES];
                random.nextBytes(seed);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(seed) + "\n", StandardOpenOption.WRITE);
            }
        }
    }

    /** The keys that sign for a log now, Ed25519 first. */
    List<SigningKey> signing(String origin) {
        return signing.computeIfAbsent(
                origin,
                log -> Stream.of(Kind.values())
                        .flatMap(kind ->
                                keys.stream().filter(key -> key.kind() == kind).limit(1))
                        .map(key -> key.of(log))
                        .toList());
    }

    /** Every key that ever signed for a log, newest first by kind: what a verifier's policy may name. */
    List<VerifierKey> verifying(String origin) {
        return verifying.computeIfAbsent(
                origin, log -> keys.stream().map(key -> key.of(log).verifier()).toList());
    }
}
