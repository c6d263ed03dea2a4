package io.agizo.notifications.phonescreen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.Callers;
import io.agizo.TestDatabase;
import io.agizo.customers.Contact;
import io.agizo.orders.NewOrderRequest;
import io.agizo.orders.OrderDesk;
import io.agizo.orders.Placement.Placed;
import io.agizo.shared.Money;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The phone screens of the demo, in a browser. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "agizo.demo.active=true")
class PhonePageJourneyTests {

    private static final String AMINA = "+254711000001";
    private static final String BARAKA = "+254722000002";

    private final OrderDesk desk;
    private final Shop shop;
    private final JdbcClient jdbc;
    private final String url;

    PhonePageJourneyTests(
            @Autowired OrderDesk desk, @Autowired Shop shop, @Autowired JdbcClient jdbc, @LocalServerPort int port) {
        this.desk = desk;
        this.shop = shop;
        this.jdbc = jdbc;
        this.url = "http://127.0.0.1:" + port + "/phone";
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        String url = TestDatabase.freshUrl();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> TestDatabase.USER);
        properties.add("spring.datasource.password", () -> TestDatabase.PASSWORD);
    }

    @BeforeEach
    void noTextsYet() {
        jdbc.sql("truncate message").update();
    }

    private String order(String phone, String item, String amount) {
        var buyer = new NewOrderRequest.Buyer.Introduced(new Contact("Amina", new PhoneNumber(phone)));
        var line = new NewOrderRequest.Line.OfItem(item, new Money(new BigDecimal(amount), shop.currency()), 1);
        var command = new NewOrderRequest(buyer, List.of(line), null, "", null, true);
        return ((Placed) desk.place(Callers.shopkeeper(), command))
                .order()
                .number()
                .value();
    }

    private static Locator phones(Page page) {
        return page.locator(".phone");
    }

    @Test
    void showsEachTextByItselfOnThePhoneItWentTo() {
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = browser.open(url);
            assertThat(page.getByText("No texts yet")).isVisible();

            String first = order(AMINA, "Maize flour 2 kg", "210");
            assertThat(phones(page)).hasCount(1);
            assertThat(phones(page).first()).containsText(first);
            String second = order(BARAKA, "Kericho tea 500 g", "450");

            assertThat(phones(page)).hasCount(2);
            assertThat(phones(page).first()).containsText(second);
            assertThat(phones(page).first()).containsText("1 x Kericho tea 500 g. Total KES 450.00");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void showsOneNumberAsItIsTyped() {
        order(AMINA, "Maize flour 2 kg", "210");
        order(BARAKA, "Kericho tea 500 g", "450");
        try (Browser browser = Browser.on(Screen.LAPTOP, ColorScheme.DARK)) {
            Page page = browser.open(url);
            assertThat(phones(page)).hasCount(2);

            page.getByLabel("Show one number").fill("0711 000 001");
            page.keyboard().press("Enter");

            assertThat(phones(page)).hasCount(1);
            assertThat(phones(page).first()).containsText("Maize flour");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("All numbers"))
                    .click();
            assertThat(phones(page)).hasCount(2);
        }
    }

    @Test
    void saysWhatIsWrongWithANumber() {
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = browser.open(url + "?number=%3Cb%3Enonsense");

            assertThat(page.getByText("This must be one telephone number")).isVisible();
            assertThat(page.getByLabel("Show one number")).hasValue("<b>nonsense");
            assertThat(Browser.barriers(page)).isEmpty();
        }
    }

    static Stream<Arguments> everyView() {
        return Stream.of(Screen.values())
                .flatMap(screen ->
                        Stream.of(ColorScheme.LIGHT, ColorScheme.DARK).map(scheme -> Arguments.of(screen, scheme)));
    }

    @ParameterizedTest
    @MethodSource("everyView")
    void standsInNobodysWay(Screen screen, ColorScheme scheme) {
        try (Browser browser = Browser.on(screen, scheme)) {
            assertThat(Browser.barriers(browser.open(url))).isEmpty();
            order(BARAKA, "Sugar 1 kg", "180");
            for (int i = 0; i < 6; i++) {
                order(AMINA, "Pishori rice 5 kg", "1150.5");
            }
            order("+254733000003", "Refined vegetable cooking oil in a jerrican of twenty litres", "5400");

            for (String path : List.of("", "?number=" + AMINA.replace("+", "%2B"))) {
                Page page = browser.open(url + path);
                assertThat(phones(page).first()).isVisible();
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(
                                "target", "pictures", "phone-" + screen + "-" + scheme + path.length() + ".png")));

                assertThat(Browser.barriers(page)).isEmpty();
                assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("nothing sticks out sideways")
                        .isTrue();
            }
        }
    }
}
