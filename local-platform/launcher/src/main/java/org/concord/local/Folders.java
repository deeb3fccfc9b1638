package org.concord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The few things done with whole folders and with files that only their owner may read. */
public final class Folders {

    private Folders() {}

    /** Makes the folder and those above it; only its owner may enter it. */
    public static Path createPrivate(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            return folder;
        } catch (UnsupportedOperationException e) {
            return folder;
        } catch (IOException e) {
            throw new Trouble(
                    "The folder " + folder + " can't be made: " + reason(e) + ".",
                    "Choose a folder that you may write to, with free space.",
                    e);
        }
    }

    /** Writes the file whole or not at all, readable by its owner alone (mode 0600). */
    public static void writePrivate(Path file, String text) {
        try {
            Path parent = Files.createDirectories(file.toAbsolutePath().getParent());
            Path temporary = Files.createTempFile(parent, file.getFileName().toString(), ".tmp");
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Trouble(
                    "The file " + file + " can't be written: " + reason(e) + ".",
                    "Make room on the disk or choose another folder.",
                    e);
        }
    }

    /** Copies a folder with its links and permissions. */
    public static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (Path source : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(source).toString());
                Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (NoSuchFileException e) {
            // A file that a server removed between the listing and the copy: the caller decides what that means.
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw new Trouble(
                    "Copying " + from + " to " + to + " failed: " + reason(e) + ".",
                    "Make room on the disk and try again.",
                    e);
        }
    }

    /** Deletes the folder and all in it, if it is there. */
    public static void delete(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                        throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new Trouble(
                    "The folder " + folder + " can't be deleted: " + reason(e) + ".",
                    "Delete it by hand and try again.",
                    e);
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
    }
}
