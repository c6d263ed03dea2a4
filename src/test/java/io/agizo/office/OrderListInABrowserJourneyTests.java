package io.agizo.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.agizo.office.OrdersOf.status;
import static io.agizo.signin.TwoReplicas.bean;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.KeyboardModifier;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.orders.DecideOrder;
import io.agizo.orders.OrderFixtures;
import io.agizo.orders.OrderNumber;
import io.agizo.signin.TwoReplicas;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of orders as it is worked with in a browser. */
class OrderListInABrowserJourneyTests {

    private final OrdersOf customer = OrdersOf.somebody("Wanjiru Kamau");

    @Test
    void choosesByPressShiftPressAndPage() {
        List<String> numbers = customer.place(24);
        try (Browser browser = Browser.on(Screen.LAPTOP, ColorScheme.LIGHT)) {
            Page page = signIn(browser, "manager");
            Locator boxes = page.locator("[name=number]");
            assertThat(page.locator("#bulk")).isHidden();
            boxes.nth(1).click();
            boxes.nth(4).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
            assertThat(page.locator("[name=number]:checked")).hasCount(4);
            assertThat(page.locator("#chosen")).hasText("4 chosen");
            look(page, "orders-chosen-laptop");
            boxes.nth(0).press("Enter");
            assertThat(page.locator("tr[data-status=pending]")).hasCount(20);
            page.check("#all-shown");
            page.check("#all");
            boxes.nth(0).uncheck();
            assertThat(page.locator("#all")).not().isChecked();
            page.check("#all-shown");
            assertThat(page.locator("[name=number]:checked")).hasCount(20);
            assertThat(page.locator(".all-matching")).containsText("All 24 that fit");
            page.check("#all");
            page.click("#bulk button[value=accept]");

            assertThat(page).hasURL(Pattern.compile(".*/office/orders/many/.*"));
            assertThat(page.locator("#job")).containsText("Done: all 24.");
            look(page, "orders-job-laptop");
            assertThat(numbers).allSatisfy(number -> assertThat(status(number)).isEqualTo("accepted"));
            page.reload();
            assertThat(page.locator("#job")).containsText("Done: all 24.");
            page.click("#job a.main");
            page.waitForURL(url -> url.endsWith(customer.list()));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void acceptsInTheRowAndTellsTheSecondWhoWasFirst() {
        List<String> numbers = customer.place(2);
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.DARK)) {
            Page page = signIn(browser, "manager");
            look(page, "orders-phone");
            stopHearing(page);
            bean(DecideOrder.class).reject(OrderFixtures.CLERK, new OrderNumber(numbers.getFirst()), null, "no");

            press(page, numbers.getLast(), "a");
            press(page, numbers.getFirst(), "a");

            assertThat(row(page, numbers.getLast()).locator(".chip")).hasText("Accepted");
            assertThat(row(page, numbers.getFirst())).containsText("Clerk had rejected it already");
            page.waitForURL(url -> url.endsWith(customer.list()));
            look(page, "orders-refused-phone");
        }
    }

    /** What changes comes in no more, as in the moment before it does. */
    private static void stopHearing(Page page) {
        page.evaluate("dispatchEvent(new Event('pagehide'))");
    }

    @Test
    void saysHowManyAreNewAndLeavesTheListAsItIsRead() {
        String shown = customer.place();
        try (Browser browser = Browser.on(Screen.LAPTOP, ColorScheme.DARK)) {
            Page page = signIn(browser, "manager");
            row(page, shown).locator("[name=number]").check();
            row(page, shown).locator("[data-key=Enter]").focus();
            List<String> fresh = customer.place(2);
            String elsewhere = OrdersOf.somebody("Otieno Ouma").place();
            bean(DecideOrder.class).accept(OrderFixtures.CLERK, new OrderNumber(shown), null);

            tell(page, shown, fresh.getFirst(), fresh.getLast(), elsewhere);

            assertThat(page.locator("#news")).hasText("2 new orders");
            assertThat(page).hasTitle(Pattern.compile("\\(2\\) Orders.*"));
            assertThat(row(page, shown).locator(".chip")).hasText("Accepted");
            assertThat(page.locator("tr[data-row]")).hasCount(1);
            assertThat(row(page, shown).locator("[name=number]")).isChecked();
            assertThat(row(page, shown).locator("[data-key=Enter]")).isFocused();
            look(page, "orders-news-laptop");
            page.click("#news a");
            assertThat(page.locator("tr[data-row]")).hasCount(3);
            assertThat(page.locator("#news")).isHidden();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void catchesUpAfterABrokenLine() {
        String shown = customer.place();
        try (Browser browser = Browser.on(Screen.LAPTOP, ColorScheme.LIGHT)) {
            Page page = signIn(browser, "manager");
            bean(DecideOrder.class).accept(OrderFixtures.CLERK, new OrderNumber(shown), null);
            customer.place();

            page.evaluate("document.dispatchEvent(new CustomEvent('live:again'))");

            assertThat(row(page, shown).locator(".chip")).hasText("Accepted");
            assertThat(page.locator("#news")).hasText("1 new order");
        }
    }

    @Test
    void savesAViewAndSaysWhenItIsChanged() {
        customer.place(3);
        try (Browser browser = Browser.on(Screen.LAPTOP, ColorScheme.LIGHT)) {
            Page page = signIn(browser, "owner");
            page.click("summary:has-text('Save this view')");
            page.fill("#view-name", "Wanjiru’s");
            page.click("button:has-text('Save'):not(summary)");
            assertThat(page.locator(".views [aria-current]")).containsText("Wanjiru’s");
            assertThat(page.locator(".views [aria-current] .count")).hasText("3");
            page.selectOption("#sort", "time");
            page.click(".filters button[type=submit]");
            assertThat(page.locator(".changed-view")).containsText("Wanjiru’s");
            look(page, "orders-view-laptop");
            page.click(".changed-view a");
            assertThat(page.locator(".changed-view")).hasCount(0);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void press(Page page, String number, String key) {
        row(page, number).locator("[data-key=" + key + "]").click();
    }

    private static Locator row(Page page, String number) {
        return page.locator("tr[data-row='" + number + "']");
    }

    private static void tell(Page page, String... numbers) {
        page.evaluate(
                "numbers => document.dispatchEvent(new CustomEvent('live:orders', { detail: numbers.map(subject => ({ subject, what: 'changed' })) }))",
                numbers);
    }

    private Page signIn(Browser browser, String role) {
        Page page = browser.open(url("/login"));
        page.fill("[name=username]", Colleagues.hired(role).member().phone());
        page.fill("[name=password]", TwoReplicas.PASSWORD);
        page.click("form[action='/login'] button");
        assertThat(page).hasURL(Pattern.compile(".*/office"));
        page.navigate(url(customer.list()));
        return page;
    }

    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "pictures", "office", name + ".png")));
        assertThat(Browser.barriers(page)).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing sticks out sideways")
                .isTrue();
    }

    private static String url(String path) {
        return TwoReplicas.shop().uri(path).toString();
    }
}
