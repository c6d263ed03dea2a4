package io.agizo.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.agizo.signin.TwoReplicas.sql;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.LineToShop;
import io.agizo.catalog.ProductDetails;
import io.agizo.catalog.Products;
import io.agizo.catalog.Translations;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.office.Colleagues.Colleague;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A till of the shop of two replicas: a browser at the end of a line that can be cut. */
final class Till implements AutoCloseable {

    static final Caller SHELF = new Caller("shelf", "Shelf", EnumSet.allOf(Permission.class));

    private static final AtomicInteger GOODS = new AtomicInteger();

    private Browser browser;
    private final LineToShop line = new LineToShop(TwoReplicas.shop().port());

    private Till(Browser browser) {
        this.browser = browser;
    }

    static Till onLaptop() {
        return new Till(Browser.on(Screen.LAPTOP, ColorScheme.LIGHT));
    }

    /** One whose browser keeps what it knows in the folder. */
    static Till keptIn(Path folder) {
        return new Till(Browser.keptIn(folder));
    }

    /** As by a power cut, after which the browser is opened once more. */
    void dies(Path folder) {
        Browser.kill(folder);
        browser = Browser.keptIn(folder);
    }

    /** A product that no other test sells. */
    static String product(int stock) {
        return product(stock, List.of());
    }

    static String product(int stock, List<String> barcodes) {
        String sku = "TILL-" + String.format("%05d", GOODS.incrementAndGet());
        TwoReplicas.bean(Products.class)
                .add(
                        SHELF,
                        new ProductDetails(
                                sku,
                                "Goods " + sku,
                                null,
                                new BigDecimal("100.00"),
                                "Till",
                                null,
                                stock,
                                barcodes,
                                null,
                                null));
        return sku;
    }

    static void translate(String sku, String name) {
        TwoReplicas.bean(Products.class)
                .change(
                        SHELF,
                        new Sku(sku),
                        null,
                        details -> new ProductDetails(
                                details.sku(),
                                details.name(),
                                details.description(),
                                details.price(),
                                "Kind " + sku,
                                details.visible(),
                                null,
                                details.barcodes(),
                                details.lowAt(),
                                Translations.swahili(name, null, "Aina " + sku)));
    }

    /** Waits until the page is left: one that is closed while it asks whether to leave is never closed. */
    static void signOut(Page page) {
        page.onDialog(Dialog::accept);
        page.click("form[action='/logout'] button");
        page.waitForURL(url -> !url.contains("/office"));
        page.close();
    }

    /** How often each break is tried. */
    static IntStream rounds() {
        return IntStream.rangeClosed(1, Integer.getInteger("till.rounds", 1));
    }

    /** The orders that the colleague rang up. */
    static int orders(Colleague seller) {
        return sql().sql("select count(*)::int from orders where placed_by = ? and reference like 'till-%'")
                .param("person:" + seller.member().id().value())
                .query(Integer.class)
                .single();
    }

    LineToShop line() {
        return line;
    }

    Browser browser() {
        return browser;
    }

    void signIn(Colleague seller) {
        Page page = browser.open(line.url("/login"));
        page.fill("[name=username]", seller.member().phone());
        page.fill("[name=password]", TwoReplicas.PASSWORD);
        page.click("form[action='/login'] button");
        assertThat(page).hasURL(Pattern.compile(".*/office"));
        page.close();
    }

    /** The counter in a tab of its own, ready to sell and to go on without a line. */
    Page open() {
        Page page = browser.open(line.url("/office/counter"));
        assertThat(page.locator("#till[data-ready]")).isVisible();
        page.evaluate("navigator.serviceWorker.ready");
        page.waitForFunction("caches.match('/office/counter/shell').then(kept => !!kept)");
        return page;
    }

    /**
     * As a scanner types it: five milliseconds from key to key by the times of the keys themselves, as a keyboard gives them.
     * Keys that get their times on their way to the browser are a person's on a machine that is busy.
     */
    static void scan(Page page, String code) {
        CDPSession keyboard = page.context().newCDPSession(page);
        double at = System.currentTimeMillis() / 1000.0;
        for (char letter : code.toCharArray()) {
            press(keyboard, String.valueOf(letter), Character.toUpperCase(letter), String.valueOf(letter), at += 0.005);
        }
        press(keyboard, "Enter", '\r', "\r", at + 0.005);
        keyboard.detach();
    }

    private static void press(CDPSession keyboard, String key, char number, String text, double at) {
        JsonObject event = new JsonObject();
        event.addProperty("type", "keyDown");
        event.addProperty("key", key);
        event.addProperty("text", text);
        event.addProperty("windowsVirtualKeyCode", (int) number);
        event.addProperty("timestamp", at);
        keyboard.send("Input.dispatchKeyEvent", event);
        event.remove("text");
        event.addProperty("type", "keyUp");
        keyboard.send("Input.dispatchKeyEvent", event);
    }

    /** Rings one up, and returns what the cashier is shown. */
    static Locator sell(Page page, String sku) {
        scan(page, sku);
        assertThat(page.locator("#till-lines li")).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(page.locator("#till-paying")).isVisible();
        page.keyboard().press("Enter");
        assertThat(page.locator("#till-finished")).isVisible();
        return page.locator("#till-finished");
    }

    static void next(Page page) {
        page.keyboard().press("Enter");
        assertThat(page.locator("#till-finished")).isHidden();
    }

    /** How many sales the page says are not home. */
    static Locator home(Page page) {
        return page.locator("#till-home span");
    }

    /** What became of the sale in the browser's own store; null if it keeps none. */
    static @Nullable Object kept(Page page) {
        return page.evaluate("""
                new Promise(resolve => {
                  const asked = indexedDB.open('agizo-till');
                  asked.onsuccess = () => {
                    const all = asked.result.transaction('sales').objectStore('sales').getAll();
                    all.onsuccess = () => { asked.result.close(); resolve(all.result.map(sale => sale.state).join(' ')); };
                  };
                })""");
    }

    @Override
    public void close() {
        browser.close();
        line.close();
    }
}
