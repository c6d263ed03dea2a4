package io.agizo.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.LineToShop;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.TwoReplicas.Member;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The shop as an app of the phone: what was seen is there without a line, and never as if it were true now. */
class InstalledShopJourneyTests {

    private final Sku tea = Goods.fresh("450.00", 10);
    private final LineToShop line = new LineToShop(TwoReplicas.shop().port());
    private final Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT);
    private final Page page = browser.open(line.url("/"));

    @AfterEach
    void close() {
        browser.close();
        line.close();
    }

    /** Opens the page with the worker at work. */
    private void see(String path) {
        page.evaluate("navigator.serviceWorker.ready.then(() => true)");
        page.navigate(line.url(path));
        page.waitForFunction("path => caches.match(path).then(Boolean)", path);
    }

    @Test
    void showsWhatWasSeenAsOfThenAndSellsNothing() {
        see("/products/" + tea);
        line.cut();

        page.navigate(line.url("/products/" + tea));

        assertThat(page.locator("h1")).containsText("Goods " + tea);
        assertThat(page.locator(".offline")).containsText("You are offline. Prices and counts are of ");
        assertThat(page.locator("#add")).isHidden();
        assertThat(page.locator("#quantity")).isHidden();
        assertThat(page.locator("main .left").first()).isHidden();
        page.navigate(line.url("/checkout"));
        assertThat(page.locator("h1")).hasText("You are offline");
        page.navigate(line.url("/products/NEVER-SEEN"));
        assertThat(page.locator("main")).containsText("was not opened before");
        browser.takeComplaints();
    }

    @Test
    void showsTheTruthAsSoonAsThereIsALine() {
        see("/products/" + tea);
        Goods.price(tea, "470.00");

        page.navigate(line.url("/products/" + tea));

        assertThat(page.locator("main .money").first()).containsText("470.00");
        assertThat(page.locator(".offline")).hasCount(0);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void keepsTheCartInSight() {
        page.navigate(line.url("/products/" + tea));
        page.click("#add");
        assertThat(page.locator(".in-cart")).isVisible();
        see("/cart");
        line.cut();

        page.navigate(line.url("/cart"));

        assertThat(page.locator("main")).containsText("Goods " + tea);
        assertThat(page.locator("#quantity-" + tea)).hasValue("1");
        assertThat(page.locator("main a[href='/checkout']")).isHidden();
        browser.takeComplaints();
    }

    @Test
    void keepsNothingOfAPersonNorOfTheOffice() {
        Member amina = TwoReplicas.member();
        see("/products/" + tea);
        page.navigate(line.url("/login"));
        page.fill("[name=username]", amina.phone());
        page.fill("[name=password]", TwoReplicas.PASSWORD);
        page.click("form[action='/login'] button");
        page.waitForURL("**/account");
        see("/products/" + tea);

        assertThat(kept()).contains("/products/" + tea).doesNotContain("/account", "/login");
        page.click("form[action='/logout'] button");
        page.waitForURL(url -> !url.contains("/products"));
        assertThat(kept()).doesNotContain("/products/" + tea);
    }

    @Test
    void asksOnceForAPageThatItLeavesAlone() {
        see("/products/" + tea);
        List<String> asked = new CopyOnWriteArrayList<>();
        line.hears(asked::add);

        page.navigate(line.url("/problems"));

        assertThat(asked)
                .filteredOn(request -> request.startsWith("GET /problems "))
                .hasSize(1);
    }

    private String kept() {
        return page.evaluate("""
                        async () => {
                          const cache = await caches.open('agizo-shop-pages-1');
                          return (await cache.keys()).map(each => new URL(each.url).pathname).join(' ');
                        }""").toString();
    }

    @Test
    void isAnAppWithAnIconInTheLanguageOfItsReader() {
        String manifest = page.evaluate("fetch('/manifest.webmanifest').then(answer => answer.text())")
                .toString();

        assertThat(manifest).contains("\"start_url\":\"/\"", "\"purpose\":\"maskable\"", "\"lang\":\"en\"");
        assertThat(page.evaluate("fetch('/app/maskable.png').then(answer => answer.status)"))
                .isEqualTo(200);
    }
}
