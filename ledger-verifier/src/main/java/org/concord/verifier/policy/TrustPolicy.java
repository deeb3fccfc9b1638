package org.concord.verifier.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.note.Note;
import org.concord.verifier.note.NoteRejected;
import org.concord.verifier.note.SignatureType;
import org.concord.verifier.note.VerifierKey;
import org.concord.verifier.text.Strict;
import org.jspecify.annotations.Nullable;

/**
 * A trust policy: which logs are known by which keys, and which witnesses must have cosigned. Several keys may stand
 * for one origin, so that a log can change its key. Immutable.
 *
 * @param logs keys by which a log's checkpoint may be signed; each key's name is the log's origin
 * @param witnesses by the names that the policy gives them
 */
public record TrustPolicy(List<Log> logs, Map<String, Witness> witnesses, Map<String, Group> groups, String quorum) {

    /** The quorum that asks for no witness. */
    public static final String NONE = "none";

    /** A policy of hundreds of logs and witnesses fits in many times over. */
    private static final int LONGEST = 4 << 20;

    public TrustPolicy {
        logs = List.copyOf(logs);
        witnesses = Map.copyOf(witnesses);
        groups = Map.copyOf(groups);
    }

    /** A key of a log, and where the log is, if the policy says so. */
    public record Log(VerifierKey key, Optional<String> url) {}

    /** A witness, and where it is, if the policy says so. */
    public record Witness(String name, VerifierKey key, Optional<String> url) {}

    /** Witnesses and groups of which so many must have cosigned. */
    public record Group(String name, int threshold, List<String> members) {
        public Group {
            members = List.copyOf(members);
        }
    }

    /**
     * A checkpoint that the policy lets one believe.
     *
     * @param signedBy keys of the log that signed it
     * @param witnesses all known witnesses that cosigned it, by their names in the policy, with the time of each
     *     cosignature in POSIX seconds
     */
    public record Trusted(Checkpoint checkpoint, List<VerifierKey> signedBy, Map<String, Long> witnesses) {}

    /** Reads a policy file. @throws IllegalArgumentException with the line that is wrong */
    public static TrustPolicy parse(byte[] file) {
        if (file.length > LONGEST) {
            throw new IllegalArgumentException("a policy of more than 4 MiB");
        }
        Reader reader = new Reader();
        // Octets beyond ASCII are opaque in a policy; one character per octet keeps them apart.
        String[] lines = new String(file, StandardCharsets.ISO_8859_1).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            try {
                reader.line(lines[i]);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("line " + (i + 1) + " of the policy: " + wrong.getMessage(), wrong);
            }
        }
        return reader.policy();
    }

    /** Reads a policy. @throws IllegalArgumentException with the line that is wrong */
    public static TrustPolicy parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whether a signed checkpoint may be believed: a known log signed it under its own origin, and enough witnesses
     * cosigned it.
     *
     * @throws NoteRejected with the reason why not
     */
    public Trusted check(Note note) {
        Checkpoint checkpoint = checkpoint(note);
        List<VerifierKey> keys = logs.stream()
                .map(Log::key)
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        if (keys.isEmpty()) {
            throw new NoteRejected("the policy knows no log called " + Strict.shortened(checkpoint.origin()));
        }
        List<VerifierKey> signedBy;
        try {
            signedBy = note.verify(keys).stream().map(Note.Verified::key).toList();
        } catch (NoteRejected notByTheLog) {
            throw new NoteRejected("the log's signature: " + notByTheLog.getMessage());
        }
        if (!checkpoint.extensions().isEmpty()
                && signedBy.stream().allMatch(key -> key.type() == SignatureType.COSIGNATURE_ML_DSA_44)) {
            throw new NoteRejected("the log did not sign the extension lines of this checkpoint");
        }
        Map<String, Long> cosigned = cosigned(note);
        Set<String> met = met(cosigned.keySet());
        if (!quorum.equals(NONE) && !met.contains(quorum)) {
            throw new NoteRejected(
                    "the witnesses " + cosigned.keySet() + " cosigned, which is no quorum: " + missing());
        }
        return new Trusted(checkpoint, signedBy, cosigned);
    }

    private static Checkpoint checkpoint(Note note) {
        try {
            return Checkpoint.parse(note.text());
        } catch (IllegalArgumentException malformed) {
            throw new NoteRejected(String.valueOf(malformed.getMessage()));
        }
    }

    private Map<String, Long> cosigned(Note note) {
        Map<VerifierKey, String> names = new LinkedHashMap<>();
        witnesses.forEach((name, witness) -> names.put(witness.key(), name));
        Map<String, Long> cosigned = new TreeMap<>();
        for (Note.Verified verified : verifiedBy(note, names.keySet())) {
            cosigned.put(
                    names.getOrDefault(verified.key(), verified.key().name()),
                    verified.timestamp().orElse(0));
        }
        return cosigned;
    }

    private static List<Note.Verified> verifiedBy(Note note, Set<VerifierKey> keys) {
        boolean any =
                note.signatures().stream().anyMatch(signature -> keys.stream().anyMatch(key -> key.names(signature)));
        return any ? note.verify(keys) : List.of();
    }

    /** All names whose demands are met when these witnesses cosigned. A group stands behind its members. */
    private Set<String> met(Set<String> cosigned) {
        Set<String> met = new LinkedHashSet<>(cosigned);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Group group : groups.values()) {
                long members = group.members().stream().filter(met::contains).count();
                grew |= members >= group.threshold() && met.add(group.name());
            }
        }
        return met;
    }

    private String missing() {
        Group group = groups.get(quorum);
        return group == null ? quorum + " is needed" : group.threshold() + " of " + group.members() + " are needed";
    }

    /** Takes a policy line by line. */
    private static final class Reader {
        private final List<Log> logs = new ArrayList<>();
        private final Map<String, Witness> witnesses = new LinkedHashMap<>();
        private final Map<String, Group> groups = new LinkedHashMap<>();
        private final Set<String> grouped = new LinkedHashSet<>();
        private @Nullable String quorum;

        void line(String line) {
            if (line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
                throw new IllegalArgumentException("a control character");
            }
            String trimmed = line.replaceAll("^[ \t]+|[ \t]+$", "");
            if (trimmed.isEmpty() || trimmed.startsWith("#")) {
                return;
            }
            List<String> words = List.of(trimmed.split("[ \t]+"));
            List<String> rest = words.subList(1, words.size());
            switch (words.getFirst()) {
                case "log" -> log(rest);
                case "witness" -> witness(rest);
                case "group" -> group(rest);
                case "quorum" -> quorum(rest);
                default -> throw new IllegalArgumentException("neither log, witness, group nor quorum");
            }
        }

        private void log(List<String> words) {
            count(words, 1, 2);
            VerifierKey key = key(words.getFirst());
            if (logs.stream().anyMatch(other -> other.key().sameKeyAs(key))) {
                throw new IllegalArgumentException("the same key twice among the logs");
            }
            logs.add(new Log(key, second(words, 1)));
        }

        private void witness(List<String> words) {
            count(words, 2, 3);
            String name = newName(words.getFirst());
            VerifierKey key = key(words.get(1));
            if (!key.type().timestamped()) {
                throw new IllegalArgumentException("the key of a witness makes cosignatures, and this one does not");
            }
            if (witnesses.values().stream().anyMatch(other -> other.key().sameKeyAs(key))) {
                throw new IllegalArgumentException("the same key twice among the witnesses");
            }
            witnesses.put(name, new Witness(name, key, second(words, 2)));
        }

        private void group(List<String> words) {
            count(words, 3, Integer.MAX_VALUE);
            String name = newName(words.getFirst());
            List<String> members = words.subList(2, words.size());
            for (String member : members) {
                defined(member);
                if (!grouped.add(member)) {
                    throw new IllegalArgumentException(readable(member) + " is a member twice");
                }
            }
            groups.put(name, new Group(name, threshold(words.get(1), members.size()), members));
        }

        private static int threshold(String word, int members) {
            long threshold = switch (word) {
                case "all" -> members;
                case "any" -> 1;
                default -> Strict.decimal(word);
            };
            if (threshold < 1 || threshold > members) {
                throw new IllegalArgumentException("a threshold of " + threshold + " among " + members);
            }
            return (int) threshold;
        }

        private void quorum(List<String> words) {
            count(words, 1, 1);
            if (quorum != null) {
                throw new IllegalArgumentException("a second quorum");
            }
            if (!words.getFirst().equals(NONE)) {
                defined(words.getFirst());
            }
            quorum = words.getFirst();
        }

        TrustPolicy policy() {
            if (quorum == null) {
                throw new IllegalArgumentException("the policy names no quorum");
            }
            return new TrustPolicy(logs, witnesses, groups, quorum);
        }

        private String newName(String name) {
            if (name.equals(NONE) || witnesses.containsKey(name) || groups.containsKey(name)) {
                throw new IllegalArgumentException("the name " + readable(name) + " is taken");
            }
            return name;
        }

        private void defined(String name) {
            if (!witnesses.containsKey(name) && !groups.containsKey(name)) {
                throw new IllegalArgumentException("no witness or group before it is called " + readable(name));
            }
        }

        private static void count(List<String> words, int fewest, int most) {
            if (words.size() < fewest || words.size() > most) {
                throw new IllegalArgumentException("too few or too many words");
            }
        }

        private static VerifierKey key(String word) {
            return VerifierKey.parse(readable(word));
        }

        private static Optional<String> second(List<String> words, int at) {
            return words.size() > at ? Optional.of(readable(words.get(at))) : Optional.empty();
        }

        private static String readable(String octets) {
            return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }
}
