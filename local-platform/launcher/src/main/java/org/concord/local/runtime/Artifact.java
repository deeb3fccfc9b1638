package org.concord.local.runtime;

/**
 * A file of a Maven repository by its coordinates.
 *
 * @param group group id
 * @param name artifact id
 * @param version version
 * @param extension {@code jar} or {@code zip}
 */
record Artifact(String group, String name, String version, String extension) {

    /** Its path inside any Maven repository. */
    String path() {
        return group.replace('.', '/') + "/" + name + "/" + version + "/" + name + "-" + version + "." + extension;
    }

    /** As Maven's command line wants it. */
    String coordinates() {
        return group + ":" + name + ":" + version + ":" + extension;
    }

    /** The reverse of {@link #path}. */
    static Artifact ofPath(String path) {
        String[] parts = path.split("/", -1);
        int last = parts.length - 1;
        String file = parts[last];
        return new Artifact(
                String.join(".", java.util.Arrays.copyOf(parts, last - 2)),
                parts[last - 2],
                parts[last - 1],
                file.substring(file.lastIndexOf('.') + 1));
    }
}
