package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.kes;
import static io.agizo.orders.OrderFixtures.orderOf;
import static io.agizo.orders.OrderFixtures.units;
import static io.agizo.orders.ShopFloor.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.Together;
import io.agizo.WatchedDatabase;
import io.agizo.api.Answer;
import io.agizo.cart.CartId;
import io.agizo.cart.CartView;
import io.agizo.cart.Carts;
import io.agizo.customers.Contact;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.OrderRefused.CartRefused.CartChanged;
import io.agizo.orders.OrderRefused.CartRefused.CartShort;
import io.agizo.orders.OrderRefused.CartRefused.CheckedOut;
import io.agizo.orders.OrderRefused.CartRefused.EmptyCart;
import io.agizo.orders.OrderRefused.CartRefused.StaleCart;
import io.agizo.orders.OrderRefused.CartRefused.UnknownCart;
import io.agizo.orders.Placement.Placed;
import io.agizo.orders.Ticket.Fate.Decided;
import io.agizo.shared.Conflict;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Carts that become orders, among them the races by which other shops were robbed (Warszawski and Bailis, 2017). */
class CheckingOutModuleTests {

    private static final Contact AMINA = new Contact("Amina", new PhoneNumber("+254711000001"));

    @AutoClose
    private final ShopFloor shop = ShopFloor.open();

    private final UUID tea = shop.stock("TEA", 100);
    private final Carts carts = shop.get(Carts.class);

    @Test
    void ordersWhatIsInTheCartAtThePriceShown() {
        CartId cart = cartOf("TEA", 2);

        OrderView order = placed(press(cart));

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
        CartId cart = cartOf("TEA", 2);
        OrderView order = placed(press(cart));
        shop.get(DecideOrder.class).accept(CLERK, order.number(), null);
        price("TEA", 900);

        assertThat(press(cart)).isInstanceOfSatisfying(CheckedOut.class, again -> {
            assertThat(again.number()).isEqualTo(order.number());
            assertThat(again.order().status()).isEqualTo(OrderStatus.ACCEPTED);
            assertThat(again.order().total()).isEqualTo(kes("900"));
        });
        assertThat(press(cart, 1)).isInstanceOf(CheckedOut.class);
        assertThat(shop.count("orders")).isOne();
    }

    @Test
    void remembersThatItWasCheckedOutWhenTheOrderIsDeleted() {
        CartId cart = cartOf("TEA", 2);
        OrderNumber number = placed(press(cart)).number();
        shop.sql().sql("update orders set voided_at = now()").update();

        assertThat(press(cart)).isEqualTo(new CheckedOut(number, null));
        assertThat(shop.count("orders")).isOne();
    }

    @Test
    void ordersOnceWhatIsPressedTenTimesAtOnce() {
        for (int round = 0; round < 5; round++) {
            CartId cart = cartOf("TEA", 1);

            List<Placement> placements = Together.run(10, () -> press(cart));

            OrderNumber number = placements.stream()
                    .filter(Placed.class::isInstance)
                    .map(placement -> placed(placement).number())
                    .reduce((one, other) -> {
                        throw new AssertionError("Two orders of one cart");
                    })
                    .orElseThrow();
            assertThat(placements)
                    .filteredOn(CheckedOut.class::isInstance)
                    .hasSize(9)
                    .allSatisfy(again ->
                            assertThat(((CheckedOut) again).order().number()).isEqualTo(number));
        }
        assertThat(shop.count("orders")).isEqualTo(5);
        assertThat(shop.reserved(tea)).isEqualTo(5);
        assertThat(shop.productsOffTheLedger()).isZero();
    }

    @Test
    void ordersOnceWhatIsPressedAtTwoReplicas() {
        try (ShopFloor replica = ShopFloor.on(shop.get(DataSource.class))) {
            for (int round = 0; round < 10; round++) {
                CartId cart = cartOf("TEA", 1);
                List<Callable<Placement>> presses = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    presses.add(() -> press(cart));
                    presses.add(() -> replica.desk().checkOut(wish(cart, null)));
                }

                List<Placement> placements = Together.run(presses);

                assertThat(placements).filteredOn(Placed.class::isInstance).hasSize(1);
                assertThat(placements).filteredOn(CheckedOut.class::isInstance).hasSize(9);
            }
        }
        assertThat(shop.count("orders")).isEqualTo(10);
        assertThat(shop.reserved(tea)).isEqualTo(10);
    }

    @Test
    void ordersOnceWhatIsPressedUnderManyKeysAtOnce() {
        CartId cart = cartOf("TEA", 1);
        AtomicInteger keys = new AtomicInteger();

        List<Answer> answers = Together.run(
                10,
                () -> shop.desk()
                        .checkOut(
                                wish(cart, null), key("key " + keys.incrementAndGet(), "same"), ShopFloor::plainDoor));

        assertThat(shop.count("orders")).isOne();
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Answer::body)
                .containsOnly("CheckedOut");
    }

    @Test
    void sellsTheLastUnitToOneOfTwentyCarts() {
        shop.stock("LAST", 1);
        List<CartId> wanted =
                IntStream.range(0, 20).mapToObj(i -> cartOf("LAST", 1)).toList();

        List<Placement> placements = Together.run(wanted.stream()
                .<Callable<Placement>>map(cart -> () -> press(cart))
                .toList());

        assertThat(placements).filteredOn(Placed.class::isInstance).hasSize(1);
        assertThat(placements)
                .filteredOn(CartChanged.class::isInstance)
                .hasSize(19)
                .allSatisfy(refused -> assertThat(((CartChanged) refused)
                                .cart()
                                .lines()
                                .getFirst()
                                .available())
                        .isZero());
        assertThat(wanted)
                .filteredOn(cart -> carts.show(cart).order() == null)
                .hasSize(19)
                .allSatisfy(cart -> assertThat(press(cart)).isEqualTo(new CartShort(new Sku("LAST"), 1, 0)));
        assertThat(shop.count("customer")).isOne();
        assertThat(shop.productsOffTheLedger()).isZero();
    }

    @Test
    void chargesWhatWasShownWhileThePriceChanges() {
        for (int round = 0; round < 20; round++) {
            price("TEA", 450);
            CartId cart = cartOf("TEA", 1);

            List<@Nullable Placement> outcome = Together.run(List.of(() -> press(cart), () -> {
                price("TEA", 900);
                return null;
            }));

            switch (outcome.getFirst()) {
                case Placed(OrderView order) -> assertThat(order.total()).isEqualTo(kes("450"));
                case CartChanged(CartView now) -> assertThat(now.total()).isEqualTo(kes("900"));
                default -> throw new AssertionError(outcome.toString());
            }
        }
    }

    @Test
    void chargesAllThatIsInTheCartWhileItIsFilled() {
        shop.stock("GOLD", 1_000);
        price("GOLD", 90_000);
        for (int round = 0; round < 20; round++) {
            CartId cart = cartOf("TEA", 1);

            List<Object> outcome =
                    Together.run(List.of(() -> press(cart), () -> fills(cart, "GOLD", 1), () -> fills(cart, "TEA", 2)));

            Object pressed = outcome.getFirst() instanceof CartChanged ? press(cart) : outcome.getFirst();
            int goods =
                    (outcome.get(1).equals(true) ? 90_000 : 0) + (outcome.get(2).equals(true) ? 900 : 450);
            assertThat(placed((Placement) pressed).total()).isEqualTo(kes(String.valueOf(goods)));
            assertThat(carts.show(cart).total()).isEqualTo(kes(String.valueOf(goods)));
        }
        assertThat(shop.productsOffTheLedger()).isZero();
    }

    @Test
    void refusesAPressThatWasMadeBeforeTheCartWasFilled() {
        CartId cart = cartOf("TEA", 1);
        shop.stock("GOLD", 1);

        CompletableFuture<Placement> press = shop.modules().transaction().execute(held -> {
            shop.sql().sql("select 1 from cart for update").query().listOfRows();
            CompletableFuture<Placement> pressed = CompletableFuture.supplyAsync(() -> press(cart));
            await().until(() ->
                    shop.count("pg_stat_activity where datname = current_database()" + " and wait_event_type = 'Lock'")
                            > 0);
            carts.put(cart, new Sku("GOLD"), 1, null);
            return pressed;
        });

        assertThat(press.join())
                .isInstanceOfSatisfying(
                        CartChanged.class,
                        changed -> assertThat(changed.cart().lines()).hasSize(2));
        assertThat(placed(press(cart)).lines()).hasSize(2);
    }

    @Test
    void refusesBothOfTwoPressesAtOnceUponAPriceThatChanged() {
        for (int round = 0; round < 10; round++) {
            price("TEA", 450);
            CartId cart = cartOf("TEA", 1);
            price("TEA", 900);
            List<CheckoutRequest> twice = List.of(wish(cart, null), wish(cart, null));

            assertThat(together(shop, twice)).hasOnlyElementsOfType(CartChanged.class);
            assertThat(placed(press(cart)).total()).isEqualTo(kes("900"));
        }
    }

    @Test
    void showsTheNewCartOnceSomethingChanged() {
        CartId cart = cartOf("TEA", 2);
        price("TEA", 500);

        assertThat(press(cart)).isInstanceOfSatisfying(CartChanged.class, changed -> {
            assertThat(changed.cart().total()).isEqualTo(kes("1000"));
            assertThat(changed.cart().id()).isEqualTo(cart);
        });
        assertThat(placed(press(cart)).total()).isEqualTo(kes("1000"));
    }

    @Test
    void countsWhatWasReadAsShown() {
        CartId cart = cartOf("TEA", 2);
        price("TEA", 500);
        assertThat(carts.show(cart).total()).isEqualTo(kes("1000"));

        assertThat(placed(press(cart)).total()).isEqualTo(kes("1000"));
    }

    @Test
    void refusesAProductThatWasHidden() {
        CartId cart = cartOf("TEA", 2);
        shop.sql().sql("update product set visible = false").update();

        assertThat(press(cart)).isInstanceOfSatisfying(CartChanged.class, changed -> {
            assertThat(changed.cart().lines().getFirst().price()).isNull();
            assertThat(changed.cart().total()).isEqualTo(kes("0"));
        });
        assertThat(press(cart)).isEqualTo(new CartShort(new Sku("TEA"), 2, 0));

        shop.sql().sql("update product set visible = true").update();
        assertThat(press(cart)).isInstanceOf(CartChanged.class);
        assertThat(press(cart)).isInstanceOf(Placed.class);
    }

    @Test
    void refusesAnotherProductUnderTheSameSku() {
        CartId cart = cartOf("TEA", 2);
        shop.sql().sql("update product set archived_at = now()").update();
        shop.stock("TEA", 100);

        assertThat(press(cart)).isInstanceOf(CartChanged.class);
        assertThat(press(cart)).isInstanceOf(Placed.class);
    }

    @Test
    void refusesWhatNoLongerCoversTheCart() {
        CartId cart = cartOf("TEA", 60);
        shop.desk().place(CLERK, orderOf(units(50, "TEA")));

        assertThat(press(cart))
                .isInstanceOfSatisfying(
                        CartChanged.class,
                        changed -> assertThat(changed.cart().lines().getFirst().available())
                                .isEqualTo(50));
        assertThat(press(cart)).isEqualTo(new CartShort(new Sku("TEA"), 60, 50));

        carts.put(cart, new Sku("TEA"), 50, null);
        assertThat(press(cart)).isInstanceOf(Placed.class);
    }

    @Test
    void refusesCartsThatAreEmptyUnknownOrNotTheVersionThatWasRead() {
        CartView empty = carts.open();

        assertThat(press(empty.id())).isEqualTo(new EmptyCart());
        assertThat(press(new CartId("AAAAAAAAAAAAAAAAAAAAAAAA"))).isEqualTo(new UnknownCart());
        carts.put(empty.id(), new Sku("TEA"), 1, null);
        assertThat(press(empty.id(), empty.version())).isEqualTo(new StaleCart());
        assertThat(shop.count("orders")).isZero();
        assertThat(shop.count("customer")).isZero();
    }

    @Test
    void keepsWhatTheOwnerOfThePhoneIsCalled() {
        shop.knowCustomer("C-001", "+254711000001");

        placed(press(cartOf("TEA", 1)));

        assertThat(shop.count("customer where name = 'Customer C-001'")).isOne();
        assertThat(shop.count("customer")).isOne();
    }

    @Test
    void refusesOneCartWithoutTouchingItsNeighbours() {
        CartId good = cartOf("TEA", 1);
        CartId changed = cartOf("TEA", 1);
        shop.stock("SALT", 10);
        CartId other = cartOf("SALT", 1);
        carts.put(changed, new Sku("SALT"), 1, null);
        price("SALT", 7);

        List<Placement> placements = together(shop, List.of(wish(good, null), wish(changed, null), wish(other, null)));

        assertThat(placements.get(0)).isInstanceOf(Placed.class);
        assertThat(placements.get(1)).isInstanceOf(CartChanged.class);
        assertThat(placements.get(2)).isInstanceOf(CartChanged.class);
        assertThat(shop.count("cart where order_number is not null")).isOne();
    }

    @Test
    void asksNothingMoreForOrdersWithoutACartAndNoMoreForManyCartsThanForOne() {
        WatchedDatabase database = new WatchedDatabase(shop.get(DataSource.class));
        try (ShopFloor watched = ShopFloor.on(database)) {
            List<CheckoutRequest> one = List.of(wish(cartOf("TEA", 1), null));
            List<CheckoutRequest> many = IntStream.range(0, 30)
                    .mapToObj(i -> wish(cartOf("TEA", 1), null))
                    .toList();
            var plain =
                    new NewOrderRequest(new Buyer.Introduced(AMINA), List.of(units(1, "TEA")), null, "", null, true);
            together(watched, List.of(plain));
            int statements = database.statementsOf(() -> together(watched, List.of(plain, plain)));

            assertThat(database.statementsOf(() -> together(watched, one))).isEqualTo(statements + 3);
            assertThat(database.statementsOf(() -> together(watched, many))).isEqualTo(statements + 3);
        }
    }

    private CartId cartOf(String sku, int quantity) {
        CartId cart = carts.open().id();
        carts.put(cart, new Sku(sku), quantity, null);
        return cart;
    }

    private boolean fills(CartId cart, String sku, int quantity) {
        try {
            carts.put(cart, new Sku(sku), quantity, null);
            return true;
        } catch (Conflict checkedOut) {
            return false;
        }
    }

    private Placement press(CartId cart) {
        return press(cart, null);
    }

    private Placement press(CartId cart, @Nullable Integer version) {
        return shop.desk().checkOut(wish(cart, version));
    }

    /** All in one batch. */
    private static List<Placement> together(ShopFloor shop, List<? extends Wish> wishes) {
        List<Ticket> tickets = wishes.stream()
                .map(wish -> new Ticket(CheckoutRequest.ONLINE_SHOP, wish, null))
                .toList();
        return shop.get(Placing.class).together(tickets).stream()
                .map(settled -> ((Decided) settled.fate()).placement())
                .toList();
    }

    private static CheckoutRequest wish(CartId cart, @Nullable Integer version) {
        return new CheckoutRequest(cart, version, new Buyer.Introduced(AMINA), Proof.PROVED, "");
    }

    private static OrderView placed(Placement placement) {
        return ((Placed) placement).order();
    }

    private void price(String sku, int amount) {
        shop.sql()
                .sql("update product set price = ? where sku = ?")
                .params(amount, sku)
                .update();
    }
}
