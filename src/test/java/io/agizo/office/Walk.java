package io.agizo.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.office.Colleagues.Colleague;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody who walks through the office with a screen and a language, and reads what stands there. */
final class Walk implements AutoCloseable {

    private static final String HERE = "http://[^/]+";

    private final Browser browser;
    private final Page page;
    private final Visitor visitor;
    private final Properties words;

    private Walk(Browser browser, Page page, Visitor visitor, Properties words) {
        this.browser = browser;
        this.page = page;
        this.visitor = visitor;
        this.words = words;
    }

    /** Signs in where the language is chosen, as people do. */
    static Walk begin(Colleague colleague, Screen screen, String language) {
        Browser browser = Browser.on(screen, ColorScheme.LIGHT);
        Page page = browser.open(TwoReplicas.url() + "/login?lang=" + language);
        page.fill("[name=username]", colleague.member().phone());
        page.fill("[name=password]", TwoReplicas.PASSWORD);
        page.click("form[action='/login'] button");
        page.waitForURL("**/office");
        return new Walk(browser, page, colleague.signedIn(), bundle(language));
    }

    Page page() {
        return page;
    }

    /** The sentence as this reader is told it. */
    String words(String key, Object... arguments) {
        String sentence = words.getProperty(key);
        assertThat(sentence).as(key).isNotNull();
        return arguments.length == 0 ? sentence : MessageFormat.format(sentence, arguments);
    }

    /** Goes to the page, which fits the screen and says in its navigation where one is. */
    void goTo(String path) {
        page.navigate(TwoReplicas.url() + path);
        fits();
    }

    /** Nothing stands out of the screen, and the navigation shows the place that one is at. */
    void fits() {
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("too wide: %s", page.url())
                .isEqualTo(0);
        Locator current = page.locator(".side-links [aria-current]");
        assertThat(current).hasCount(1);
        assertThat(current.evaluate("""
                link => {
                  const at = link.getBoundingClientRect();
                  return at.left >= 0 && at.right <= innerWidth;
                }"""))
                .as("the navigation shows where one is: %s", page.url())
                .isEqualTo(true);
    }

    void reads(String key, Object... arguments) {
        assertThat(page.locator("main")).containsText(words(key, arguments));
    }

    void doesNotRead(String key) {
        assertThat(page.locator("main")).not().containsText(words(key));
    }

    /** Presses what is called so; if several are, the first. */
    void press(String key) {
        Locator named = page.locator("main")
                .locator("button:visible, a:visible, summary:visible")
                .filter(new Locator.FilterOptions().setHasText(words(key)));
        named.first().click();
    }

    /** Opens what is folded, and goes on inside it. */
    Locator unfold(String id) {
        page.click("#" + id + " > summary");
        return page.locator("#" + id + "[open]");
    }

    void fill(String field, String text) {
        page.fill("main [name='" + field + "']", text);
    }

    void choose(String selector, String name, String content) {
        page.setInputFiles(selector, new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    void arrivesAt(String path) {
        page.waitForURL(url -> url.matches(HERE + path));
        fits();
    }

    /** No form of this page sends there, and the server refuses whoever does all the same. */
    void mayNot(String... paths) {
        String shown = page.content();
        for (String path : paths) {
            assertThat(shown)
                    .as("shown")
                    .doesNotContainPattern("action=\"" + Pattern.quote(path) + "\"(?! method=\"get\")");
            assertThat(visitor.post(path, "reason", "x").statusCode()).as(path).isEqualTo(403);
        }
    }

    void mayNotRead(String... paths) {
        for (String path : paths) {
            assertThat(page.locator("[href='" + path + "']")).hasCount(0);
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    /** Where the navigation leads to. */
    Stream<String> places() {
        return page.locator(".side-links a").all().stream()
                .map(link -> link.getAttribute("href"))
                .filter(place -> place.startsWith("/office"));
    }

    private static Properties bundle(String language) {
        Properties words = new Properties();
        Path folder = Path.of("src/main/resources/messages");
        try (DirectoryStream<Path> bundles = Files.newDirectoryStream(folder, "*_" + language + ".properties")) {
            for (Path bundle : bundles) {
                try (Reader reader = Files.newBufferedReader(bundle)) {
                    words.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    @Override
    public void close() {
        assertThat(browser.complaints()).isEmpty();
        browser.close();
    }
}
