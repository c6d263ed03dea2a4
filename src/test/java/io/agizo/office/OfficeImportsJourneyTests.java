package io.agizo.office;

import static io.agizo.office.Colleagues.hired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.office.Colleagues.Colleague;
import io.agizo.shared.Ids;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OfficeImportsJourneyTests {

    private static final String IMPORTS = "/office/imports";

    private final Colleague manager = hired("manager");
    private final Visitor visitor = manager.signedIn();
    private final String sku = "S" + Ids.next();

    @Test
    void takesTheGoodRowsAndTellsWhyTheOthersAreRefused() {
        String table = "sku,name,price,stock\n%s,Tea,450,10\nX,Sugar,1.250,5\n".formatted(sku);

        String report = uploaded("/products", "products.csv", table);

        await().untilAsserted(() -> assertThat(visitor.get(report).body()).contains("Some rows refused"));
        assertThat(visitor.get(report).body()).contains("can mean 1.25 or 1250", report + "/errors.csv");
        assertThat(visitor.get(report + "/errors.csv").body()).contains("2,price,");
        assertThat(visitor.get(IMPORTS).body()).contains("1 in, 1 refused");
    }

    @Test
    void writesNothingWhenItOnlyChecks() {
        String report = uploaded("/customers?dryRun=true", "c.csv", "code,name\n%s,Amina\n".formatted(sku));

        await().untilAsserted(
                        () -> assertThat(visitor.get(report).body()).contains("would go in", "Nothing was written"));
        assertThat(visitor.get("/office/customers/" + sku).statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNoTable() {
        HttpResponse<String> picture = visitor.upload(IMPORTS + "/products", "tea.png", "\u0089PNG");
        HttpResponse<String> headless = visitor.upload(IMPORTS + "/products", "tea.csv", "what,is,this\n1,2,3\n");

        assertThat(picture.statusCode()).isEqualTo(422);
        assertThat(picture.body()).contains("Choose a table saved as CSV");
        assertThat(headless.statusCode()).isEqualTo(422);
        assertThat(headless.body()).contains("id=\"file-fault\"");
    }

    @Test
    void offersEachWhatTheyMayUpload() {
        Visitor cashier = hired("cashier").signedIn();

        assertThat(cashier.get(IMPORTS + "?kind=products").body())
                .contains("href=\"?kind=orders\"", "href=\"?kind=customers\"")
                .doesNotContain("href=\"?kind=products\"");
        assertThat(cashier.upload(IMPORTS + "/products", "tea.csv", "sku,name,price\n")
                        .statusCode())
                .isEqualTo(403);
        assertThat(hired("packer").signedIn().get(IMPORTS).headers().firstValue("Location"))
                .hasValueSatisfying(there -> assertThat(there).endsWith("/office"));
    }

    @Test
    void showsInABrowserHowFarItIs() {
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = manager.openIn(browser, IMPORTS + "?kind=customers");
            page.setInputFiles(
                    "#file",
                    new FilePayload(
                            "customers.csv",
                            "text/csv",
                            "code,name\n%s,Amina\n".formatted(sku).getBytes(StandardCharsets.UTF_8)));
            page.click("button.main");
            page.waitForSelector(".chip.fulfilled");

            assertThat(page.textContent("#report")).contains("1", "went in");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private String uploaded(String there, String name, String table) {
        HttpResponse<String> answer = visitor.upload(IMPORTS + there, name, table);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return Visitor.location(answer).orElseThrow().replaceFirst("^https?://[^/]+", "");
    }
}
