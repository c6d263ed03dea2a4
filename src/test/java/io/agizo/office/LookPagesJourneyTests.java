package io.agizo.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.agizo.office.Colleagues.hired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.branding.ChangeLook;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.office.Colleagues.Colleague;
import io.agizo.pictures.PictureSamples;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The shop's look as the owner sets it and as strangers see it on either replica. The name stays, since other journeys read it. */
class LookPagesJourneyTests {

    private static final String PATH = "/office/settings/shop";
    private static final Caller PROGRAM = new Caller("look-test", "Look test", Set.of(Permission.values()));

    private final Colleague owner = hired("owner");

    @AfterEach
    void putTheStandardLookBack() {
        TwoReplicas.bean(ChangeLook.class).reset(PROGRAM, null);
        seenByStrangers("</html>", "/look/shop-", false);
    }

    @Test
    void isSetByTheOwnerAndSeenByAStranger() {
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.DARK)) {
            Page page = owner.openIn(browser, PATH);
            page.fill("[name=lineEn]", "Fresh <b>every</b> morning");
            page.check("#palette-clay");
            assertThat(page.locator("#preview")).containsText("Not saved yet.");
            assertThat(page.locator("#preview .look-light .sample-line")).hasText("Fresh <b>every</b> morning");
            assertThat(page.locator("#preview link")).hasAttribute("href", Pattern.compile("/look/preview-9d4616-.*"));
            picture(page, "look-phone");
            assertThat(Browser.barriers(page)).isEmpty();
            page.click("#look button.main");
            assertThat(page.locator(".notice")).containsText("The shop’s look is saved.");
            assertThat(page.locator("#preview")).containsText("This is what shoppers see now.");
            assertThat(browser.complaints()).isEmpty();
        }
        seenByStrangers("Fresh &lt;b>every&lt;/b> morning", "/look/shop-9d4616-", true);
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (Browser browser = Browser.on(Screen.PHONE, scheme)) {
                Page page = browser.open(TwoReplicas.shop().uri("/").toString());
                assertThat(page.locator(".shop-line")).hasText("Fresh <b>every</b> morning");
                String leaf =
                        (String) page.evaluate("getComputedStyle(document.body).getPropertyValue('--leaf').trim()");
                assertThat(leaf).isEqualTo(scheme == ColorScheme.LIGHT ? "#9d4616" : darkClay());
                picture(page, "shop-in-clay-" + scheme);
                assertThat(Browser.barriers(page)).isEmpty();
                assertThat(browser.complaints()).isEmpty();
            }
        }
    }

    @Test
    void offersTheNearestColourWithoutScripts() {
        try (Browser browser = Browser.withoutScripts(Screen.LAPTOP, ColorScheme.LIGHT)) {
            Page page = owner.openIn(browser, PATH);
            page.check("#palette-own");
            page.fill("#colour", "#ffd400");
            page.click("#look button.main");
            assertThat(page.locator(".faults")).containsText("This colour is too pale");
            picture(page, "look-laptop");
            page.click("[name=take]");
            assertThat(page.locator("[name=take]")).hasCount(0);
            page.click("#look button.main");
            assertThat(page.locator(".notice")).containsText("The shop’s look is saved.");
            page.click("a[href$='/reset']");
            page.click("button.danger");
            assertThat(page.locator(".notice")).containsText("The shop has its standard look again.");
            assertThat(page.locator("#palette-tea")).isChecked();
        }
    }

    @Test
    void saysWhyItTakesNoLogo() {
        HttpResponse<String> refused =
                owner.signedIn().upload(PATH + "/logo", "logo.svg", "<svg><script>alert(1)</script></svg>");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Save it as PNG and send that.");
    }

    @Test
    void takesALogoAndLetsItGo() {
        Visitor visitor = owner.signedIn();

        assertThat(Visitor.location(visitor.upload(PATH + "/logo", "logo.png", PictureSamples.png(300, 200))))
                .hasValue(PATH);
        assertThat(visitor.get(PATH).body()).contains("The logo is saved.", "alt=\"The logo as it is now\"");
        assertThat(visitor.get("/").body()).contains("class=\"logo\" src=\"/pictures/");
        assertThat(Visitor.location(visitor.post(PATH + "/logo/remove"))).hasValue(PATH);
        assertThat(visitor.get(PATH).body()).contains("The logo is removed.").doesNotContain("The logo as it is now");
    }

    @Test
    void tellsWhatIsWrongWithWhatWasTyped() {
        Visitor visitor = owner.signedIn();
        HttpResponse<String> refused = visitor.with("Accept-Language", "sw")
                .post(PATH, "name", "Duka", "lineEn", "still here", "palette", "own", "colour", "#ffffff");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Rangi hii imepauka mno kusomeka", "still here");
        assertThat(visitor.post(PATH, "version", "1000000", "name", "Duka", "palette", "tea")
                        .statusCode())
                .isEqualTo(412);
    }

    /** Each replica hears of it by itself, a moment later than the one on which it was saved. */
    private static void seenByStrangers(String words, String sheet, boolean shown) {
        for (int replica = 0; replica < 2; replica++) {
            await().untilAsserted(() -> {
                for (int turn = 0; turn < 2; turn++) {
                    String page = TwoReplicas.shop().get("/", null).body();
                    assertThat(page).contains(words);
                    assertThat(page.contains(sheet)).isEqualTo(shown);
                }
            });
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "pictures", "office", name + ".png")));
    }

    private static String darkClay() {
        return TwoReplicas.bean(ChangeLook.class).get(PROGRAM).shown().colours().dark();
    }
}
