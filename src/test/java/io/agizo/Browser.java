package io.agizo;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser for journeys through pages, one for all tests of a JVM and gone with it. Where there is none, the test is skipped with a
 * line that says so, or fails if {@code AGIZO_REQUIRE_BROWSER} is {@code true}.
 */
public final class Browser implements AutoCloseable {

    /** The screens that every page is looked at on. */
    public enum Screen {
        PHONE(360, 740),
        LAPTOP(1280, 800);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final List<String> QUIET = Stream.of(
                    "no-sandbox",
                    "disable-gpu",
                    "disable-quic",
                    "no-first-run",
                    "disable-background-networking",
                    "disable-component-update",
                    "disable-sync")
            .map(option -> "--" + option)
            .toList();

    /** For what is awaited on a page; five seconds, as Playwright has it, are too few where two JVMs share two cores. */
    private static final double PATIENCE_MILLIS = 20_000;

    private static @Nullable Playwright playwright;
    private static com.microsoft.playwright.@Nullable Browser running;

    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();

    private Browser(BrowserContext context) {
        this.context = context;
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
    }

    /** A browser of its own, without cookies, that sees the world through a screen in light or dark. */
    public static Browser on(Screen screen, ColorScheme scheme) {
        return new Browser(running().newContext(options(screen, scheme)));
    }

    /** The same where scripts are turned off. */
    public static Browser withoutScripts(Screen screen, ColorScheme scheme) {
        return new Browser(running().newContext(options(screen, scheme).setJavaScriptEnabled(false)));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options(Screen screen, ColorScheme scheme) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setColorScheme(scheme)
                .setLocale("en-KE");
    }

    /** Gives it a cookie of the shop, as if it had been there before. */
    public void plant(String url, String name, String value) {
        context.addCookies(List.of(new Cookie(name, value).setUrl(url)));
    }

    /** A browser that keeps what it knows in the folder, and has a process of its own that can be killed. */
    public static Browser keptIn(Path folder) {
        running();
        var options = new LaunchPersistentContextOptions()
                .setExecutablePath(found().orElseThrow())
                .setChromiumSandbox(false)
                .setArgs(QUIET)
                .setViewportSize(Screen.LAPTOP.width, Screen.LAPTOP.height)
                .setLocale("en-KE");
        return new Browser(playwright().chromium().launchPersistentContext(folder, options));
    }

    /** Ends at once, as by a power cut or kill -9, the browser that was kept in the folder. */
    public static void kill(Path folder) {
        ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Has axe in each page from its start, for a browser that looks for barriers in page after page. */
    public void bringAxe() {
        begin(AxeBuilder.getAxeScript());
    }

    /** What runs in each page before anything of its own does. */
    public void begin(String script) {
        context.addInitScript(script);
    }

    /** A tab of its own with the page. */
    public Page open(String url) {
        Page page = context.newPage();
        page.navigate(url);
        return page;
    }

    /** Whether it has a line to the shop. */
    public void setOnline(boolean online) {
        context.setOffline(!online);
    }

    /** What the browser complained of: scripts that failed, files that are missing, what the security policy stopped. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The complaints since the last look, for a browser that goes on to other pages. */
    public List<String> takeComplaints() {
        List<String> taken = complaints();
        complaints.clear();
        return taken;
    }

    /**
     * What axe finds wrong with the page by WCAG 2.2 AA and its own best practices. It lists what is wrong alone, not each
     * element that is right, which takes as long again. The builder that axe brings sends half a megabyte anew for each look,
     * which takes longer than to look: a page that has axe already is asked as it is.
     */
    public static List<String> barriers(Page page) {
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        List<?> found = (List<?>) page.evaluate("""
                axe.run({ resultTypes: ['violations'] }).then(result => result.violations.map(rule =>
                  `${rule.id}: ${rule.help} at ${rule.nodes.map(node => `${node.html} (${node.failureSummary})`).join(', ')}`))""");
        return found.stream().map(String.class::cast).toList();
    }

    @Override
    public void close() {
        context.close();
    }

    private static synchronized com.microsoft.playwright.Browser running() {
        if (running == null) {
            Optional<Path> browser = found();
            if (browser.isEmpty()) {
                missing();
            }
            running = playwright()
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(browser.orElseThrow())
                            .setChromiumSandbox(false)
                            .setArgs(QUIET));
        }
        return running;
    }

    private static Optional<Path> found() {
        return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static void missing() {
        String line = "No browser was found; install Chromium to have the pages tested (apt-get install chromium).";
        if ("true".equals(System.getenv("AGIZO_REQUIRE_BROWSER"))) {
            throw new AssertionError(line);
        }
        System.err.println(line);
        Assumptions.abort(line);
    }

    private static synchronized Playwright playwright() {
        if (playwright == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        }
        return playwright;
    }
}
