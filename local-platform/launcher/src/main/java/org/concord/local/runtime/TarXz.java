package org.concord.local.runtime;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks a {@code .txz}: files, folders and links of a POSIX tar with GNU's long names. A fresh machine has tar, but often
 * no xz.
 */
final class TarXz {

    private static final int BLOCK = 512;

    private TarXz() {}

    /** Unpacks everything into {@code folder}; an entry that would land outside it is refused. */
    static void unpack(InputStream compressed, Path folder) throws IOException {
        try (var in = new XZInputStream(new BufferedInputStream(compressed, 1 << 16))) {
            byte[] header = new byte[BLOCK];
            String longName = "";
            String longLink = "";
            while (readBlock(in, header) && header[0] != 0) {
                long size = octal(header, 124, 12);
                char type = (char) header[156];
                if (type == 'L') {
                    longName = text(in, size);
                    continue;
                }
                if (type == 'K') {
                    longLink = text(in, size);
                    continue;
                }
                String name = longName.isEmpty() ? nameOf(header) : longName;
                String link = longLink.isEmpty() ? string(header, 157, 100) : longLink;
                longName = "";
                longLink = "";
                Path target = inside(folder, name);
                switch (type) {
                    case '0', '\0' -> file(in, size, target, octal(header, 100, 8));
                    case '5' -> Files.createDirectories(target);
                    case '2' -> {
                        Files.createDirectories(target.getParent());
                        inside(
                                folder,
                                folder.relativize(target.resolveSibling(link).normalize())
                                        .toString());
                        Files.createSymbolicLink(target, Path.of(link));
                    }
                    case '1' -> Files.createLink(target, inside(folder, link));
                    default -> skip(in, padded(size));
                }
            }
        }
    }

    private static void file(InputStream in, long size, Path target, long mode) throws IOException {
        Files.createDirectories(target.getParent());
        try (var out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            for (long left = size; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("the archive ends inside " + target.getFileName());
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        skip(in, padded(size) - size);
        Files.setPosixFilePermissions(target, permissions(mode));
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive reaches outside its folder: " + name);
        }
        return target;
    }

    private static String nameOf(byte[] header) {
        String prefix = string(header, 345, 155);
        String name = string(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static Set<PosixFilePermission> permissions(long mode) {
        var permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int bit = 0; bit < all.length; bit++) {
            if ((mode & (0400 >> bit)) != 0) {
                permissions.add(all[bit]);
            }
        }
        return permissions;
    }

    private static boolean readBlock(InputStream in, byte[] block) throws IOException {
        int read = in.readNBytes(block, 0, BLOCK);
        if (read != 0 && read != BLOCK) {
            throw new EOFException("the archive ends inside a header");
        }
        return read == BLOCK;
    }

    private static String text(InputStream in, long size) throws IOException {
        byte[] bytes = in.readNBytes((int) padded(size));
        return string(bytes, 0, (int) size);
    }

    private static String string(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int from, int length) {
        String digits = string(header, from, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }

    private static long padded(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    private static void skip(InputStream in, long bytes) throws IOException {
        in.skipNBytes(bytes);
    }
}
