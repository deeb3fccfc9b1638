package org.concord.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Chromium of this machine, never one that a library downloads. Without one a test fails; it does not skip. */
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
                        .setExecutablePath(found())
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
    Page window(RunningPlatform platform) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(platform.gateway().toString())
                .setViewportSize(1280, 900));
        context.setDefaultTimeout(30_000);
        return context.newPage();
    }

    /** Keeps what a person would have seen, for looking at. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private static Path found() {
        String named = System.getenv().getOrDefault("CONCORD_CHROMIUM", "");
        Stream<String> folders =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1));
        Optional<Path> onPath = folders.flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        return named.isEmpty()
                ? onPath.orElseThrow(() -> new IllegalStateException("No Chromium on the PATH: install Debian's package"
                        + " chromium, or name a browser in CONCORD_CHROMIUM."))
                : Path.of(named);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
