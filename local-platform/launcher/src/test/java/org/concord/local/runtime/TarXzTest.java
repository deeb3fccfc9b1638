package org.concord.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class TarXzTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

    @Test
    void filesLinksAndPermissionsComeOutAsTheyWentIn() throws IOException {
        entry("bin/", '5', "0755", "", "");
        entry("bin/tool", '0', "0755", "run me", "");
        entry("lib/tool.so", '2', "0777", "", "../bin/tool");

        unpack();

        assertThat(folder.resolve("bin/tool")).hasContent("run me");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("bin/tool"))))
                .isEqualTo("rwxr-xr-x");
        assertThat(folder.resolve("lib/tool.so")).isSymbolicLink().hasContent("run me");
    }

    @Test
    void entryThatReachesOutsideIsRefused() throws IOException {
        entry("../outside", '0', "0644", "x", "");

        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class).hasMessageContaining("outside");
    }

    @Test
    void linkThatReachesOutsideIsRefused() throws IOException {
        entry("lib/evil", '2', "0777", "", "../../../etc");

        assertThatThrownBy(this::unpack).isInstanceOf(IOException.class).hasMessageContaining("outside");
    }

    @Test
    void brokenArchiveIsNoSilence() {
        assertThatThrownBy(() -> TarXz.unpack(
                        new ByteArrayInputStream("not an archive".getBytes(StandardCharsets.UTF_8)), folder))
                .isInstanceOf(IOException.class);
    }

    private void unpack() throws IOException {
        tar.write(new byte[1024]);
        var packed = new ByteArrayOutputStream();
        try (var xz = new XZOutputStream(packed, new LZMA2Options(0))) {
            xz.write(tar.toByteArray());
        }
        TarXz.unpack(new ByteArrayInputStream(packed.toByteArray()), folder);
    }

    private void entry(String name, char type, String mode, String content, String link) throws IOException {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, mode);
        put(header, 124, "%011o".formatted(content.length()));
        header[156] = (byte) type;
        put(header, 157, link);
        tar.write(header);
        tar.write(content.getBytes(StandardCharsets.UTF_8));
        tar.write(new byte[(512 - content.length() % 512) % 512]);
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
