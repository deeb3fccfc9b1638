package org.concord.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.concord.local.Main;
import org.concord.local.Ports;
import org.concord.local.Secrets;
import org.concord.local.process.PidFile;
import org.concord.local.process.Tool;
import org.concord.local.runtime.Repository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The three real servers, on ports and in a folder of their own. */
@Timeout(600)
class ServersIT {

    private static final Ports PORTS = new Ports(21800);

    @TempDir
    Path data;

    private Process launcher;

    @Test
    void nothingSurvivesTheLauncherAndNothingIsLost() throws Exception {
        // given
        start();
        write("kept");
        List<ProcessHandle> children = children();
        assertThat(children).hasSize(3);

        // when
        launcher.destroyForcibly().waitFor();

        // then
        for (ProcessHandle child : children) {
            child.onExit().get(30, TimeUnit.SECONDS);
        }
        assertThat(Ports.allFree(PORTS.ofServers().values())).isTrue();
        start();
        assertThat(read()).isEqualTo("kept");
        stop();
        assertThat(children()).isEmpty();
    }

    @AfterEach
    void stop() throws InterruptedException {
        launcher.destroy();
        if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
            launcher.destroyForcibly().waitFor();
        }
    }

    private void start() throws IOException, InterruptedException {
        Path log = Files.createTempFile("servers-it", ".log");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "servers",
                        "--data",
                        data.toString(),
                        "--port-base",
                        Integer.toString(PORTS.base()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(new File("/dev/null"));
        builder.environment()
                .put("CONCORD_MAVEN_REPOSITORY", Repository.ofThisMachine().toString());
        launcher = builder.start();
        while (!Files.readString(log).contains("] Ready")) {
            assertThat(launcher.isAlive()).as(Tool.tail(log, 30)).isTrue();
            Thread.sleep(100);
        }
        Files.delete(log);
    }

    private List<ProcessHandle> children() {
        return List.of("postgres", "kafka", "keycloak").stream()
                .flatMap(name -> new PidFile(data.resolve(name + ".pid")).alive().stream())
                .toList();
    }

    private void write(String text) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create table note (text varchar(20) not null)");
            statement.execute("insert into note values ('" + text + "')");
        }
    }

    private String read() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select text from note")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private java.sql.Connection connect() throws SQLException {
        Secrets secrets = Secrets.load(data.resolve("secrets.properties"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + PORTS.postgres() + "/compact", "compact", secrets.database("compact"));
    }
}
