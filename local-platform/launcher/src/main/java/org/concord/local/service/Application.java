package org.concord.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.concord.local.Folders;
import org.concord.local.Trouble;

/**
 * A service's build, copied into the cache folder under the hash of its content. A build that runs beside the platform
 * can't pull the jars from under it, and the copy's paths and times stay as they are, which an AOT cache needs.
 *
 * @param folder the copy
 */
record Application(Path folder) {

    /** How many builds of one service are kept, so that going back and forth between two is free. */
    private static final int KEPT = 3;

    /**
     * Copies the build unless that very content is there.
     *
     * @throws Trouble if the module is not built
     */
    static Application of(Path root, Path cache, String module) {
        Path built = root.resolve(module).resolve("target/quarkus-app");
        if (!Files.exists(built.resolve("quarkus-run.jar"))) {
            throw new Trouble("The module " + module + " is not built.", "Run ./concord up without --no-build.");
        }
        Path all = Folders.createPrivate(cache.resolve("apps"));
        Path folder = all.resolve(module + "-" + hash(built));
        if (!Files.exists(folder)) {
            Path temporary = all.resolve(folder.getFileName() + ".tmp");
            Folders.delete(temporary);
            Folders.copy(built, temporary);
            try {
                Files.move(temporary, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        forgetOld(all, module, folder);
        return new Application(folder);
    }

    /** What is started. */
    Path jar() {
        return folder.resolve("quarkus-run.jar");
    }

    /** Its AOT cache, made in the background after the first start. */
    Path aot() {
        return folder.resolveSibling(folder.getFileName() + ".aot");
    }

    private static void forgetOld(Path all, String module, Path current) {
        try (var folders = Files.list(all)) {
            List<Path> old = folders.filter(Files::isDirectory)
                    .filter(folder -> folder.getFileName().toString().startsWith(module + "-"))
                    .filter(folder -> !folder.equals(current))
                    .sorted(Comparator.comparingLong(Application::modified).reversed())
                    .skip(KEPT - 1L)
                    .toList();
            for (Path folder : old) {
                Folders.delete(folder);
                Files.deleteIfExists(new Application(folder).aot());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long modified(Path folder) {
        return folder.toFile().lastModified();
    }

    /** Our own jars by content; libraries, whose names carry their versions, by name and size. */
    private static String hash(Path built) {
        try (var files = Files.walk(built)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = built.relativize(file).toString();
                digest.update((name + "|" + Files.size(file) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
                boolean library = name.startsWith("lib/") && !name.contains("org.concord");
                if (!library) {
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
