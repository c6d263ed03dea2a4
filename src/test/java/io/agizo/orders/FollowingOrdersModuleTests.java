package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.item;
import static io.agizo.orders.OrderFixtures.kes;
import static io.agizo.orders.OrderFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.agizo.Together;
import io.agizo.cart.CartId;
import io.agizo.cart.CartView;
import io.agizo.cart.Carts;
import io.agizo.customers.Contact;
import io.agizo.live.Change;
import io.agizo.live.Topic;
import io.agizo.orders.FollowedOrder.Step;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.NewOrderRequest.Line;
import io.agizo.orders.OrderAgain.Refilled;
import io.agizo.orders.Placement.Placed;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Sku;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What whoever holds the link of an order can do with it. */
class FollowingOrdersModuleTests {

    private static final String NOTE = "Call at the blue gate";

    @AutoClose
    private final ShopFloor shop = ShopFloor.open();

    private final UUID tea = shop.stock("TEA", 100);
    private final FollowOrder follow = shop.get(FollowOrder.class);
    private final OrderAgain again = shop.get(OrderAgain.class);
    private final Carts carts = shop.get(Carts.class);

    private OrderNumber ordered(Line... lines) {
        var amina = new Buyer.Introduced(new Contact("Amina", new PhoneNumber("+254711000001")));
        var order = new NewOrderRequest(amina, List.of(lines), null, NOTE, null, true);
        return ((Placed) shop.desk().place(CLERK, order)).order().number();
    }

    private OrderSecret secret(OrderNumber number) {
        return shop.get(OrderLinks.class).of(number);
    }

    @Test
    void seesTheOrderAndNothingOfPeople() {
        OrderNumber number = ordered(units(2, "TEA"));
        ordered(units(1, "TEA"));
        shop.get(KeepPrivateNote.class).write(CLERK, number, null, "Pays late");
        shop.get(PrintOrders.class).printed(CLERK, List.of(number), PrintKind.SLIP);
        shop.get(DecideOrder.class).reject(CLERK, number, null, "the tea is sold out");

        FollowedOrder order = follow.read(secret(number));

        assertThat(order.number()).isEqualTo(number);
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(order.total()).isEqualTo(kes("900"));
        assertThat(order.timeline())
                .extracting(Step::event, Step::byShopper, Step::reason)
                .containsExactly(tuple("placed", false, null), tuple("rejected", false, "the tea is sold out"));
        assertThat(order.phone()).isEqualTo("001");
        assertThat(order.texts()).hasSize(2).allMatch(text -> "001".equals(text.to()));
        assertThat(order.toString()).doesNotContain("Amina", "+254", NOTE, "Pays", CLERK.name(), "slip");
    }

    @Test
    void findsNothingBySecretsOfNoOrderOrOfADeletedOne() {
        OrderNumber number = ordered(units(2, "TEA"));
        OrderSecret wrong = new OrderSecret("A".repeat(16) + number.value().replace("-", ""));
        OrderSecret neverPlaced = secret(new OrderNumber("ZZZZ-ZZZ"));
        assertThat(follow.isGood(secret(number))).isTrue();
        shop.get(VoidOrder.class).strike(CLERK, number, null, null);

        for (OrderSecret none : List.of(wrong, neverPlaced, secret(number))) {
            assertThat(follow.isGood(none)).isFalse();
            assertThatThrownBy(() -> follow.read(none)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> follow.cancel(none)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> again.fill(none, null)).isInstanceOf(NotFound.class);
        }
        assertThat(shop.count("cart")).isZero();
    }

    @Test
    void cancelsWhileItIsPending() {
        OrderNumber number = ordered(units(2, "TEA"));

        assertThat(follow.cancel(secret(number))).isInstanceOf(Decision.Taken.class);

        FollowedOrder order = follow.read(secret(number));
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(order.timeline().getLast().byShopper()).isTrue();
        assertThat(order.texts()).hasSize(2);
        assertThat(shop.reserved(tea)).isZero();
        assertThat(shop.get(ReadOrders.class)
                        .one(CLERK, number)
                        .timeline()
                        .getLast()
                        .by())
                .isEqualTo("Shopper");
        assertThat(follow.cancel(secret(number))).isInstanceOf(Decision.IllegalTransition.class);
    }

    @Test
    void cancelsNothingThatTheShopHasBegunWith() {
        OrderNumber number = ordered(units(2, "TEA"));
        shop.get(DecideOrder.class).accept(CLERK, number, null);

        assertThat(follow.cancel(secret(number))).isInstanceOf(Decision.IllegalTransition.class);
        assertThat(follow.read(secret(number)).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(shop.reserved(tea)).isEqualTo(2);
    }

    @Test
    void cancelsOrIsAcceptedButNeverBoth() {
        for (int i = 0; i < 20; i++) {
            OrderNumber number = ordered(units(1, "TEA"));

            Together.run(List.of(
                    () -> follow.cancel(secret(number)),
                    () -> shop.get(DecideOrder.class).accept(CLERK, number, null)));

            assertThat(follow.read(secret(number)).timeline()).hasSize(2);
        }
        assertThat(shop.productsOffTheOpenOrders()).isZero();
    }

    @Test
    void hearsOfThisOrderOnly() {
        OrderNumber number = ordered(units(2, "TEA"));
        OrderNumber other = ordered(units(2, "TEA"));

        assertThat(List.of(
                        new Change(Topic.ORDERS, number.value(), "accepted", "accepted"),
                        new Change(Topic.ORDERS, other.value(), "accepted", "accepted"),
                        new Change(Topic.STOCK, number.value(), "sold", null)))
                .filteredOn(follow.changes(secret(number)))
                .extracting(Change::subject)
                .containsExactly(number.value());
        assertThat(follow.changes(new OrderSecret("none"))
                        .test(new Change(Topic.ORDERS, other.value(), "accepted", null)))
                .isFalse();
    }

    @Test
    void ordersAgainAtTodaysPrices() {
        shop.stock("SALT", 10);
        OrderNumber number = ordered(units(2, "TEA"), units(1, "SALT"), units(1, "TEA"), item("Gift wrap", "50", 1));
        shop.sql().sql("update product set price = 500 where sku = 'TEA'").update();
        shop.sql().sql("update product set visible = false where sku = 'SALT'").update();

        Refilled refilled = again.fill(secret(number), null);

        assertThat(refilled.cart().total()).isEqualTo(kes("1500"));
        assertThat(refilled.missing()).containsExactly("Gift wrap", "The SALT");
        CartView twice = again.fill(secret(number), refilled.cart().id()).cart();
        assertThat(twice).isEqualTo(refilled.cart());
    }

    @Test
    void ordersAgainBesideWhatIsInTheCartAndNeverInOneThatIsOrdered() {
        OrderNumber number = ordered(units(2, "TEA"));
        shop.stock("SALT", 10);
        CartId cart = carts.open().id();
        carts.put(cart, new Sku("SALT"), 1, null);

        assertThat(again.fill(secret(number), cart).cart().lines())
                .extracting(line -> line.sku() + " " + line.quantity())
                .containsExactly("SALT 1", "TEA 2");
        shop.desk()
                .checkOut(
                        new CheckoutRequest(cart, null, null, new Buyer.Introduced(Checkouts.AMINA), Proof.PROVED, ""));

        CartView fresh = again.fill(secret(number), cart).cart();
        assertThat(fresh.id()).isNotEqualTo(cart);
        assertThat(fresh.order()).isNull();
        assertThat(again.fill(secret(number), new CartId("AAAAAAAAAAAAAAAAAAAAAAAA"))
                        .cart()
                        .lines())
                .hasSize(1);
    }

    @Test
    void holdsTheSameLinkFromEveryReplica() {
        OrderNumber number = ordered(units(2, "TEA"));

        try (ShopFloor other = ShopFloor.on(shop.get(DataSource.class))) {
            assertThat(other.get(FollowOrder.class).read(secret(number)).number())
                    .isEqualTo(number);
        }
    }
}
