package io.agizo.storefront;

import static io.agizo.signin.TwoReplicas.bean;
import static io.agizo.signin.TwoReplicas.freshPhone;
import static io.agizo.storefront.Shopper.ordered;
import static io.agizo.storefront.Shopper.price;
import static io.agizo.storefront.Shopper.sql;
import static io.agizo.storefront.Shopper.stocked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.agizo.cart.CartView;
import io.agizo.cart.Carts;
import io.agizo.orders.DecideOrder;
import io.agizo.orders.FulfilOrder;
import io.agizo.orders.OrderFixtures;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.ReturnOrder;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** The page of an order, by the link that its shopper is texted, without scripts. */
class OrderPageJourneyTests {

    private static final String CAUTION = "(?s)<[^>]*class=\"[^\"]*\\bcaution\\b[^\"]*\"[^>]*>.{0,400}";

    private final String sku = stocked(100);
    private final String phone = freshPhone();
    private final Shopper shopper = Shopper.withCart(sku, 2);
    private final String order = ordered(shopper.press("Amina Otieno", phone, null));
    private final Visitor stranger = TwoReplicas.visitor().with("Accept", "text/html");

    private OrderNumber number() {
        String plain = order.substring(order.length() - 7);
        return new OrderNumber(plain.substring(0, 4) + "-" + plain.substring(4));
    }

    @Test
    void isWhereTheTextLeads() {
        String text = sql().sql("select body from message where phone = ?")
                .param(phone)
                .query(String.class)
                .single();

        assertThat(text).endsWith(order);
    }

    @Test
    void showsWhoeverHoldsTheLinkTheOrderAndNobodysName() {
        HttpResponse<String> page = stranger.get(order);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        number().value(),
                        "Fine " + sku,
                        "900.00",
                        "by you",
                        "to …" + phone.substring(phone.length() - 3))
                .doesNotContain("Amina", phone, "Thank you! We have");
    }

    @Test
    void keepsItsAddressToItself() {
        for (HttpResponse<String> page : List.of(stranger.get(order), stranger.get(order + "/erase"))) {
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void staysOutOfTheLogAlsoWhenSomethingBreaks() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger all = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        all.addAppender(log);
        try {
            stranger.get(order);
            stranger.get(order + "x");
            sql().sql("alter table order_print rename to order_print_away").update();
            assertThat(stranger.get(order).statusCode()).isEqualTo(500);
            assertThat(stranger.post(order + "/cancel").statusCode()).isEqualTo(500);
        } finally {
            sql().sql("alter table order_print_away rename to order_print").update();
            all.detachAppender(log);
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains("GET /orders/{secret} failed"))
                .noneMatch(line -> line.contains(order.substring(8, 24)));
    }

    @Test
    void isNotThereForOthersAndMakesWhoeverTriesWait() {
        String wrong = order.substring(0, 8) + (order.charAt(8) == 'A' ? 'B' : 'A') + order.substring(9);

        List<Integer> answers = IntStream.range(0, 70)
                .mapToObj(i ->
                        stranger.get(i % 2 == 0 ? wrong : "/orders/nothing").statusCode())
                .toList();

        assertThat(answers).startsWith(404, 404).contains(429);
        assertThat(stranger.get(order).statusCode()).as("the right one").isEqualTo(200);
        assertThat(shopper.browser().post(wrong + "/cancel").statusCode()).isEqualTo(404);
        assertThat(shopper.browser().post(wrong + "/again").statusCode()).isEqualTo(404);
        assertThat(shopper.browser().get(wrong + "/erase").statusCode()).isEqualTo(404);
        assertThat(shopper.browser().get(wrong + "/events").statusCode()).isEqualTo(404);
    }

    @Test
    void cancelsWhileItIsPendingHoweverOftenItIsPressed() {
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> cancelled = stranger.post(order + "/cancel");
            assertThat(cancelled.statusCode()).isEqualTo(303);
            assertThat(Visitor.location(cancelled)).contains(order);
        }
        assertThat(stranger.get(order).body())
                .contains("This order is cancelled", "by you")
                .doesNotContain("Cancel this order");
    }

    @ParameterizedTest
    @CsvSource({
        "accepted, en, has begun with this order, is confirmed",
        "rejected, en, did not take this order, we cannot take this order",
        "fulfilled, en, You have these goods already, You have your goods",
        "returned, en, has these goods back, We have taken these goods back",
        "rejected, sw, halikulikubali agizo hili, hatuwezi kutimiza agizo hili"
    })
    void saysWhyItIsTooLateToCancel(String status, String language, String why, String now) {
        bring(status);
        stranger.get(order + "?lang=" + language);

        HttpResponse<String> late = stranger.post(order + "/cancel");

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains(why, now);
        assertThat(late.body().contains("has begun with")).isEqualTo(status.equals("accepted"));
    }

    private void bring(String status) {
        if (status.equals("rejected")) {
            bean(DecideOrder.class).reject(OrderFixtures.CLERK, number(), null, "The lorry broke down");
            return;
        }
        bean(DecideOrder.class).accept(OrderFixtures.CLERK, number(), null);
        if (!status.equals("accepted")) {
            bean(FulfilOrder.class).fulfil(OrderFixtures.CLERK, number(), null, null);
        }
        if (status.equals("returned")) {
            bean(ReturnOrder.class).takeBack(OrderFixtures.CLERK, number(), null, null, true);
        }
    }

    /** As whoever chooses another language, or comes back, where such a press was answered with a page. */
    @ParameterizedTest
    @CsvSource({"/cancel, ''", "/again, ''", "/erase/code, /erase"})
    void leadsWhoeverOpensWhatAButtonSendsToWhereTheButtonIs(String sent, String button) {
        HttpResponse<String> opened = stranger.get(order + sent + "?lang=sw");

        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(opened)).contains(order + button);
        assertThat(opened.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(opened.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(opened.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(stranger.get(order + button).body()).contains("lang=\"sw\"", "Futa nilichotoa");
        assertThat(stranger.get("/orders/nothing" + sent).statusCode()).isEqualTo(404);
    }

    @Test
    void tellsWhyTheShopDoesNotTakeIt() {
        bean(DecideOrder.class).reject(OrderFixtures.CLERK, number(), null, "<b>the lorry broke down</b>");

        assertThat(stranger.get(order).body())
                .contains("we cannot take this order", "&lt;b&gt;the lorry broke down&lt;/b&gt;")
                .doesNotContain(OrderFixtures.CLERK.name() + "<");
    }

    @Test
    void fillsTheCartOnceMoreAndSaysWhatIsMissing() {
        String gone = stocked(5);
        Shopper again = Shopper.withCart(sku, 2);
        again.put(gone, 1);
        String both = ordered(again.press("Baraka", freshPhone(), null));
        price(sku, "500");
        Goods.hide(new Sku(gone));

        HttpResponse<String> filled = again.browser().post(both + "/again");

        assertThat(Visitor.location(filled)).contains("/cart");
        CartView cart = bean(Carts.class).show(again.cart());
        assertThat(cart.order()).isNull();
        assertThat(cart.total().plain()).isEqualTo("1000.00");
        assertThat(again.browser().get("/cart").body())
                .containsPattern(CAUTION + "Not for sale any more[^<]*Fine " + gone)
                .doesNotContain("Nothing could be put");
    }

    @Test
    void saysWhereNothingOfItCouldBePutIntoTheCart() {
        Goods.hide(new Sku(sku));

        stranger.post(order + "/again");

        assertThat(stranger.get("/cart").body())
                .containsPattern(CAUTION + "Nothing could be put into your cart[^<]*Fine " + sku)
                .contains("Your cart is empty");
    }

    @Test
    void tellsAnOpenPageOfThisOrderAndOfNoOther() {
        String other = ordered(Shopper.withCart(sku, 1).press("Baraka", freshPhone(), null));
        List<String> heard = new CopyOnWriteArrayList<>();
        try (Stream<String> lines = stranger.lines(order + "/events")) {
            Thread reader = Thread.ofVirtual().start(() -> lines.forEach(heard::add));
            await().until(() -> heard.contains("event: hello"));
            stranger.post(other + "/cancel");
            bean(DecideOrder.class).accept(OrderFixtures.CLERK, number(), null);

            await().until(() -> heard.stream().anyMatch(line -> line.contains("\"accepted\"")));
            assertThat(String.join("\n", heard)).contains(number().value()).doesNotContain("cancelled");
            reader.interrupt();
        }
    }

    @Test
    void letsAGuestHaveErasedWhatTheyGave() {
        HttpResponse<String> asked = stranger.get(order + "/erase");
        assertThat(asked.body())
                .contains("Goes for good", "Stays", "This order is still open", "Text a code to …")
                .doesNotContain(phone);
        HttpResponse<String> texted = stranger.post(order + "/erase/code");
        assertThat(texted.statusCode()).isEqualTo(303);
        String there = Visitor.location(texted).orElseThrow();
        assertThat(stranger.get(there).body())
                .contains("name=\"code\"", "We texted a code", "href=\"?texted&amp;lang=sw\"")
                .doesNotContain(phone);
        assertThat(stranger.post(order + "/erase", "code", "1").statusCode()).isEqualTo(422);
        String code = sql().sql("select body from message where phone = ? and occasion = 'erasure-code'")
                .param(phone)
                .query(String.class)
                .single()
                .replaceFirst(".*?([0-9]{6}).*", "$1");

        HttpResponse<String> erased = stranger.post(order + "/erase", "code", code);

        assertThat(Visitor.location(erased)).contains(order);
        assertThat(stranger.get(order).body())
                .contains("has forgotten", "Fine " + sku)
                .doesNotContain("/erase");
        assertThat(Visitor.location(stranger.get(order + "/erase"))).contains(order);
    }
}
