package io.agizo.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.office.Colleagues.Colleague;
import io.agizo.signin.TwoReplicas;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The office in a browser, with people and programs in it. */
class OfficePagesJourneyTests {

    private final Colleague owner = Colleagues.hired("owner");

    @Test
    void invitesAnEmployeeOnAPhoneByNight() {
        String phone = TwoReplicas.freshPhone();
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.DARK)) {
            Page page = signIn(browser);
            look(page, "office-phone");
            page.click("a[href='/office/employees']");
            page.click("a[href='/office/employees/new']");
            look(page, "employee-new-phone");
            page.fill("[name=name]", "Juma Mwangi");
            page.fill("[name=phone]", phone);
            page.check("#role-cashier");
            assertThat(page.locator(".one-by-one")).isHidden();
            page.click("form.form button.main");

            assertThat(page.locator(".notice")).containsText("Juma Mwangi is invited.");
            look(page, "employees-phone");
            page.click("tr:has-text('" + phone + "') a");
            look(page, "employee-phone");
            page.click("button:has-text('Send it again')");
            assertThat(page.locator(".notice")).containsText("Juma Mwangi is invited.");
            page.click("a[href$='/remove']");
            look(page, "remove-phone");
            page.click("button.danger");
            assertThat(page.locator("tr:has-text('" + phone + "')")).hasCount(0);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void connectsAProgramOnALaptopByDay() {
        try (Browser browser = Browser.on(Screen.LAPTOP, ColorScheme.LIGHT)) {
            Page page = signIn(browser);
            look(page, "office-laptop");
            page.click("a[href='/office/settings/clients']");
            page.click("a[href='/office/settings/clients/new']");
            page.fill("[name=name]", "Bookkeeping");
            page.check("#p-orders\\:read");
            look(page, "client-new-laptop");
            page.click("form.form button.main");

            assertThat(page.locator("code.secret").last()).hasText(Pattern.compile("agizo_[\\w-]{43}"));
            String secret = page.locator("code.secret").last().innerText();
            look(page, "secret-laptop");
            page.click("a.main");
            look(page, "client-laptop");
            assertThat(page.content()).contains("Bookkeeping").doesNotContain(secret);
            page.navigate(url("/office/settings/clients"));
            look(page, "clients-laptop");
            page.navigate(url(Colleagues.hired("cashier").page()));
            look(page, "employee-laptop");
            page.navigate(url("/office/employees"));
            look(page, "employees-laptop");
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
