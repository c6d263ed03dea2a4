package io.agizo.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.agizo.office.Colleagues.hired;
import static io.agizo.office.Till.home;
import static io.agizo.office.Till.next;
import static io.agizo.office.Till.orders;
import static io.agizo.office.Till.product;
import static io.agizo.office.Till.scan;
import static io.agizo.office.Till.sell;
import static io.agizo.office.Till.signOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.agizo.catalog.Products;
import io.agizo.inventory.AdjustStock;
import io.agizo.inventory.StockAdjustment;
import io.agizo.office.Colleagues.Colleague;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The breaks at which other tills lost or doubled sales: each once, and as often as {@code bench/till} asks. */
@ParameterizedClass
@MethodSource("io.agizo.office.Till#rounds")
class OfflineCounterJourneyTests {

    private static final Pattern ALL_HOME = Pattern.compile("All sales are home");
    private static final Pattern ONE_AWAY = Pattern.compile("1 sale not home yet.*");

    @AutoClose
    private final Till till = Till.onLaptop();

    @Parameter
    int round;

    private final Colleague cashier = hired("cashier");
    private final String sku = product(10);

    @Test
    void sellsWithoutALineAndSendsItOnceWhenItIsBack() {
        Page page = begin();
        till.line().cut();

        assertThat(sell(page, sku)).containsText("Queued");
        assertThat(page.locator("#till-number")).hasText("");
        assertThat(home(page)).hasText(ONE_AWAY);
        next(page);
        assertThat(page.locator("#till-line")).containsText("No line");
        assertThat(orders(cashier)).isZero();

        till.line().mend();
        assertThat(home(page)).hasText(ALL_HOME);
        assertThat(page.locator("#till-line")).isHidden();
        assertThat(orders(cashier)).isOne();
    }

    /** odoo/odoo #125037, #60939: the browser dies right after the sale. */
    @Test
    void losesNothingWhenThePageDiesAfterTheSaleAndTheBrowserOpensWithoutALine() {
        Page page = begin();
        till.line().cut();
        sell(page, sku);
        page.close();

        Page again = till.browser().open(till.line().url("/office/counter"));
        assertThat(home(again)).hasText(ONE_AWAY);
        assertThat(again.locator("#till-age")).containsText("Stock as of");
        assertThat(again.locator("#till-lines li")).hasCount(0);
        assertThat(again.content()).as("the kept page bears nobody's name").doesNotContain("Signed in as");

        till.line().mend();
        comesHome(again, 1);
    }

    /** odoo/odoo #152259: two tabs send the same sale. */
    @Test
    void sendsOnceFromTwoTabs() {
        Page first = begin();
        Page second = till.open();
        till.line().cut();
        sell(first, sku);
        next(first);
        sell(first, sku);
        assertThat(home(second)).hasText(Pattern.compile("2 sales not home yet.*"));

        till.line().mend();
        first.evaluate("dispatchEvent(new Event('online'))");
        second.evaluate("dispatchEvent(new Event('online'))");
        comesHome(first, 2);
        comesHome(second, 2);
    }

    /** The order went through and the answer was lost: sent again, it is the same order. */
    @Test
    void isOneOrderIfTheAnswerWasLost() {
        Page page = begin();
        till.line().loseAnswersToSales();
        sell(page, sku);
        await().untilAsserted(() -> assertThat(orders(cashier)).isOne());
        assertThat(home(page)).hasText(ONE_AWAY);

        till.line().mend();
        comesHome(page, 1);
    }

    /** odoo/odoo #203431, #16781: sales that were not sent when somebody else took the till over. */
    @Test
    void keepsASaleForItsSellerWhoeverSignsInNext() {
        Colleague other = hired("cashier");
        Page page = begin();
        till.line().cut();
        sell(page, sku);
        next(page);
        page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('no line')); }");
        till.line().mend();
        signOut(page);

        till.signIn(other);
        Page theirs = till.open();
        assertThat(theirs.locator("#till-line")).containsText("Sales of");
        assertThat(home(theirs)).hasText(ONE_AWAY);
        theirs.click("#till-home");
        assertThat(theirs.locator("#till-sales")).not().containsText(sku);
        assertThat(orders(other)).isZero();
        assertThat(orders(cashier)).isZero();
        theirs.keyboard().press("Escape");
        signOut(theirs);

        till.signIn(cashier);
        comesHome(till.open(), 1);
        assertThat(orders(other)).isZero();
    }

    /** odoo/odoo #284790: the browser throws its store away. */
    @Test
    void putsBackWhatTheBrowserThrewAway() {
        Page page = begin();
        assertThat(page.locator("#till")).hasAttribute("data-persistent", Pattern.compile("true|false"));
        till.line().cut();
        sell(page, sku);
        next(page);
        page.evaluate("""
                new Promise((resolve, reject) => {
                  const gone = indexedDB.deleteDatabase('agizo-till');
                  gone.onsuccess = resolve;
                  gone.onerror = reject;
                })""");

        page.evaluate("dispatchEvent(new Event('online'))");
        await().untilAsserted(() -> assertThat(Till.kept(page)).isEqualTo("queued"));
        till.line().mend();
        comesHome(page, 1);
    }

    /** odoo/odoo #288974, #161250: a parked sale that was paid without a line comes back as if it were not. */
    @Test
    void doesNotReopenASaleThatWasPaid() {
        Page page = begin();
        scan(page, sku);
        page.click("#till-park");
        assertThat(page.locator("#till-parked button")).hasCount(1);
        till.line().cut();
        page.reload();
        page.click("#till-parked button");
        page.focus("#till-code");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(page.locator("#till-finished")).isVisible();
        till.line().mend();
        page.reload();

        assertThat(page.locator("#till-lines li")).hasCount(0);
        assertThat(page.locator("#till-parked button")).hasCount(0);
        comesHome(page, 1);
    }

    @Test
    void putsBeforeTheCashierWhatCannotBeFulfilledAnyMore() {
        Page page = begin();
        till.line().cut();
        scan(page, sku);
        page.fill("#till-code", "3*");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(page.locator("#till-finished")).isVisible();
        next(page);
        TwoReplicas.bean(AdjustStock.class).adjust(Till.SHELF, new Sku(sku), new StockAdjustment(-8, "sold elsewhere"));
        till.line().mend();

        assertThat(home(page)).hasText(Pattern.compile(".*to be settled"));
        page.click("#till-home");
        assertThat(page.locator("#till-sales")).containsText("Only 2 of Goods " + sku + " are left.");
        page.click("#till-sales button:has-text('Sell what is left')");
        comesHome(page, 1);
    }

    @Test
    void keepsOnRecordWhyASaleWasGivenUp() {
        Page page = begin();
        till.line().cut();
        sell(page, sku);
        next(page);
        TwoReplicas.bean(Products.class).archive(Till.SHELF, new Sku(sku), null);
        till.line().mend();

        assertThat(home(page)).hasText(Pattern.compile(".*to be settled"));
        page.click("#till-home");
        page.click("#till-sales button:has-text('Give it up')");
        page.fill("#till-reason", "money given back");
        page.keyboard().press("Enter");
        comesHome(page, 0);
        page.navigate(till.line().url("/office/counter/cancellations"));
        assertThat(page.locator("main")).containsText("money given back");
        assertThat(page.locator("main")).containsText("1 × " + sku);
    }

    @Test
    void keepsTheSaleWhenTheSessionEndsInTheMiddleOfIt() {
        Page page = begin();
        scan(page, sku);
        page.context().clearCookies();
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(page.locator("#till-finished")).containsText("Queued");
        next(page);
        assertThat(page.locator("#till-line")).containsText("You are signed out");
        assertThat(home(page)).hasText(ONE_AWAY);

        till.signIn(cashier);
        comesHome(till.open(), 1);
    }

    @Test
    void savesTheQueueAsAFileThatCountsOnceWhereverItIsRead() {
        Page page = begin();
        till.line().cut();
        sell(page, sku);
        next(page);
        page.click("#till-home");
        Download file = page.waitForDownload(() -> page.click("#till-save"));
        Path saved = file.path();

        try (Till another = Till.onLaptop()) {
            another.signIn(cashier);
            Page there = another.open();
            there.click("#till-home");
            there.setInputFiles("#till-file", saved);
            await().untilAsserted(() -> assertThat(orders(cashier)).isOne());
        }
        till.line().mend();
        comesHome(page, 1);
    }

    @Test
    void takesANewCustomerByPhoneWithoutALine() {
        String phone = TwoReplicas.freshPhone();
        Page page = begin();
        till.line().cut();
        scan(page, sku);
        page.click(".till-customer summary");
        page.fill("#till-who", phone);
        page.fill("#till-name", "Zawadi");
        page.keyboard().press("Enter");
        assertThat(page.locator("#till-customer")).hasText("Zawadi");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        assertThat(page.locator("#till-finished")).isVisible();
        till.line().mend();
        comesHome(page, 1);

        assertThat(TwoReplicas.sql()
                        .sql("select name from customer where phone = ?")
                        .param(phone)
                        .query(String.class)
                        .single())
                .isEqualTo("Zawadi");
    }

    private Page begin() {
        till.signIn(cashier);
        return till.open();
    }

    private void comesHome(Page page, int orders) {
        assertThat(home(page)).hasText(ALL_HOME);
        assertThat(orders(cashier)).isEqualTo(orders);
    }
}
