package org.concord.verifier.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.concord.verifier.bundle.BundleReport.Check;
import org.concord.verifier.bundle.BundleReport.Finding;

/** The files of a bundle, each read within a bound that its kind allows. Safe for several threads. */
final class BundleFiles implements AutoCloseable {

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();
    private final Set<String> twice = new LinkedHashSet<>();

    private BundleFiles(ZipFile zip) {
        this.zip = zip;
        zip.stream().forEach(entry -> {
            if (entries.put(entry.getName(), entry) != null) {
                twice.add(entry.getName());
            }
        });
    }

    /** @throws IOException when it is no ZIP, or one that breaks off */
    static BundleFiles open(Path file) throws IOException {
        return new BundleFiles(new ZipFile(file.toFile()));
    }

    boolean has(String path) {
        return entries.containsKey(path);
    }

    /** A file's content. @throws IOException when it is missing, longer than it may be, or cannot be unpacked */
    byte[] read(String path, int longest) throws IOException {
        ZipEntry entry = entries.get(path);
        if (entry == null) {
            throw new IOException("there is no file " + path);
        }
        if (entry.getSize() > longest) {
            throw new IOException(path + " has " + entry.getSize() + " bytes, more than the " + longest + " it may");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(longest + 1);
            if (content.length > longest) {
                throw new IOException(path + " is longer than the " + longest + " bytes it may have");
            }
            return content;
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new IOException(path + " cannot be unpacked", broken);
        }
    }

    /** Compares the files that are there with those that the tree's size asks for and those that the manifest names. */
    List<Finding> compare(Set<String> needed, Set<String> named) {
        List<Finding> findings = new ArrayList<>();
        twice.forEach(path -> findings.add(Finding.of(Check.FILES, path + " twice in the ZIP", "once")));
        for (String path : needed) {
            if (!entries.containsKey(path)) {
                findings.add(Finding.of(Check.FILES, "no file " + path, "the file, for a tree of this size"));
            } else if (!named.contains(path)) {
                findings.add(Finding.of(Check.MANIFEST, "a manifest without " + path, "every file of the bundle"));
            }
        }
        for (String path : entries.keySet()) {
            boolean optional = path.equals(Seals.FILE) && named.contains(path);
            if (!needed.contains(path) && !path.equals(Manifest.FILE) && !optional) {
                findings.add(Finding.of(
                        Check.FILES, "the file " + LeafReader.quoted(path), "no file that a bundle does not have"));
            }
        }
        for (String path : named) {
            if (!entries.containsKey(path) && !needed.contains(path)) {
                findings.add(Finding.of(
                        Check.MANIFEST, "a manifest that names " + LeafReader.quoted(path), "files that are there"));
            }
        }
        return findings;
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
