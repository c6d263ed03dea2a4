package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.kes;
import static io.agizo.orders.OrderFixtures.orderOf;
import static io.agizo.orders.OrderFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.WatchedDatabase;
import io.agizo.cart.CartId;
import io.agizo.cart.CartView;
import io.agizo.cart.Carts;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.OrderRefused.CartRefused.CartChanged;
import io.agizo.orders.OrderRefused.CartRefused.CartShort;
import io.agizo.orders.OrderRefused.CartRefused.CheckedOut;
import io.agizo.orders.OrderRefused.CartRefused.EmptyCart;
import io.agizo.orders.OrderRefused.CartRefused.StaleCart;
import io.agizo.orders.OrderRefused.CartRefused.UnknownCart;
import io.agizo.orders.Placement.Placed;
import io.agizo.shared.Sku;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Carts that become orders. */
class CheckingOutModuleTests {

    @AutoClose
    private final Checkouts checkouts = Checkouts.open();

    private final ShopFloor shop = checkouts.shop();
    private final UUID tea = checkouts.tea();
    private final Carts carts = checkouts.carts();

    @Test
    void ordersWhatIsInTheCartAtThePriceShown() {
        CartId cart = checkouts.cartOf("TEA", 2);

        OrderView order = Checkouts.placed(checkouts.press(cart));

        assertThat(order.total()).isEqualTo(kes("900"));
        assertThat(order.placedBy()).isEqualTo("Online shop");
        assertThat(order.customer().name()).isEqualTo("Amina");
        assertThat(order.messages()).hasSize(1);
        assertThat(shop.reserved(tea)).isEqualTo(2);
        assertThat(shop.productsOffTheLedger()).isZero();
        assertThat(carts.show(cart).order()).isEqualTo(order.number().value());
    }

    @Test
    void answersEachLaterPressWithTheSameOrder() {
        CartId cart = checkouts.cartOf("TEA", 2);
        OrderView order = Checkouts.placed(checkouts.press(cart));
        shop.get(DecideOrder.class).accept(CLERK, order.number(), null);
        checkouts.price("TEA", 900);

        assertThat(checkouts.press(cart)).isInstanceOfSatisfying(CheckedOut.class, again -> {
            assertThat(again.number()).isEqualTo(order.number());
            assertThat(again.order().status()).isEqualTo(OrderStatus.ACCEPTED);
            assertThat(again.order().total()).isEqualTo(kes("900"));
        });
        assertThat(checkouts.press(cart, 1)).isInstanceOf(CheckedOut.class);
        assertThat(shop.count("orders")).isOne();
    }

    @Test
    void remembersThatItWasCheckedOutWhenTheOrderIsDeleted() {
        CartId cart = checkouts.cartOf("TEA", 2);
        OrderNumber number = Checkouts.placed(checkouts.press(cart)).number();
        shop.sql().sql("update orders set voided_at = now()").update();

        assertThat(checkouts.press(cart)).isEqualTo(new CheckedOut(number, null));
        assertThat(shop.count("orders")).isOne();
    }

    @Test
    void showsTheNewCartOnceSomethingChanged() {
        CartId cart = checkouts.cartOf("TEA", 2);
        checkouts.price("TEA", 500);

        assertThat(checkouts.press(cart)).isInstanceOfSatisfying(CartChanged.class, changed -> {
            assertThat(changed.cart().total()).isEqualTo(kes("1000"));
            assertThat(changed.cart().id()).isEqualTo(cart);
        });
        assertThat(Checkouts.placed(checkouts.press(cart)).total()).isEqualTo(kes("1000"));
    }

    @Test
    void countsWhatWasReadAsShown() {
        CartId cart = checkouts.cartOf("TEA", 2);
        checkouts.price("TEA", 500);
        assertThat(carts.show(cart).total()).isEqualTo(kes("1000"));

        assertThat(Checkouts.placed(checkouts.press(cart)).total()).isEqualTo(kes("1000"));
    }

    @Test
    void chargesNoOtherPriceThanTheVeryPageShowedThatWasPressedOn() {
        CartId cart = checkouts.cartOf("TEA", 2);
        String first = carts.show(cart).seen();
        checkouts.price("TEA", 500);
        String second = carts.show(cart).seen();

        assertThat(press(cart, first))
                .isInstanceOfSatisfying(
                        CartChanged.class,
                        changed -> assertThat(changed.cart().seen()).isEqualTo(second));
        carts.put(cart, new Sku("TEA"), 3, null);
        assertThat(press(cart, second)).isInstanceOf(CartChanged.class);
        OrderView order = Checkouts.placed(press(cart, carts.show(cart).seen()));
        assertThat(order.total()).isEqualTo(kes("1500"));
        assertThat(press(cart, first)).isInstanceOf(CheckedOut.class);
    }

    private Placement press(CartId cart, String seen) {
        return shop.desk()
                .checkOut(
                        new CheckoutRequest(cart, null, seen, new Buyer.Introduced(Checkouts.AMINA), Proof.PROVED, ""));
    }

    @Test
    void refusesAProductThatWasHidden() {
        CartId cart = checkouts.cartOf("TEA", 2);
        shop.sql().sql("update product set visible = false").update();

        assertThat(checkouts.press(cart)).isInstanceOfSatisfying(CartChanged.class, changed -> {
            assertThat(changed.cart().lines().getFirst().price()).isNull();
            assertThat(changed.cart().total()).isEqualTo(kes("0"));
        });
        assertThat(checkouts.press(cart)).isEqualTo(new CartShort(new Sku("TEA"), 2, 0));

        shop.sql().sql("update product set visible = true").update();
        assertThat(checkouts.press(cart)).isInstanceOf(CartChanged.class);
        assertThat(checkouts.press(cart)).isInstanceOf(Placed.class);
    }

    @Test
    void refusesAnotherProductUnderTheSameSku() {
        CartId cart = checkouts.cartOf("TEA", 2);
        shop.sql().sql("update product set archived_at = now()").update();
        shop.stock("TEA", 100);

        assertThat(checkouts.press(cart)).isInstanceOf(CartChanged.class);
        assertThat(checkouts.press(cart)).isInstanceOf(Placed.class);
    }

    @Test
    void refusesWhatNoLongerCoversTheCart() {
        CartId cart = checkouts.cartOf("TEA", 60);
        shop.desk().place(CLERK, orderOf(units(50, "TEA")));

        assertThat(checkouts.press(cart))
                .isInstanceOfSatisfying(
                        CartChanged.class,
                        changed -> assertThat(changed.cart().lines().getFirst().available())
                                .isEqualTo(50));
        assertThat(checkouts.press(cart)).isEqualTo(new CartShort(new Sku("TEA"), 60, 50));

        carts.put(cart, new Sku("TEA"), 50, null);
        assertThat(checkouts.press(cart)).isInstanceOf(Placed.class);
    }

    @Test
    void refusesCartsThatAreEmptyUnknownOrNotTheVersionThatWasRead() {
        CartView empty = carts.open();

        assertThat(checkouts.press(empty.id())).isEqualTo(new EmptyCart());
        assertThat(checkouts.press(new CartId("AAAAAAAAAAAAAAAAAAAAAAAA"))).isEqualTo(new UnknownCart());
        carts.put(empty.id(), new Sku("TEA"), 1, null);
        assertThat(checkouts.press(empty.id(), empty.version())).isEqualTo(new StaleCart());
        assertThat(shop.count("orders")).isZero();
        assertThat(shop.count("customer")).isZero();
    }

    @Test
    void keepsWhatTheOwnerOfThePhoneIsCalled() {
        shop.knowCustomer("C-001", "+254711000001");

        Checkouts.placed(checkouts.press(checkouts.cartOf("TEA", 1)));

        assertThat(shop.count("customer where name = 'Customer C-001'")).isOne();
        assertThat(shop.count("customer")).isOne();
    }

    @Test
    void refusesOneCartWithoutTouchingItsNeighbours() {
        CartId good = checkouts.cartOf("TEA", 1);
        CartId changed = checkouts.cartOf("TEA", 1);
        shop.stock("SALT", 10);
        CartId other = checkouts.cartOf("SALT", 1);
        carts.put(changed, new Sku("SALT"), 1, null);
        checkouts.price("SALT", 7);

        List<Placement> placements = Checkouts.together(
                shop, List.of(Checkouts.wish(good, null), Checkouts.wish(changed, null), Checkouts.wish(other, null)));

        assertThat(placements.get(0)).isInstanceOf(Placed.class);
        assertThat(placements.get(1)).isInstanceOf(CartChanged.class);
        assertThat(placements.get(2)).isInstanceOf(CartChanged.class);
        assertThat(shop.count("cart where order_number is not null")).isOne();
    }

    @Test
    void asksNothingMoreForOrdersWithoutACartAndNoMoreForManyCartsThanForOne() {
        WatchedDatabase database = new WatchedDatabase(shop.get(DataSource.class));
        try (ShopFloor watched = ShopFloor.on(database)) {
            List<CheckoutRequest> one = List.of(Checkouts.wish(checkouts.cartOf("TEA", 1), null));
            List<CheckoutRequest> many = IntStream.range(0, 30)
                    .mapToObj(i -> Checkouts.wish(checkouts.cartOf("TEA", 1), null))
                    .toList();
            var plain = new NewOrderRequest(
                    new Buyer.Introduced(Checkouts.AMINA), List.of(units(1, "TEA")), null, "", null, true);
            Checkouts.together(watched, List.of(plain));
            int statements = database.statementsOf(() -> Checkouts.together(watched, List.of(plain, plain)));

            assertThat(database.statementsOf(() -> Checkouts.together(watched, one)))
                    .isEqualTo(statements + 3);
            assertThat(database.statementsOf(() -> Checkouts.together(watched, many)))
                    .isEqualTo(statements + 3);
        }
    }
}
