package gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each page on a phone by day in English, and on a laptop by night in Swahili. All pages share a tab of a browser for each of
 * the two, for opening one takes as long as looking at a page.
 */
class PagesOfPeopleJourneyTests {

    private static final Map<Screen, Tab> TABS = new EnumMap<>(Screen.class);

    /** Everything that can be pressed and is smaller than a finger, unless it stands within a sentence. */
    private static final String TOO_SMALL = """
            [...document.querySelectorAll('a, button, summary, input:not([type=hidden]), label')]
              .filter(each => each.offsetParent && !each.closest('.skip, .unseen'))
              .filter(each => !(each.tagName === 'LABEL' && !each.closest('.choice')))
              .filter(each => !(each.matches('.choice input')))
              .filter(each => Math.min(each.offsetHeight, each.offsetWidth) < 43.5)
              .map(each => each.outerHTML)
            """;

    private record Tab(Browser browser, Page page) {

        static Tab of(Screen screen, ColorScheme scheme) {
            Browser browser = Browser.on(screen, scheme);
            browser.bringAxe();
            return new Tab(browser, browser.open("about:blank"));
        }
    }

    @AfterAll
    static void closeBrowsers() {
        TABS.values().forEach(tab -> tab.browser().close());
        TABS.clear();
    }

    static Stream<Example> pages() {
        return Example.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void standsInNobodysWayOnAPhoneByDay(Example example) {
        look(example, Screen.PHONE, ColorScheme.LIGHT, "en");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void standsInNobodysWayOnALaptopByNight(Example example) {
        look(example, Screen.LAPTOP, ColorScheme.DARK, "sw");
    }

    @Test
    void aPageThatStandsInSomebodysWayIsSeen() {
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = browser.open("about:blank");
            page.setContent("<title>A picture without words</title><img src='data:,'>");

            assertThat(Browser.barriers(page)).anyMatch(barrier -> barrier.startsWith("image-alt"));
        }
    }

    private static void look(Example example, Screen screen, ColorScheme scheme, String language) {
        Tab tab = TABS.computeIfAbsent(screen, asked -> Tab.of(asked, scheme));
        Page page = tab.page();
        page.navigate(Gallery.address(example.path() + "?lang=" + language));
        picture(page, example.name() + "-" + screen + "-" + scheme);

        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(Browser.barriers(page)).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing sticks out sideways")
                .isTrue();
        assertThat((List<?>) page.evaluate(TOO_SMALL)).isEmpty();
        assertThat(tab.browser().takeComplaints()).isEmpty();
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "pictures", name + ".png")));
    }
}
