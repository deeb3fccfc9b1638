package org.concord.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void onlyTheOwnerMayReadThem() throws IOException {
        Path file = folder.resolve("secrets.properties");

        Secrets.draw().save(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void comeBackAsTheyWereDrawn() {
        Path file = folder.resolve("secrets.properties");
        Secrets drawn = Secrets.draw();

        drawn.save(file);

        Secrets loaded = Secrets.load(file);
        assertThat(loaded.superuser()).isEqualTo(drawn.superuser());
        assertThat(loaded.client("concord-gateway")).isEqualTo(drawn.client("concord-gateway"));
        assertThat(Base64.getDecoder().decode(loaded.sessionKey())).hasSize(32);
    }

    @Test
    void twoMachinesShareNone() {
        assertThat(Secrets.draw().client("erp-wa")).isNotEqualTo(Secrets.draw().client("erp-wa"));
    }

    @Test
    void folderOfAnOlderVersionIsToldToStartOver() throws IOException {
        Path file = folder.resolve("secrets.properties");
        Files.writeString(file, "postgres.superuser=x\n");

        assertThatThrownBy(() -> Secrets.load(file).sessionKey())
                .isInstanceOfSatisfying(
                        Trouble.class, trouble -> assertThat(trouble.told()).contains("reset"));
    }
}
