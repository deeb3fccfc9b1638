package org.concord.local.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.concord.local.Console;
import org.concord.local.Folders;
import org.concord.local.Trouble;

/**
 * Everything that is prepared once. Each piece is made beside its place and moved there when it is whole, under a lock, so
 * that an interrupted or a second run never meets half of one.
 */
public final class RuntimeFolder {

    /** Unpacked servers, AOT caches and a golden folder, with room to spare. */
    private static final long NEEDED_BYTES = 1_500L << 20;

    /** Counts up when the databases and roles of a fresh cluster change: an older golden folder does not serve then. */
    private static final String LAYOUT = "2";

    private static final String KAFKA_NODE = "org/concord/local/kafka/KafkaNode.class";

    private final Path cache;
    private final Repository repository;
    private final Console console;
    private final Path servers;

    /**
     * The folder of these versions and this JDK.
     *
     * @param cache the cache folder, shared by all checkouts of this user
     * @param repository where the servers' artifacts are
     */
    public RuntimeFolder(Path cache, Repository repository, Console console) {
        this.cache = cache;
        this.repository = repository;
        this.console = console;
        this.servers = cache.resolve("servers-" + hash(Versions.fingerprint() + Jvm.fingerprint()));
    }

    /** The usual place, or what CONCORD_CACHE says. */
    public static Path usualCache() {
        String chosen = System.getenv("CONCORD_CACHE");
        return chosen == null || chosen.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "concord")
                : Path.of(chosen).toAbsolutePath();
    }

    /** Home of PostgreSQL. */
    public Path postgresHome() {
        return servers.resolve("postgres");
    }

    /** Home of Keycloak. */
    public Path keycloakHome() {
        return servers.resolve("keycloak");
    }

    /** The cache folder itself. */
    public Path cache() {
        return cache;
    }

    /** Where the logs of the preparation are. */
    public Path log(String name) {
        return servers.resolve(name + ".log");
    }

    /** The broker's class path: our one class first, then its jars where Maven keeps them. */
    public String kafkaClassPath() {
        return Stream.concat(
                        Stream.of(servers.resolve("kafka-node.jar")),
                        Versions.kafka().stream().map(repository::locate))
                .map(Path::toString)
                .reduce((one, other) -> one + ":" + other)
                .orElseThrow();
    }

    /** The place of a child's AOT cache. */
    public Path aot(String name) {
        return servers.resolve(name + ".aot");
    }

    /** A data folder that already holds the realm of this text; it is there once one was started and copied. */
    public Path golden(String realms) {
        return cache.resolve("golden-" + hash(Versions.fingerprint() + LAYOUT + realms));
    }

    /** Marks a step done that {@link #isDone} then reports. */
    public void done(String step) {
        try {
            Files.writeString(servers.resolve(step + ".done"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the step was finished. */
    public boolean isDone(String step) {
        return Files.exists(servers.resolve(step + ".done"));
    }

    /** Does the work while no other process prepares in this cache. */
    public void exclusively(Runnable work) {
        Folders.createPrivate(cache);
        try (var channel = FileChannel.open(
                        cache.resolve("prepare.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            Objects.requireNonNull(lock);
            work.run();
        } catch (IOException e) {
            throw new Trouble(
                    "The cache folder " + cache + " can't be locked: " + e.getMessage() + ".",
                    "Choose another one with CONCORD_CACHE.",
                    e);
        }
    }

    /** Unpacks the servers if they aren't; call it {@link #exclusively}. */
    public void unpack() {
        Folders.createPrivate(servers);
        if (!Files.exists(postgresHome())) {
            requireRoom();
            unpacked(Versions.postgres(), postgresHome(), RuntimeFolder::unpackPostgres);
            console.say("PostgreSQL unpacked");
        }
        if (!Files.exists(keycloakHome())) {
            requireRoom();
            unpacked(Versions.keycloak(), keycloakHome(), RuntimeFolder::unpackKeycloak);
            console.say("Keycloak unpacked");
        }
        if (!isDone("kafka")) {
            Versions.kafka().forEach(repository::require);
            done("kafka");
        }
        writeKafkaNode(servers.resolve("kafka-node.jar"));
    }

    private interface Unpacking {
        void unpack(Path archive, Path target) throws IOException;
    }

    private void unpacked(Artifact artifact, Path home, Unpacking unpacking) {
        Path temporary = home.resolveSibling(home.getFileName() + ".tmp");
        Path archive = repository.require(artifact);
        try {
            unpackInto(archive, temporary, unpacking);
        } catch (IOException e) {
            requireRoom();
            // No checksum was noted beside it, or the disk lied: a fresh copy decides.
            try {
                unpackInto(repository.refetch(artifact), temporary, unpacking);
            } catch (IOException again) {
                throw new Trouble(
                        "The download of " + artifact.coordinates() + " can't be unpacked: " + again.getMessage() + ".",
                        "Check the connection and the disk, and try again.",
                        again);
            }
        }
        try {
            Files.move(temporary, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpackInto(Path archive, Path temporary, Unpacking unpacking) throws IOException {
        Folders.delete(temporary);
        Files.createDirectories(temporary);
        unpacking.unpack(archive, temporary);
    }

    private static void unpackPostgres(Path jar, Path target) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            ZipEntry inner = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no .txz in " + jar.getFileName()));
            try (var in = zip.getInputStream(inner)) {
                TarXz.unpack(in, target);
            }
        }
    }

    private static void unpackKeycloak(Path archive, Path target) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                // The first folder carries the version; here the folder above does.
                Path file = target.resolve(
                                entry.getName().substring(entry.getName().indexOf('/') + 1))
                        .normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive reaches outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
        if (!Files.exists(target.resolve("lib/quarkus-run.jar"))) {
            throw new IOException("no quarkus-run.jar in " + archive.getFileName());
        }
    }

    /** The class as a jar of fixed bytes and place: an AOT cache would not outlive a jar that every build makes anew. */
    private static void writeKafkaNode(Path jar) {
        try (var in = Objects.requireNonNull(
                RuntimeFolder.class.getClassLoader().getResourceAsStream(KAFKA_NODE), KAFKA_NODE)) {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                var entry = new ZipEntry(KAFKA_NODE);
                entry.setTimeLocal(java.time.LocalDateTime.of(2026, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                in.transferTo(zip);
            }
            if (!Files.exists(jar) || !java.util.Arrays.equals(Files.readAllBytes(jar), bytes.toByteArray())) {
                Path temporary = jar.resolveSibling("kafka-node.tmp");
                Files.write(temporary, bytes.toByteArray());
                Files.move(temporary, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireRoom() {
        try {
            long free = Files.getFileStore(servers).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new Trouble(
                        "The disk of " + cache + " has only " + (free >> 20) + " MB free, and the servers need "
                                + (NEEDED_BYTES >> 20) + " MB.",
                        "Free some space, or choose a folder on another disk with CONCORD_CACHE.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
