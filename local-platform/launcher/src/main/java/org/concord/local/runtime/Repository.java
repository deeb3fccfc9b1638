package org.concord.local.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.concord.local.Console;
import org.concord.local.Trouble;
import org.concord.local.process.Tool;

/**
 * The local Maven repository, where the build has put the servers. A file that is missing or does not match the checksum
 * beside it is fetched again, by Maven, with the mirrors and settings of this machine.
 */
public final class Repository {

    private static final Pattern IN_SETTINGS = Pattern.compile("<localRepository>([^<]+)</localRepository>");

    private final Path folder;
    private final Console console;

    public Repository(Path folder, Console console) {
        this.folder = folder;
        this.console = console;
    }

    /** The one that Maven uses here: by option, by Surefire's word, by settings.xml, else the usual one. */
    public static Path ofThisMachine() {
        Path home = Path.of(System.getProperty("user.home"));
        return Stream.of("maven.repo.local", "localRepository")
                .map(System::getProperty)
                .filter(value -> value != null && !value.isBlank())
                .map(Path::of)
                .findFirst()
                .or(() -> Optional.ofNullable(System.getenv("CONCORD_MAVEN_REPOSITORY"))
                        .map(Path::of))
                .or(() -> inSettings(home.resolve(".m2/settings.xml")))
                .orElse(home.resolve(".m2/repository"));
    }

    private static Optional<Path> inSettings(Path settings) {
        try {
            Matcher found = IN_SETTINGS.matcher(Files.readString(settings));
            return found.find()
                    ? Optional.of(
                            Path.of(found.group(1).strip().replace("${user.home}", System.getProperty("user.home"))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Where the file is, or would be. */
    Path locate(Artifact artifact) {
        return folder.resolve(artifact.path());
    }

    /**
     * The file, there and sound.
     *
     * @throws Trouble if it can't be fetched, or is not sound even when fetched anew
     */
    Path require(Artifact artifact) {
        Path file = locate(artifact);
        if (Files.exists(file) && matchesChecksum(file)) {
            return file;
        }
        return refetch(artifact);
    }

    /** Deletes the file with its checksum and fetches both again. */
    Path refetch(Artifact artifact) {
        Path file = locate(artifact);
        console.say((Files.exists(file) ? "Damaged, fetching again: " : "Fetching ") + artifact.coordinates());
        delete(file);
        delete(checksumOf(file));
        Tool.run(
                "Fetching " + artifact.coordinates(),
                temporaryLog(),
                Map.of(),
                20,
                List.of(
                        "mvn",
                        "-q",
                        "-B",
                        "-Dmaven.repo.local=" + folder,
                        "org.apache.maven.plugins:maven-dependency-plugin:" + Versions.dependencyPlugin() + ":get",
                        "-Dtransitive=false",
                        "-Dartifact=" + artifact.coordinates()));
        if (!Files.exists(file) || !matchesChecksum(file)) {
            throw new Trouble(
                    "The download of " + artifact.coordinates() + " is damaged twice in a row.",
                    "Check the connection and the disk, delete " + file.getParent() + " and try again.");
        }
        return file;
    }

    /** Whether the file has the SHA-1 that Maven noted when it came; true if nothing was noted. */
    static boolean matchesChecksum(Path file) {
        Path noted = checksumOf(file);
        if (!Files.exists(noted)) {
            return true;
        }
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-1");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            String expected = Files.readString(noted).strip();
            return expected.regionMatches(true, 0, HexFormat.of().formatHex(digest.digest()), 0, 40);
        } catch (IOException e) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path checksumOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".sha1");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Trouble(
                    "The damaged file " + file + " can't be deleted: " + e.getMessage() + ".",
                    "Delete it by hand and try again.",
                    e);
        }
    }

    private static Path temporaryLog() {
        try {
            Path log = Files.createTempFile("concord-fetch", ".log");
            log.toFile().deleteOnExit();
            return log;
        } catch (IOException e) {
            throw new Trouble(
                    "No temporary file can be made: " + e.getMessage() + ".",
                    "Make room on the disk and try again.",
                    e);
        }
    }
}
