package io.agizo.office;

import static io.agizo.office.Colleagues.hired;
import static io.agizo.signin.TwoReplicas.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.agizo.Browser;
import io.agizo.Browser.Screen;
import io.agizo.RunningShop;
import io.agizo.office.Colleagues.Colleague;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Changes of the shop in pages that are open, on whichever replica. */
class LiveJourneyTests {

    private static final int TABS = 20;

    private final Colleague cashier = hired("cashier");
    private final RunningShop one = TwoReplicas.shop();
    private final RunningShop other = TwoReplicas.shop();

    /** What comes in, until it ends. */
    private static List<String> listen(Visitor visitor, String path) {
        List<String> heard = new CopyOnWriteArrayList<>();
        Stream<String> lines = visitor.lines(path);
        Thread.ofVirtual().start(() -> {
            lines.forEach(heard::add);
            heard.add("over");
        });
        await().until(() -> heard.contains("event: hello"));
        return heard;
    }

    private static boolean tells(List<String> heard, String order) {
        return heard.stream().anyMatch(line -> line.startsWith("data: {") && line.contains(order));
    }

    @Test
    void tellsAListenerOnEachReplica() {
        Visitor visitor = cashier.signedIn();
        List<String> first = listen(visitor, "/office/events");
        List<String> second = listen(visitor, "/office/events");

        String order = Orders.placed(one);

        await().until(() -> tells(first, order) && tells(second, order));
        assertThat(first).doesNotContain("over");
    }

    @Test
    void resumesOnTheSameReplicaAndStartsAnewOnAnother() {
        Visitor visitor = cashier.signedIn();
        List<String> before = listen(visitor, "/office/events");
        String id = before.stream()
                .filter(line -> line.startsWith("id: "))
                .map(line -> line.substring(4))
                .findFirst()
                .orElseThrow();
        String order = Orders.placed(one);
        await().until(() -> tells(before, order));

        List<String> first = listen(visitor, "/office/events?last=" + id);
        List<String> second = listen(visitor, "/office/events?last=" + id);

        await().until(() -> tells(first, order) != tells(second, order)
                && first.contains("event: again") != second.contains("event: again"));
    }

    @Test
    void endsForWhoeverSignsOut() {
        Visitor visitor = cashier.signedIn();
        List<String> heard = listen(visitor, "/office/events");

        visitor.post("/logout");

        await().until(() -> heard.contains("over"));
        assertThat(heard).contains("event: bye");
    }

    @Test
    void endsForWhoeverIsSuspended() {
        List<String> heard = listen(cashier.signedIn(), "/office/events");

        hired("owner").signedIn().post(cashier.page() + "/suspend");

        await().until(() -> heard.contains("over"));
    }

    @Test
    void tellsOnlyOfWhatTheListenerMaySee() {
        Colleague clerk = hired("cashier");
        sql().sql("update employee set role = null, permissions = '{messages:read}' where id = ?")
                .param(clerk.id())
                .update();
        List<String> ofTexts = listen(clerk.signedIn(), "/office/events");
        List<String> ofOrders = listen(cashier.signedIn(), "/office/events");

        String order = Orders.placed(other);

        await().until(() -> tells(ofOrders, order));
        Orders.placed(other);
        assertThat(ofTexts).noneMatch(line -> line.contains("\"orders\"") && line.startsWith("data: {"));
    }

    @Test
    void hasNothingForWhoeverDoesNotWorkHere() {
        Visitor shopper = TwoReplicas.visitor();
        assertThat(Visitor.isSentToLogin(shopper.get("/office/events"))).isTrue();
        shopper.signIn(TwoReplicas.member().phone(), TwoReplicas.PASSWORD);

        HttpResponse<String> nothing = shopper.get("/office/events");

        assertThat(nothing.statusCode()).isEqualTo(204);
    }

    @Test
    void tellsEachOfTwentyTabsAndNoneHangs() {
        try (Browser browser = Browser.on(Screen.LAPTOP, ColorScheme.LIGHT)) {
            Page first = signIn(browser);
            List<Page> tabs = Stream.concat(
                            Stream.of(first), IntStream.range(1, TABS).mapToObj(i -> open(browser)))
                    .toList();
            String order = Orders.placed(other);

            tabs.forEach(tab -> waitFor(tab, order));

            assertThat(tabs.stream().filter(LiveJourneyTests::leads)).hasSize(1);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void goesOnInAnotherTabWhenTheFirstIsClosed() {
        try (Browser browser = Browser.on(Screen.LAPTOP, ColorScheme.LIGHT)) {
            Page first = signIn(browser);
            Page second = open(browser);
            waitFor(first, Orders.placed(one));
            assertThat(leads(first)).isTrue();

            first.close();
            String order = Orders.placed(other);

            waitFor(second, order);
            assertThat(leads(second)).isTrue();
        }
    }

    @Test
    void makesUpForABrokenLine() {
        try (Browser browser = Browser.on(Screen.PHONE, ColorScheme.LIGHT)) {
            Page page = signIn(browser);
            waitFor(page, Orders.placed(one));

            browser.setOnline(false);
            String order = Orders.placed(other);
            browser.setOnline(true);

            page.waitForFunction("order => window.heard.includes(order) || window.heard.includes('again')", order);
            waitFor(page, Orders.placed(other));
        }
    }

    private Page signIn(Browser browser) {
        return listening(Orders.signIn(browser, cashier));
    }

    private static Page open(Browser browser) {
        return listening(browser.open(TwoReplicas.url() + "/office"));
    }

    /** Keeps what the page is told of, as a page of orders would. */
    private static Page listening(Page page) {
        page.evaluate("""
                () => {
                  window.heard = '';
                  document.addEventListener('live:orders', (event) => { window.heard += JSON.stringify(event.detail); });
                  document.addEventListener('live:again', () => { window.heard += 'again'; });
                }
                """);
        page.waitForFunction("() => ['leads', 'follows'].includes(document.documentElement.dataset.live)");
        return page;
    }

    private static void waitFor(Page page, String order) {
        page.waitForFunction("order => window.heard.includes(order)", order);
    }

    private static boolean leads(Page page) {
        return "leads".equals(page.evaluate("() => document.documentElement.dataset.live"));
    }
}
