package org.concord.verifier.bundle;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concord.verifier.checkpoint.Checkpoint;
import org.concord.verifier.json.CanonicalJson;
import org.concord.verifier.json.Json;
import org.concord.verifier.json.NotCanonical;
import org.concord.verifier.text.Strict;

/**
 * What a bundle says of itself. It is signed by nobody: everything in it is compared with what is found.
 *
 * @param book the book's id
 * @param counts leaves by kind
 * @param files all files but the manifest itself, in the order in which they were written
 */
record Manifest(
        String origin,
        String book,
        long size,
        String root,
        SortedMap<String, Long> counts,
        Map<String, Fingerprint> files) {

    static final String FILE = "manifest.json";
    static final String FORMAT = "concord-bundle/1";

    /** A file's length and SHA-256, in hex. */
    record Fingerprint(long bytes, String sha256) {

        static Fingerprint of(byte[] content, byte[] sha256) {
            return new Fingerprint(content.length, HexFormat.of().formatHex(sha256));
        }

        @Override
        public String toString() {
            return bytes + " bytes, sha256 " + sha256;
        }
    }

    static Manifest of(
            Checkpoint checkpoint, String book, SortedMap<String, Long> counts, Map<String, Fingerprint> files) {
        return new Manifest(
                checkpoint.origin(), book, checkpoint.size(), Strict.base64(checkpoint.root()), counts, files);
    }

    byte[] toBytes() {
        Json.Builder kinds = Json.object();
        counts.forEach(kinds::put);
        List<Json.Obj> listed = files.entrySet().stream()
                .map(file -> Json.object()
                        .put("path", file.getKey())
                        .put("bytes", file.getValue().bytes())
                        .put("sha256", file.getValue().sha256())
                        .build())
                .toList();
        return CanonicalJson.write(Json.object()
                .put("format", FORMAT)
                .put("origin", origin)
                .put("book", book)
                .put("size", size)
                .put("root", root)
                .put("counts", kinds.build())
                .put("files", Json.array(listed))
                .build());
    }

    /** @throws IllegalArgumentException when it is no manifest of this format */
    static Manifest parse(byte[] bytes) {
        Json read;
        try {
            read = CanonicalJson.read(bytes);
        } catch (NotCanonical other) {
            throw new IllegalArgumentException("the manifest is not canonical JSON: " + other.getMessage(), other);
        }
        if (!(read instanceof Json.Obj object) || !object.text("format").equals(FORMAT)) {
            throw new IllegalArgumentException("the manifest is not of the format " + FORMAT);
        }
        Map<String, Fingerprint> files = new LinkedHashMap<>();
        for (Json each : object.array("files")) {
            if (!(each instanceof Json.Obj file)
                    || files.put(file.text("path"), new Fingerprint(file.integer("bytes"), file.text("sha256")))
                            != null) {
                throw new IllegalArgumentException("the manifest names a file twice, or something that is none");
            }
        }
        TreeMap<String, Long> counts = new TreeMap<>();
        if (!(object.get("counts") instanceof Json.Obj kinds)) {
            throw new IllegalArgumentException("the manifest counts nothing");
        }
        kinds.members().keySet().forEach(kind -> counts.put(kind, kinds.integer(kind)));
        return new Manifest(
                object.text("origin"), object.text("book"), object.integer("size"), object.text("root"), counts, files);
    }
}
