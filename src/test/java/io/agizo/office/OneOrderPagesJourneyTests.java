package io.agizo.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.Callers;
import io.agizo.office.Colleagues.Colleague;
import io.agizo.orders.DecideOrder;
import io.agizo.orders.OrderNumber;
import io.agizo.signin.TwoReplicas;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One order in a browser, from its placing to its return and on paper. */
class OneOrderPagesJourneyTests {

    private final Colleague owner = Colleagues.hired("owner");

    @Test
    void isLedOnAPhoneByNightInSwahili() {
        OneOrder order = OneOrder.placed();
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.DARK)) {
            Page page = signIn(browser);
            page.navigate(url(order.path() + "?lang=sw"));
            look(page, "order-phone-pending");
            page.click("#reject summary");
            page.fill("#reject input[type=text]", "Mvua kubwa");
            assertThat(page.locator("#reject-words blockquote")).containsText("Mvua kubwa");
            look(page, "order-phone-reject");
            page.click("#reject summary");
            page.click("button[data-key=a]");
            assertThat(page.locator(".notice")).isVisible();
            page.click("#fulfil-some summary");
            page.fill("#fulfil-1", "1");
            look(page, "order-phone-hand-over");
            page.click("#fulfil-some button");
            page.click("button[data-key=f]");
            page.click("#return summary");
            page.check("#restock-no");
            page.click("#return button");

            assertThat(page.locator(".order-head .chip.returned")).isVisible();
            look(page, "order-phone-returned");
            assertThat(order.stock()).isEqualTo("7 0");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void isEditedPrintedAndKeptTrueOnALaptopByDay() {
        OneOrder order = OneOrder.placed();
        try (Browser browser = Browser.on(Screen.LAPTOP, ColorScheme.LIGHT)) {
            Page page = signIn(browser);
            page.navigate(url(order.path()));
            look(page, "order-laptop-pending");
            page.click("a[href$='/edit']");
            page.fill("#line-1", "2");
            assertThat(page.locator("#outcome")).containsText("920.00");
            look(page, "order-laptop-edit");
            page.fill("#find", order.sku());
            page.click("button[value=find]");
            look(page, "order-laptop-find");
            page.click(".save-bar button.main");
            assertThat(page.locator(".notice")).containsText("is saved");

            page.fill("#privateNote", "Half typed");
            TwoReplicas.bean(DecideOrder.class).accept(Callers.shopkeeper(), new OrderNumber(order.number()), null);
            page.evaluate(
                    "number => document.dispatchEvent(new CustomEvent('live:orders', { detail: [{ subject: number, what: 'changed' }] }))",
                    order.number());
            assertThat(page.locator(".order-head .chip.accepted")).isVisible();
            assertThat(page.locator("button[data-key=f]")).isVisible();
            assertThat(page.locator("#privateNote")).hasValue("Half typed");
            look(page, "order-laptop-live");

            for (String paper :
                    new String[] {"slip?paper=a4", "slip?paper=80", "receipt?paper=80", "receipt?paper=58"}) {
                page.navigate(url(order.path() + "/" + paper));
                look(page, "print-" + paper.replace("?paper=", "-"));
            }
            page.navigate(url("/office/orders/picklist?number=" + order.number()));
            look(page, "print-picklist");
            page.navigate(url("/office/settings/printing"));
            look(page, "printing");
            page.navigate(url("/office/settings/printing/test?paper=80"));
            look(page, "printing-test");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private Page signIn(Browser browser) {
        Page page = browser.open(url("/login"));
        page.fill("[name=username]", owner.member().phone());
        page.fill("[name=password]", TwoReplicas.PASSWORD);
        page.click("form[action='/login'] button");
        assertThat(page).hasURL(Pattern.compile(".*/office"));
        return page;
    }

    /** As a picture, and as axe sees it; nothing may stand beyond the edge of the screen. */
    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "pictures", "office", name + ".png")));
        assertThat(Browser.barriers(page)).as(name).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name + " fits")
                .isTrue();
    }

    private static String url(String path) {
        return TwoReplicas.shop().uri(path).toString();
    }
}
