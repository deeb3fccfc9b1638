package org.concord.acceptance.story;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** The running platform: found, or started for this play and stopped after it. */
final class Platform implements AutoCloseable {

    private static final URI USUAL_GATEWAY = URI.create("http://localhost:21510");

    private final URI gateway;
    private final Runnable stop;
    private boolean stopped;

    private Platform(URI gateway, Runnable stop) {
        this.gateway = gateway;
        this.stop = stop;
    }

    URI gateway() {
        return gateway;
    }

    /** A platform that someone else runs: it must answer, and is left running. */
    static Platform at(URI gateway) {
        if (!answers(gateway)) {
            throw new StepFailed("Nothing answers at " + gateway);
        }
        return new Platform(gateway, () -> {});
    }

    /** The platform of this checkout; started when it is down, and then stopped at the end. */
    static Platform ofThisCheckout(PrintStream progress) {
        Path root = checkout();
        URI known = gatewayOf(root);
        if (answers(known)) {
            return new Platform(known, () -> {});
        }
        progress.println("The platform is down; starting it.");
        if (concord(root, progress, "up", "--detach") != 0) {
            throw new StepFailed("The platform could not be started; its own words stand above");
        }
        Platform started = new Platform(gatewayOf(root), () -> {
            progress.println();
            progress.println("Stopping the platform that this story started.");
            concord(root, progress, "down");
        });
        Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop-what-was-started"));
        return started;
    }

    @Override
    public synchronized void close() {
        if (!stopped) {
            stopped = true;
            stop.run();
        }
    }

    /** The folder of the script, two above the jar in {@code acceptance/target}. */
    private static Path checkout() {
        Path code = Path.of(URI.create(Platform.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        for (Path folder = code; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("concord"))) {
                return folder;
            }
        }
        throw new StepFailed("No concord script above " + code + "; name the platform with --gateway");
    }

    private static URI gatewayOf(Path root) {
        Path file = root.resolve("data").resolve("platform.properties");
        if (!Files.isReadable(file)) {
            return USUAL_GATEWAY;
        }
        Properties properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new StepFailed(file + " cannot be read", e);
        }
        return URI.create(properties.getProperty("gateway.url", USUAL_GATEWAY.toString()));
    }

    private static boolean answers(URI gateway) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            HttpRequest question = HttpRequest.newBuilder(gateway.resolve("/session"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(question, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed("Interrupted", e);
        }
    }

    private static int concord(Path root, PrintStream progress, String... words) {
        String[] command = new String[words.length + 1];
        command[0] = root.resolve("concord").toString();
        System.arraycopy(words, 0, command, 1, words.length);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .start();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(progress::println);
            }
            return process.waitFor();
        } catch (IOException e) {
            throw new StepFailed("The concord script cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed("Interrupted", e);
        }
    }
}
