package io.agizo.notifications;

import static io.agizo.notifications.TextFixtures.SHOP;
import static io.agizo.notifications.TextFixtures.event;
import static io.agizo.notifications.TextFixtures.line;
import static io.agizo.notifications.TextFixtures.money;
import static io.agizo.notifications.TextFixtures.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.orders.OrderEvent.Occasion;
import io.agizo.orders.OrderFixtures;
import io.agizo.orders.OrderView;
import io.agizo.shared.Money;
import io.agizo.shared.Shop;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a customer reads. */
class WordingTests {

    private static final OrderView TEA_AND_FLOUR =
            order("1000", line(2, "Kericho tea 500 g"), line(1, "Maize flour 2 kg"));
    private static final OrderView TEA = order("1000", line(2, "Kericho tea 500 g"));
    private static final String SECRET = OrderFixtures.LINKS.of(TEA.number()).value();
    private static final OrderView MUCH = order(
            "24850.5",
            line(12, "Long grain aromatic pishori rice 25 kg"),
            line(1, "Refined vegetable cooking oil 20 l jerrican"),
            line(3, "Wheat flour for chapati 10 kg"));

    private final Wording wording = new Wording(SHOP, OrderFixtures.LINKS);

    @Test
    void saysWhatWasOrdered() {
        assertThat(wording.of(event(Occasion.PLACED, TEA, null), "en"))
                .isEqualTo("Mama Njeri: thank you! Order A7K2-9QX: 2 x Kericho tea 500 g. Total KES 1,000.00. "
                        + "Follow it: https://duka.example/orders/" + SECRET);
    }

    @Test
    void saysItInSwahili() {
        assertThat(wording.of(event(Occasion.PLACED, TEA, null), "sw"))
                .isEqualTo("Mama Njeri: asante! Agizo A7K2-9QX: 2 x Kericho tea 500 g. Jumla KES 1,000.00. "
                        + "Lifuatilie: https://duka.example/orders/" + SECRET);
    }

    @Test
    void countsWhatWouldNotFit() {
        assertThat(wording.of(event(Occasion.ACCEPTED, MUCH, null), "en"))
                .isEqualTo("Mama Njeri: good news, your order A7K2-9QX is confirmed: 16 items. "
                        + "Total KES 24,850.50. We are getting it ready for you.");
        assertThat(wording.of(event(Occasion.ACCEPTED, MUCH, null), "sw")).contains("bidhaa 16");
    }

    @Test
    void leavesOutWhatWasOrderedRatherThanTheLinkOfAShopWithALongName() {
        var name = "Mama Njeri Wholesale and Retail Traders of Nakuru Town";
        var shop = new Wording(new Shop(name, SHOP.currency(), "KE", SHOP.zone()), OrderFixtures.LINKS);

        assertThat(shop.of(event(Occasion.PLACED, TEA_AND_FLOUR, null), "en"))
                .isEqualTo(name + ": order A7K2-9QX, KES 1,000.00. Follow it: https://duka.example/orders/" + SECRET);
        assertThat(shop.of(event(Occasion.PLACED, TEA_AND_FLOUR, null), "sw"))
                .isEqualTo(name + ": agizo A7K2-9QX, KES 1,000.00. Lifuatilie: https://duka.example/orders/" + SECRET);
    }

    @Property(tries = 300)
    void endsTheTextOfANewOrderInItsLink(
            @ForAll @Size(min = 1, max = 5) java.util.List<@StringLength(min = 1, max = 60) String> items) {
        OrderView order =
                order("1234567.5", items.stream().map(item -> line(1, item)).toArray(OrderView.Line[]::new));

        assertThat(wording.of(event(Occasion.PLACED, order, null), "en"))
                .endsWith(" https://duka.example/orders/" + SECRET);
    }

    @Test
    void countsWhatTheAlphabetOfNetworksLacks() {
        OrderView order = order("5", line(1, "Crème brûlée"));

        assertThat(wording.of(event(Occasion.PLACED, order, null), "en")).contains(": 1 item. Total KES 5.00.");
    }

    @Test
    void givesTheReason() {
        assertThat(wording.of(event(Occasion.REJECTED, TEA_AND_FLOUR, "the tea is sold out"), "en"))
                .isEqualTo("Mama Njeri: we are sorry, we cannot take your order A7K2-9QX "
                        + "(2 x Kericho tea 500 g, 1 x Maize flour 2 kg, KES 1,000.00). Reason: the tea is sold out");
        assertThat(wording.of(event(Occasion.CANCELLED, TEA_AND_FLOUR, " chai imekwisha "), "sw"))
                .endsWith("Sababu: chai imekwisha");
    }

    @Test
    void needsNoReason() {
        assertThat(wording.of(event(Occasion.CANCELLED, TEA_AND_FLOUR, "  "), "en"))
                .doesNotContain("Reason")
                .endsWith("We hope to serve you again soon.");
    }

    @Test
    void shortensALongReasonBetweenWordsToFitOnePart() {
        String text = wording.of(
                event(
                        Occasion.REJECTED,
                        TEA_AND_FLOUR,
                        "our lorry broke down near Naivasha and we do not expect tea before Thursday evening, sorry"),
                "en");

        assertThat(text).endsWith("Reason: our lorry broke down near Naivasha and we do not expect tea...");
        assertThat(SmsLength.of(text).parts()).isEqualTo(1);
    }

    @Test
    void givesAReasonInAnotherScriptMoreParts() {
        String text = wording.of(event(Occasion.REJECTED, TEA_AND_FLOUR, "ሻይ አልቋል፣ ይቅርታ"), "en");

        assertThat(text).endsWith("Reason: ሻይ አልቋል፣ ይቅርታ");
        assertThat(SmsLength.of(text).parts()).isEqualTo(2);
    }

    @Test
    void doesNotPayTwiceForATypographicQuote() {
        var shop = new Wording(
                new Shop("Njeri’s “Duka” – Nakuru", SHOP.currency(), "KE", ZoneId.of("Africa/Nairobi")),
                OrderFixtures.LINKS);

        String text = shop.of(event(Occasion.PLACED, TEA_AND_FLOUR, null), "en");

        assertThat(text).startsWith("Njeri's \"Duka\" - Nakuru: ");
        assertThat(SmsLength.of(text).unicode()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void fitsOnePartForAnOrderOfUsualSize(Occasion occasion) {
        for (String language : new String[] {"en", "sw"}) {
            String text = wording.of(event(occasion, MUCH, null), language);
            assertThat(SmsLength.of(text).parts()).as(text).isEqualTo(1);
        }
    }

    @Property(tries = 300)
    void neverCutsTheNumberOrTheTotalOrALetter(
            @ForAll Occasion occasion,
            @ForAll @StringLength(max = 600) String reason,
            @ForAll @Size(min = 1, max = 3) java.util.List<@StringLength(min = 1, max = 60) String> items) {
        OrderView order =
                order("1234567.5", items.stream().map(item -> line(1, item)).toArray(OrderView.Line[]::new));

        String text = wording.of(event(occasion, order, reason), "en");

        assertThat(text).contains("A7K2-9QX").contains("KES 1,234,567.50").doesNotContain("\0");
        assertThat(text.codePoints()).noneMatch(letter -> Character.getType(letter) == Character.SURROGATE);
        assertThat(SmsLength.of(text).parts()).isLessThanOrEqualTo(3);
    }

    @Test
    void neverCutsASmileyInTwo() {
        String text = wording.of(event(Occasion.REJECTED, TEA_AND_FLOUR, "😀".repeat(500)), "en");

        assertThat(text).endsWith("😀...");
        assertThat(SmsLength.of(text).parts()).isEqualTo(3);
    }

    @Test
    void writesAmountsAsPeopleReadThem() {
        assertThat(Wording.amount(money("0"))).isEqualTo("KES 0.00");
        assertThat(Wording.amount(money("999.5"))).isEqualTo("KES 999.50");
        assertThat(Wording.amount(money("99999999999.99"))).isEqualTo("KES 99,999,999,999.99");
        assertThat(Wording.amount(new Money(new BigDecimal("1250"), Currency.getInstance("UGX"))))
                .isEqualTo("UGX 1,250");
    }
}
