package io.agizo.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Goods under their Swahili names, on every page from the shelf to what was ordered. */
class ShoppingInSwahiliJourneyTests {

    @Test
    void readsWhatGoodsAreCalledInTheLanguageOfThePage() {
        Sku milk = Goods.inBothLanguages("Fresh milk", "Maziwa", "65.00", 10);
        String maziwa = "Maziwa " + milk;
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = browser.open(address("/?lang=sw&q=maziwa+" + milk));
            assertThat(page.locator(".product-name")).hasText(maziwa);
            page.click("#more-" + milk);
            assertThat(page.locator("#said")).containsText(maziwa);
            assertThat(page.locator("#p-" + milk + " .product-name")).hasText(maziwa);
            page.click(".product-link");
            assertThat(page).hasTitle(Pattern.compile(maziwa + ".*"));
            assertThat(page.locator("h1")).hasText(maziwa);
            assertThat(page.locator(".description")).hasText("Safi & <b>nzuri</b>");
            assertThat(page.locator("meta[name=description]"))
                    .hasAttribute("content", Pattern.compile(".*Safi & <b>nzuri</b>"));
            page.navigate(address("/cart"));
            assertThat(page.locator(".cart-what")).containsText(maziwa);
            page.click("#more-" + milk);
            assertThat(page.locator("#more-" + milk)).hasAttribute("aria-label", Pattern.compile(".*" + maziwa + ".*"));
            page.navigate(address("/checkout"));
            assertThat(page.locator(".bought .what")).hasText(maziwa);
            page.fill("[name=name]", "Amina Otieno");
            page.fill("[name=phone]", TwoReplicas.freshPhone());
            page.click("button.place");
            assertThat(page.locator("#goods .what")).hasText(maziwa);
            page.click("form.again button");
            page.navigate(address("/products/" + milk + "?lang=en"));
            assertThat(page.locator("h1")).hasText("Fresh milk " + milk);
            assertThat(page.locator(".description")).hasText("Fresh & <b>fine</b>");
            page.navigate(address("/cart"));
            page.click(".cart-remove button");
            assertThat(page.locator(".undo")).containsText("Fresh milk " + milk);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void readsTheShopsOwnWordsWhereThereAreNoOthers() {
        Sku tea = Goods.fresh("450.00", 10);
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = browser.open(address("/products/" + tea + "?lang=sw"));
            assertThat(page.locator("h1")).hasText("Goods " + tea);
        }
    }

    private static String address(String path) {
        return TwoReplicas.shop().uri(path).toString();
    }
}
