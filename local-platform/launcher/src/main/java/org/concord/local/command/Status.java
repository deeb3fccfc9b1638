package org.concord.local.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.concord.local.Console;
import org.concord.local.Ports;
import org.concord.local.process.PidFile;
import org.concord.local.service.Service;

/** What runs on a data folder, whether it is ready, and what it takes. */
public final class Status {

    private final Options options;
    private final Console console;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** For these options. */
    public Status(Options options, Console console) {
        this.options = options;
        this.console = console;
    }

    /** Prints a line for each process; 0 if all are ready, 1 if something is amiss, 3 if nothing runs. */
    public int run() {
        var file = new PlatformFile(options.data());
        Optional<ProcessHandle> launcher = file.launcher().alive();
        if (launcher.isEmpty()) {
            console.print("Nothing runs on " + options.data() + ". Start it with ./concord up.");
            return 3;
        }
        Optional<Properties> known = file.read();
        if (known.isEmpty()) {
            console.print("The platform on " + options.data() + " is starting or stopping (process "
                    + launcher.get().pid() + ").");
            return 1;
        }
        var ports = new Ports(Integer.parseInt(known.get().getProperty("port.base")));
        console.print("Concord runs at " + ports.gatewayUrl() + "   (data in " + options.data() + ")");
        boolean good = true;
        long memory = 0;
        for (var part : readiness(ports).entrySet()) {
            Optional<ProcessHandle> process = new PidFile(options.data().resolve(part.getKey() + ".pid")).alive();
            boolean ready = process.isPresent() && (part.getValue().isEmpty() || answers(part.getValue()));
            long kilobytes = process.map(Status::memoryOf).orElse(0L);
            good &= ready;
            memory += kilobytes;
            console.print(String.format(
                    "  %-16s %-10s %s",
                    part.getKey(),
                    ready ? "ready" : process.isPresent() ? "not ready" : "down",
                    process.map(handle -> "process " + handle.pid() + ", " + kilobytes / 1024 + " MiB")
                            .orElse("see " + part.getKey() + ".log")));
        }
        long own = memoryOf(launcher.get());
        console.print("  " + (memory + own) / 1024 + " MiB in all, the launcher's " + own / 1024 + " MiB included");
        return good ? 0 : 1;
    }

    private static Map<String, String> readiness(Ports ports) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("postgres", "");
        parts.put("kafka", "");
        parts.put("keycloak", "http://127.0.0.1:" + ports.keycloakManagement() + "/health/ready");
        Service.ALL.forEach(service ->
                parts.put(service.name(), "http://127.0.0.1:" + service.port().applyAsInt(ports) + "/q/health/ready"));
        return parts;
    }

    private boolean answers(String address) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Proportional set size in kilobytes, with the process's own children; 0 where the system does not tell. */
    private static long memoryOf(ProcessHandle process) {
        boolean launcher = process.pid() == ProcessHandle.current().pid();
        Stream<ProcessHandle> family = process.info().command().orElse("").endsWith("postgres") && !launcher
                ? Stream.concat(Stream.of(process), process.descendants())
                : Stream.of(process);
        return family.mapToLong(each -> proportional(Path.of("/proc/" + each.pid() + "/smaps_rollup")))
                .sum();
    }

    private static long proportional(Path rollup) {
        try (var lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
