package io.agizo.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.agizo.office.Colleagues.hired;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.RunningShop;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The office without a mouse. */
class KeyboardJourneyTests {

    /** What keys act on, as lists and pages have it. */
    private static final String LIST = """
            () => {
              window.pressed = [];
              document.getElementById('main').innerHTML = `
                <label>Words <input name="q" value="tea"></label>
                <button data-key="r">Reject the page's</button>
                <ul>${['one', 'two', 'three'].map((row) => `
                  <li data-row="${row}"><input type="checkbox" aria-label="${row}"><a href="#${row}">${row}</a>
                    <button data-key="a" id="a-${row}">Accept</button></li>`).join('')}</ul>
                <p class="bulk" hidden><button data-key="f" id="f-all">Hand over</button></p>`;
              document.addEventListener('click', (event) => window.pressed.push(event.target.id || event.target.textContent));
            }
            """;

    private final RunningShop shop = TwoReplicas.shop();

    @AutoClose
    private final Browser browser = Browser.on(Screen.LAPTOP, ColorScheme.LIGHT);

    private Page list(String role) {
        Page page = Orders.signIn(browser, hired(role));
        page.evaluate(LIST);
        return page;
    }

    private static Object pressed(Page page) {
        return page.evaluate("() => window.pressed.join()");
    }

    @Test
    void movesThroughRowsSelectsAndPressesTheButtonOfARow() {
        Page page = list("owner");

        press(page, "j", "j", "j", "j", "k", "x", "a");

        assertThat(page.locator("[data-row=two]")).hasAttribute("data-current", "");
        assertThat(page.locator("[data-row=two] input")).isChecked();
        assertThat(pressed(page)).asString().endsWith("a-two");
        press(page, "r");
        assertThat(pressed(page)).asString().endsWith("Reject the page's");
    }

    @Test
    void pressesTheBarOfAllThatAreSelectedFirst() {
        Page page = list("owner");
        press(page, "j", "f");
        assertThat(pressed(page)).isEqualTo("");

        page.evaluate("() => { document.querySelector('.bulk').hidden = false; }");
        press(page, "f");

        assertThat(pressed(page)).isEqualTo("f-all");
    }

    @Test
    void neverFiresInATextFieldOrWithAnotherKeyHeld() {
        Page page = list("owner");

        press(page, "/", "a", "j", "?", "Control+a", "Escape");

        assertThat(page.locator("[name=q]")).hasValue("aj?");
        assertThat(page.locator("[name=q]")).isFocused();
        assertThat(page.locator("#keys")).isHidden();
        assertThat(pressed(page)).isEqualTo("");
    }

    @Test
    void goesToPlacesThatTheReaderMaySee() {
        Page page = Orders.signIn(browser, hired("cashier"));

        press(page, "g", "e");
        assertThat(page).hasURL(Pattern.compile(".*/office$"));
        press(page, "g");
        page.keyboard().press("m");

        page.waitForURL("**/office/messages");
    }

    @Test
    void showsTheListOfKeysAndCanBeSwitchedOff() {
        Page page = list("packer");

        press(page, "?");
        assertThat(page.locator("#keys")).isVisible();
        assertThat(page.locator("#keys")).containsText("Accept, reject, hand over");
        assertThat(Browser.barriers(page)).isEmpty();
        page.uncheck("#single-keys");
        press(page, "Escape", "j", "x");

        assertThat(page.locator("#keys")).isHidden();
        assertThat(page.locator("[data-current]")).hasCount(0);
        press(page, "Control+k");
        assertThat(page.locator("#palette")).isVisible();
    }

    @Test
    void findsAndGoesThereByKeysAlone() {
        String order = Orders.placed(shop);
        Page page = Orders.signIn(browser, hired("owner"));

        press(page, "Control+k");
        assertThat(page.locator("#palette [role=option]").first()).isVisible();
        assertThat(Browser.barriers(page)).isEmpty();
        page.keyboard().type(order.toLowerCase(Locale.ROOT).replace("-", ""));
        assertThat(page.locator("#palette [role=option]").first()).containsText(order);
        assertThat(page.locator("#palette [role=combobox]")).hasAttribute("aria-activedescendant", "found-orders-0");
        press(page, "Enter");

        page.waitForURL("**/office/orders/" + order);
    }

    @Test
    void findsProductsPagesAndActionsAndSaysWhenThereIsNothing() {
        Page page = Orders.signIn(browser, hired("manager"));

        press(page, "Control+k");
        page.keyboard().type("kericho te");
        assertThat(page.locator("#palette [role=option][href='/office/products/TEA-500']"))
                .isVisible();
        page.fill("#palette input", "employee");
        assertThat(page.locator("#palette [role=option]")).hasCount(2);
        press(page, "ArrowDown");
        assertThat(page.locator("#palette [aria-selected=true]")).hasText("Employees");
        press(page, "ArrowDown");
        assertThat(page.locator("#palette [aria-selected=true]")).hasText("Invite an employee");
        page.fill("#palette input", "zzqqxx");
        assertThat(page.locator("#palette [role=status]")).containsText("Nothing found");
        press(page, "Escape");
        assertThat(page.locator("#palette")).isHidden();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void findsNothingThatTheReaderMayNotSee() {
        String order = Orders.placed(shop);
        Visitor packer = hired("packer").signedIn();
        Visitor nobody = hired(null).signedIn();

        assertThat(packer.get("/office/find?q=" + order).body()).contains("/office/orders/" + order);
        assertThat(nobody.get("/office/find?q=" + order).body()).doesNotContain("/office/orders");
        assertThat(packer.get("/office/find?q=").body()).doesNotContain("/office/employees", "/office/customers");
        assertThat(packer.get("/office/find?q=%3Cb%3E%F0%9F%8C%8D%E2%80%8F" + "x".repeat(5000))
                        .statusCode())
                .isEqualTo(200);
    }

    private static void press(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }
}
