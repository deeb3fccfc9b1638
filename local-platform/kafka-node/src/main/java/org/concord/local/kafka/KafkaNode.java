package org.concord.local.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A broker and controller in one (KRaft). Formats its folder the first time, in this JVM, which saves starting a second
 * one for it; says {@code READY} on standard output; stops cleanly on SIGTERM, or when the process that it was told to
 * watch ends, which is what a system without parent-death signals has instead.
 */
public final class KafkaNode {

    private KafkaNode() {}

    /**
     * Runs the broker until it is told to stop.
     *
     * @param args the broker's properties file, then optionally the pid of the process to end with
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        formatOnce(Path.of(properties.getProperty("log.dirs")), file);

        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        server.startup();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop-kafka"));
        if (args.length > 1) {
            endWith(Long.parseLong(args[1]));
        }
        createTopics(properties);
        System.out.println("READY");
        server.awaitShutdown();
    }

    private static void formatOnce(Path folder, Path properties) throws IOException {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(folder);
        var said = new ByteArrayOutputStream();
        String[] command = {
            "format",
            "--standalone",
            "--ignore-formatted",
            "-t",
            Uuid.randomUuid().toString(),
            "-c",
            properties.toString()
        };
        int status = StorageTool.execute(command, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IllegalStateException(
                    "Kafka's folder can't be formatted: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    /** Creates those of {@code concord.topics} whose first partition has no folder yet. */
    private static void createTopics(Properties properties) {
        Path folder = Path.of(properties.getProperty("log.dirs"));
        List<NewTopic> missing = Stream.of(
                        properties.getProperty("concord.topics", "").split(",", -1))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty() && !Files.exists(folder.resolve(topic + "-0")))
                .map(topic -> new NewTopic(topic, Optional.empty(), Optional.empty()))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        String address = properties.getProperty("advertised.listeners").replaceAll("^PLAINTEXT://|,.*$", "");
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(missing).all().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka's topics can't be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void endWith(long pid) {
        ProcessHandle.of(pid)
                .ifPresent(watched -> Thread.ofPlatform()
                        .daemon()
                        .name("end-with-parent")
                        .start(() -> {
                            watched.onExit().join();
                            System.exit(143);
                        }));
    }

    private static void stop(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }
}
