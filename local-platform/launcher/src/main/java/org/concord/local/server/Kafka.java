package org.concord.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.concord.local.Ports;
import org.concord.local.process.Child;
import org.concord.local.process.ChildCommand;
import org.concord.local.process.Children;
import org.concord.local.runtime.Jvm;

/** The broker, in a JVM of its own. */
final class Kafka {

    private static final int HEAP_MEGABYTES = 192;

    private final String classPath;
    private final Path data;
    private final Ports ports;

    Kafka(String classPath, Path data, Ports ports) {
        this.classPath = classPath;
        this.data = data;
        this.ports = ports;
    }

    /**
     * Starts the broker.
     *
     * @param topics those to be there when the broker says READY
     */
    Child start(Children children, List<String> topics, Jvm.Aot aot) {
        try {
            Path configuration = data.resolve("kafka.properties");
            Files.writeString(configuration, resource("kafka.properties") + ofThisFolder(topics));
            Path logging = data.resolve("kafka-logging.properties");
            Files.writeString(logging, resource("kafka-logging.properties"));
            var command = new ArrayList<>(Jvm.start(HEAP_MEGABYTES, aot));
            command.add("-XX:TieredStopAtLevel=1");
            command.add("-Djava.util.logging.config.file=" + logging);
            command.addAll(List.of("-cp", classPath, "org.concord.local.kafka.KafkaNode", configuration.toString()));
            command.add(Long.toString(ProcessHandle.current().pid()));
            return children.start(ChildCommand.of("kafka", command, Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isReady(Child child) {
        try {
            return Files.readString(child.log(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .anyMatch("READY"::equals);
        } catch (IOException e) {
            return false;
        }
    }

    private String ofThisFolder(List<String> topics) {
        return """

                # Of this data folder.
                controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                log.dirs=%3$s
                concord.topics=%4$s
                """.formatted(ports.kafka(), ports.kafkaController(), data.resolve("kafka"), String.join(",", topics));
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(Kafka.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
