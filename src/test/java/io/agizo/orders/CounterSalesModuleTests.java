package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.item;
import static io.agizo.orders.OrderFixtures.kes;
import static io.agizo.orders.OrderFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.agizo.Together;
import io.agizo.customers.CustomerCode;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.orders.CounterSale.RungUp;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.NewOrderRequest.Line;
import io.agizo.orders.OrderRefused.OutOfStock;
import io.agizo.orders.OrderRefused.PriceChanged;
import io.agizo.orders.SaleOutcome.Booked;
import io.agizo.orders.SaleOutcome.KeyReused;
import io.agizo.orders.SaleOutcome.OtherSeller;
import io.agizo.orders.SaleOutcome.Refused;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Sku;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CounterSalesModuleTests {

    @AutoClose
    private final ShopFloor shop = ShopFloor.open();

    private final UUID tea = shop.stock("TEA", 10);
    private final RingUpSale till = shop.get(RingUpSale.class);

    @Test
    void handsOverInTheMomentOfPlacing() {
        OrderView order = booked(sale("a", units(2, "TEA"), item("Gift wrap", "100", 1)));

        assertThat(order.status()).isEqualTo(OrderStatus.FULFILLED);
        assertThat(order.timeline())
                .extracting(OrderView.Event::event)
                .containsExactly("placed", "accepted", "fulfilled");
        assertThat(order.lines()).allMatch(line -> line.fulfilled() == line.quantity());
        assertThat(shop.get(ReadOrders.class).one(CLERK, order.number())).isEqualTo(order);
        assertThat(shop.reserved(tea)).isZero();
        assertThat(shop.count("stock_movement where kind = 'order-fulfilled' and on_hand_delta = -2"))
                .isOne();
        assertThat(shop.productsOffTheLedger()).isZero();
        assertThat(shop.get(ReadOrders.class).summary(CLERK)).containsEntry(OrderStatus.FULFILLED, 1L);
    }

    @Test
    void keepsForCollectionWhatIsNotHandedOver() {
        OrderView order = booked(new CounterSale("a", null, null, List.of(units(2, "TEA")), null, "", false, false));

        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(shop.reserved(tea)).isEqualTo(2);
        assertThat(shop.get(FulfilOrder.class).fulfil(CLERK, order.number(), null, null))
                .isInstanceOf(Decision.Taken.class);
        assertThat(shop.productsOffTheLedger()).isZero();
    }

    @Test
    void canBeTakenBackLikeAnyOrder() {
        OrderView order = booked(sale("a", units(2, "TEA")));

        assertThat(shop.get(ReturnOrder.class).takeBack(CLERK, order.number(), null, null, true))
                .isInstanceOf(Decision.Taken.class);
        assertThat(shop.productsOffTheLedger()).isZero();
    }

    @Test
    void isOneOrderHoweverOftenAndFromWhereverItIsSent() {
        List<SaleOutcome> outcomes = Together.run(20, () -> till.ring(CLERK, sale("once", units(1, "TEA"))));

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Booked.class))
                .extracting(outcome -> ((Booked) outcome).number())
                .containsOnly(((Booked) outcomes.getFirst()).number());
        assertThat(outcomes).filteredOn(outcome -> !((Booked) outcome).again()).hasSize(1);
        assertThat(shop.count("orders")).isOne();
    }

    @Test
    void isStillOneOrderOnceItWasChangedOrDeleted() {
        OrderNumber number = booked(sale("once", units(1, "TEA"))).number();
        shop.get(VoidOrder.class).strike(CLERK, number, null, true);

        assertThat(till.ring(CLERK, sale("once", units(1, "TEA")))).isEqualTo(new Booked(number, null, true));
    }

    @Test
    void doesNotTakeOtherGoodsUnderTheSameKeyForTheSameSale() {
        OrderNumber number = booked(sale("once", units(1, "TEA"))).number();

        assertThat(till.ring(CLERK, sale("once", units(2, "TEA")))).isEqualTo(new KeyReused(number));
        assertThat(till.ring(CLERK, sale("once", item("Gift wrap", "100", 1)))).isEqualTo(new KeyReused(number));
    }

    @Test
    void twoSellersMayUseOneKey() {
        Caller other = new Caller("other", "Other", CLERK.permissions());

        OrderNumber first = booked(sale("once", units(1, "TEA"))).number();
        assertThat(((Booked) till.ring(other, sale("once", units(1, "TEA")))).number())
                .isNotEqualTo(first);
    }

    @Test
    void sellsNothingUnderAnotherName() {
        var sale = new CounterSale("a", "somebody", null, List.of(units(1, "TEA")), null, "", true, false);

        assertThat(till.ring(CLERK, sale)).isEqualTo(new OtherSeller());
        assertThat(shop.count("orders")).isZero();
    }

    @Test
    void saysWhatStandsInTheWay() {
        assertThat(till.ring(CLERK, sale("a", units(11, "TEA"))))
                .isEqualTo(new Refused(new OutOfStock(0, new Sku("TEA"), 11, 10)));
        Line shownCheaper = new Line.OfProduct(new Sku("TEA"), 1, kes("1"));
        assertThat(till.ring(CLERK, sale("a", shownCheaper)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.why()).isInstanceOf(PriceChanged.class));
        assertThat(booked(sale("a", units(10, "TEA"))).status())
                .as("the key of what was refused is free")
                .isEqualTo(OrderStatus.FULFILLED);
    }

    @Test
    void needsWhatItDoes() {
        assertDenied(Set.of(Permission.ORDERS_PLACE, Permission.ORDERS_FULFIL), true);
        assertDenied(Set.of(Permission.ORDERS_PLACE, Permission.ORDERS_DECIDE), true);
        assertDenied(Set.of(Permission.ORDERS_PLACE), false);
        var collecting = new Caller("c", "C", Set.of(Permission.ORDERS_PLACE, Permission.ORDERS_DECIDE));
        assertThat(till.ring(
                        collecting, new CounterSale("a", null, null, List.of(units(1, "TEA")), null, "", false, false)))
                .isInstanceOf(Booked.class);
    }

    @Test
    void takesTheTimeFromATillWhoseClockIsWrong() {
        Instant tillNow = Instant.parse("2031-05-05T08:00:00Z");
        OrderView order = booked(at("a", tillNow.minus(Duration.ofMinutes(50)), tillNow));

        assertThat(order.time()).isCloseTo(Instant.now().minus(Duration.ofMinutes(50)), within(1, ChronoUnit.MINUTES));
        assertThat(order.timeline().getFirst().detail()).isEqualTo("the till’s clock said 2031-05-05T07:10:00Z");
    }

    @Test
    void saysNothingOfAClockThatIsRight() {
        Instant now = Instant.now();

        assertThat(booked(at("a", now.minusSeconds(600), now)).timeline()).allMatch(event -> event.detail() == null);
    }

    @Test
    void takesASaleWhoseClockWasSetMeanwhileForOneOfNow() {
        Instant now = Instant.now();

        assertThat(booked(at("a", now.plus(Duration.ofDays(3)), now)).time())
                .isCloseTo(now, within(1, ChronoUnit.MINUTES));
        assertThat(booked(at("b", Instant.EPOCH, now)).time()).isCloseTo(now, within(1, ChronoUnit.MINUTES));
    }

    @Test
    void textsTheReceiptOnlyIfAsked() {
        shop.knowCustomer("C-001", "+254711000001");
        Buyer amina = new Buyer.Known(new CustomerCode("C-001"));

        assertThat(booked(new CounterSale("a", null, amina, List.of(units(1, "TEA")), null, "", true, true))
                        .messages())
                .hasSize(1);
        assertThat(booked(new CounterSale("b", null, amina, List.of(units(1, "TEA")), null, "", true, false))
                        .messages())
                .isEmpty();
    }

    @Test
    void refusesAKeyThatIsNone() {
        assertThatThrownBy(() -> till.ring(CLERK, sale("", units(1, "TEA")))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> till.ring(CLERK, sale("k".repeat(65), units(1, "TEA"))))
                .isInstanceOf(InvalidInput.class);
    }

    private void assertDenied(Set<Permission> permissions, boolean handedOver) {
        var sale = new CounterSale("a", null, null, List.of(units(1, "TEA")), null, "", handedOver, false);
        assertThatThrownBy(() -> till.ring(new Caller("c", "C", permissions), sale))
                .isInstanceOf(PermissionDenied.class);
    }

    private OrderView booked(CounterSale sale) {
        return Objects.requireNonNull(((Booked) till.ring(CLERK, sale)).order());
    }

    private static CounterSale at(String key, Instant rungUp, Instant clock) {
        return new CounterSale(key, null, null, List.of(units(1, "TEA")), new RungUp(rungUp, clock), "", true, false);
    }

    private static CounterSale sale(String key, @Nullable Line... lines) {
        return new CounterSale(key, null, null, List.of(lines), null, "", true, false);
    }
}
