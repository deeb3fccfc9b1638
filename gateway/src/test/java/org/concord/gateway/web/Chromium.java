package org.concord.gateway.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Chromium of this machine: {@code CONCORD_CHROMIUM}, else the PATH, else Debian's package where we may install it.
 * Without one the tests fail; they never skip.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setHeadless(true)
                        // Root may not use the sandbox; the rest keeps the browser from talking to anyone but us.
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A window of a person who was never here before. */
    Page window(URI home, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(home.toString())
                .setTimezoneId("America/New_York")
                .setLocale("en-US")
                .setViewportSize(width, height));
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }

    private static Path executable() {
        String named = System.getenv().getOrDefault("CONCORD_CHROMIUM", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        return onPath().or(Chromium::installed)
                .orElseThrow(
                        () -> new IllegalStateException("No Chromium on the PATH: install Debian's package chromium,"
                                + " or name a browser in CONCORD_CHROMIUM."));
    }

    private static Optional<Path> onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> installed() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        try {
            Process install = new ProcessBuilder(
                            "apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core")
                    .inheritIO()
                    .start();
            if (!install.waitFor(5, TimeUnit.MINUTES)) {
                install.destroy();
            }
        } catch (IOException e) {
            throw new IllegalStateException("Chromium could not be installed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return onPath();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
