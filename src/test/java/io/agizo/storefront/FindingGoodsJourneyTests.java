package io.agizo.storefront;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a shopper comes to what they want: suggestions, a range of prices, a list without an end, and what is nearest. */
class FindingGoodsJourneyTests {

    private final Visitor shopper = TwoReplicas.visitor().with("Accept", "text/html");

    /** A word that no other goods are called by. */
    private final String word = Stream.of(UUID.randomUUID().toString().split(""))
            .filter(letter -> Character.isLetter(letter.charAt(0)))
            .reduce("Zuri", String::concat)
            .toLowerCase(Locale.ROOT);

    private String body(String path) {
        return shopper.get(path).body();
    }

    @Test
    void leadsFromAProductToAllOfItsCategory() {
        Sku tea = Goods.fresh(word, "450.00", 3, "Tea & coffee + cocoa");

        assertThat(body("/products/" + tea)).contains("href=\"/?category=Tea%20%26%20coffee%20%2B%20cocoa\"");
        assertThat(body("/?category=Tea%20%26%20coffee%20%2B%20cocoa")).contains("p-" + tea);
    }

    @Test
    void suggestsWhatIsTypedInHalf() {
        Sku tea = Goods.fresh(word, "450.00", 3);

        String suggested = body("/suggestions?q=" + word.substring(0, word.length() - 1));

        assertThat(suggested)
                .contains("href=\"/products/" + tea + "\"", word + " " + tea, "KES 450.00")
                .doesNotContain("<html");
        assertThat(body("/suggestions?q=%20").strip()).isEmpty();
        assertThat(shopper.get("/suggestions?q=" + "x".repeat(5_000)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void goesThroughSuggestionsByKeys() {
        Sku tea = Goods.fresh(word, "450.00", 3);
        try (Browser browser = Browser.on(Screen.LAPTOP, ColorScheme.LIGHT)) {
            Page page = browser.open(address("/"));
            page.locator("#q").pressSequentially(word.substring(0, word.length() - 1));
            assertThat(page.locator(".suggestions a")).hasCount(1);
            page.keyboard().press("ArrowDown");
            assertThat(page.locator(".suggestions a")).isFocused();
            page.keyboard().press("ArrowUp");
            assertThat(page.locator("#q")).isFocused();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");

            assertThat(page.locator("h1")).hasText(word + " " + tea);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void showsWhatCostsNoMoreThanIsWanted() {
        Sku cheap = Goods.fresh(word, "90.00", 3);
        Sku dear = Goods.fresh(word, "450.00", 3);

        assertThat(body("/?q=" + word + "&max=100")).contains("p-" + cheap).doesNotContain("p-" + dear);
        assertThat(body("/?q=" + word + "&min=90.01&sort=price&inStock=true"))
                .contains("p-" + dear, "value=\"90.01\"")
                .doesNotContain("p-" + cheap);
        assertThat(body("/?category=Shop+tests&min=90&max=90&limit=200")).contains("p-" + cheap);
    }

    @ParameterizedTest
    @CsvSource({"min=much", "max=-1", "max=1e999", "min=5&max=4"})
    void saysWhatIsWrongWithAPriceAndKeepsWhatWasTyped(String query) {
        HttpResponse<String> page = shopper.get("/?q=tea&" + query);

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("aria-invalid=\"true\"", "value=\"tea\"")
                .doesNotContain("/products/");
    }

    @Test
    void goesOnByItselfToTheEndOfTheList() {
        List<Sku> goods = IntStream.range(0, 5)
                .mapToObj(i -> Goods.fresh(word, "450.00", 3))
                .toList();
        String path = "/?q=" + word + "&limit=2";
        assertThat(body(path)).contains("rel=\"next\"");

        try (Browser browser = Browser.on(Screen.LAPTOP, ColorScheme.LIGHT)) {
            Page page = browser.open(address(path));
            assertThat(page.locator("#shelf > li")).hasCount(5);
            assertThat(page.locator("#more")).hasCount(0);
            page.click("#more-" + goods.getLast());
            assertThat(page.locator("#p-" + goods.getLast() + " output")).hasText("1");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void showsTheNearestWhereNothingIsAsWasAsked() {
        Sku tea = Goods.fresh(word, "450.00", 3);
        String near = "Nothing is quite like that";

        assertThat(body("/?q=" + word + "&category=Bakery")).contains(near, "p-" + tea);
        assertThat(body("/?q=" + word + "&max=1")).contains(near, "p-" + tea);
        assertThat(body("/?q=" + word + "+xylophone")).contains(near, "p-" + tea);
        assertThat(body("/?q=xylophonequartz")).contains(near, "/products/");
        assertThat(body("/?q=" + word)).contains("p-" + tea).doesNotContain(near);
    }

    private static String address(String path) {
        return TwoReplicas.shop().uri(path).toString();
    }
}
