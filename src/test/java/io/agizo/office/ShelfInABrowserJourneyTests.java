package io.agizo.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.inventory.AdjustStock;
import io.agizo.inventory.StockAdjustment;
import io.agizo.office.Colleagues.Colleague;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The shelf in a browser: a product from its first unit to its count, while others sell it. */
class ShelfInABrowserJourneyTests {

    private static final Caller OTHERS = new Caller("others", "Others", Set.of(Permission.values()));

    private final Colleague manager = Colleagues.hired("manager");
    private final String sku =
            "SHELF-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);

    @Test
    void keepsAProductOnAPhone() {
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = signIn(browser);
            add(page);
            page.fill("[name=delta]", "24");
            page.check("#reason-correction");
            page.click("button[name=way][value=in]");
            assertThat(page.locator(".notice")).containsText("Now 34 are on the shelf.");
            page.fill("[name=counted]", "30");
            page.click(".counting button");
            assertThat(page.locator(".compared")).containsText("4 fewer than the books say");
            page.click("form:has(.compared) button");

            assertThat(page.locator(".ledger li").first()).containsText("Counted");
            assertThat(page.locator("[data-live=on-hand]")).hasText("30");
            assertThat(Browser.barriers(page)).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void showsWhatOthersSellAndKeepsWhatIsTyped() {
        try (Browser browser = Browser.on(Screen.LAPTOP, ColorScheme.LIGHT)) {
            Page page = signIn(browser);
            add(page);
            page.fill("[name=description]", "Half a sentence");
            sell(6);
            tell(page);
            assertThat(page.locator("[data-live=available]")).containsText("Low");
            assertThat(page.locator("[data-live=on-hand]")).hasText("4");
            assertThat(page.locator(".ledger li")).hasCount(2);
            assertThat(page.locator("[name=description]")).hasValue("Half a sentence");

            page.navigate(TwoReplicas.shop().uri("/office/products?q=" + sku).toString());
            Locator row = page.locator("[data-row='" + sku + "']");
            assertThat(row).containsText("Low");
            page.fill("[name=q]", "half");
            sell(4);
            tell(page);
            assertThat(row).containsText("Sold out");
            assertThat(page.locator("[name=q]")).hasValue("half");
            row.locator("button").click();
            assertThat(page.locator(".notice")).containsText("Shoppers no longer see Kericho tea.");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void sell(int units) {
        TwoReplicas.bean(AdjustStock.class).adjust(OTHERS, new Sku(sku), new StockAdjustment(-units, "sold"));
    }

    /** As the stream of events does. */
    private static void tell(Page page) {
        page.evaluate("document.dispatchEvent(new CustomEvent('live:stock', { detail: [] }))");
    }

    private void add(Page page) {
        page.navigate(TwoReplicas.shop().uri("/office/products/new").toString());
        page.fill("[name=name]", "Kericho tea");
        page.fill("[name=sku]", sku);
        page.fill("[name=price]", "450");
        page.fill("[name=stock]", "10");
        page.click("form.product-form button.main");
        assertThat(page).hasURL(Pattern.compile(".*/office/products/" + sku));
    }

    private Page signIn(Browser browser) {
        Page page = browser.open(TwoReplicas.shop().uri("/login").toString());
        page.fill("[name=username]", manager.member().phone());
        page.fill("[name=password]", TwoReplicas.PASSWORD);
        page.click("form[action='/login'] button");
        assertThat(page).hasURL(Pattern.compile(".*/office"));
        return page;
    }
}
