package org.concord.verifier.checkpoint;

import java.util.List;
import java.util.Objects;
import org.concord.verifier.merkle.Hashing;
import org.concord.verifier.text.Strict;

/**
 * The body of a checkpoint (C2SP tlog-checkpoint): origin, size and root of a tree, and lines of the log's own that
 * nobody else vouches for. Immutable; two are equal when their bodies are.
 */
public final class Checkpoint {

    private final String origin;
    private final long size;
    private final byte[] root;
    private final List<String> extensions;

    private Checkpoint(String origin, long size, byte[] root, List<String> extensions) {
        if (origin.isEmpty() || origin.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("a checkpoint's origin is one line of text");
        }
        if (size < 0 || root.length != Hashing.LENGTH) {
            throw new IllegalArgumentException("a checkpoint has a size from 0 and a root of 32 bytes");
        }
        this.origin = origin;
        this.size = size;
        this.root = root.clone();
        this.extensions = List.copyOf(extensions);
    }

    /**
     * The checkpoint of a tree, without extension lines.
     *
     * @throws IllegalArgumentException for an empty origin or one of several lines, a negative size, or no root
     */
    public static Checkpoint of(String origin, long size, byte[] root) {
        return new Checkpoint(origin, size, root, List.of());
    }

    /**
     * Reads a checkpoint's body, which ends in a newline.
     *
     * @throws IllegalArgumentException when it is none: a line missing or empty, a size or root in another spelling
     */
    public static Checkpoint parse(String body) {
        if (!body.endsWith("\n")) {
            throw new IllegalArgumentException("a checkpoint ends with a newline");
        }
        List<String> lines = List.of(body.substring(0, body.length() - 1).split("\n", -1));
        if (lines.size() < 3 || lines.contains("")) {
            throw new IllegalArgumentException("a checkpoint has origin, size and root, and no empty line");
        }
        return new Checkpoint(
                lines.get(0),
                Strict.decimal(lines.get(1)),
                Strict.base64(lines.get(2)),
                lines.subList(3, lines.size()));
    }

    /** The log's name for itself, unique among logs. */
    public String origin() {
        return origin;
    }

    /** The number of leaves. */
    public long size() {
        return size;
    }

    /** The root over the leaves. */
    public byte[] root() {
        return root.clone();
    }

    /** Lines of the log's own, of which a witness says nothing; mostly none. */
    public List<String> extensions() {
        return extensions;
    }

    /** The body: what is signed. */
    public String body() {
        StringBuilder body = new StringBuilder()
                .append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(Strict.base64(root))
                .append('\n');
        extensions.forEach(line -> body.append(line).append('\n'));
        return body.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint checkpoint && checkpoint.body().equals(body());
    }

    @Override
    public int hashCode() {
        return Objects.hash(origin, size);
    }

    @Override
    public String toString() {
        return origin + " at size " + size + ", root " + Strict.base64(root);
    }
}
