package org.concord.verifier.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.concord.verifier.text.Strict;

/**
 * A text with signature lines (C2SP signed-note). Immutable. The text must be ignored until {@link #verify} has found a
 * trusted signature on it.
 *
 * @param text ends in a newline
 * @param signatures at least one
 */
public record Note(String text, List<NoteSignature> signatures) {

    /** 16 signatures must be taken, and the largest has 5 kB; this leaves ample room and still bounds a reader. */
    public static final int LONGEST = 1 << 20;

    /** As many as the reference implementation takes. */
    private static final int MOST_SIGNATURES = 100;

    private static final int NEWLINE = '\n';

    public Note {
        if (!text.endsWith("\n")) {
            throw new NoteRejected("the text of a note ends with a newline");
        }
        if (text.codePoints().anyMatch(c -> c < ' ' && c != NEWLINE)) {
            throw new NoteRejected("a note has no control characters");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new NoteRejected("a note has 1 to " + MOST_SIGNATURES + " signatures, not " + signatures.size());
        }
        signatures = List.copyOf(signatures);
    }

    /** A signature that a known key made. */
    public record Verified(VerifierKey key, OptionalLong timestamp) {}

    /** Reads a note. @throws NoteRejected when it is none */
    public static Note parse(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new NoteRejected("a note of " + bytes.length + " bytes is longer than the 1048576 read here");
        }
        try {
            return parse(Strict.utf8(bytes));
        } catch (IllegalArgumentException malformed) {
            throw new NoteRejected("a note is UTF-8 text");
        }
    }

    /** Reads a note. @throws NoteRejected when it is none */
    public static Note parse(String note) {
        if (note.length() > LONGEST) {
            throw new NoteRejected("a note of " + note.length() + " characters is longer than the 1048576 read here");
        }
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n") || split + 2 == note.length()) {
            throw new NoteRejected("a note has a text, an empty line and signature lines");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        String lines = note.substring(split + 2, note.length() - 1);
        for (String line : lines.split("\n", MOST_SIGNATURES + 1)) {
            signatures.add(NoteSignature.parse(line));
        }
        return new Note(note.substring(0, split + 1), signatures);
    }

    /** The same text with another signature line at the end. */
    public Note with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new Note(text, more);
    }

    /** The whole note, as it is published. */
    public String format() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    /** The whole note, as it is published. */
    public byte[] toBytes() {
        return format().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The signatures that these keys made, one per key. Signatures of other keys say nothing and are ignored.
     *
     * @throws NoteRejected when a line names one of the keys and that key did not make it, or none of the keys signed
     */
    public List<Verified> verify(Collection<VerifierKey> keys) {
        Map<KeyName, VerifierKey> known = new HashMap<>();
        for (VerifierKey key : keys) {
            VerifierKey other = known.put(key.key(), key);
            if (other != null && !other.equals(key)) {
                throw new NoteRejected("two keys share the name " + key.name() + " and its id");
            }
        }
        List<Verified> verified = new ArrayList<>();
        Set<KeyName> seen = new HashSet<>();
        for (NoteSignature signature : signatures) {
            VerifierKey key = known.get(signature.key());
            if (key == null || !seen.add(signature.key())) {
                continue;
            }
            if (!key.made(signature, text)) {
                throw new NoteRejected("the signature of " + key.name() + " is not good");
            }
            verified.add(new Verified(key, key.timestamp(signature)));
        }
        if (verified.isEmpty()) {
            throw new NoteRejected("no trusted key signed this");
        }
        return verified;
    }
}
