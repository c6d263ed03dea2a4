package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.kes;
import static io.agizo.orders.ShopFloor.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agizo.Together;
import io.agizo.api.Answer;
import io.agizo.cart.CartId;
import io.agizo.cart.CartView;
import io.agizo.cart.Carts;
import io.agizo.orders.OrderRefused.CartRefused.CartChanged;
import io.agizo.orders.OrderRefused.CartRefused.CartShort;
import io.agizo.orders.OrderRefused.CartRefused.CheckedOut;
import io.agizo.orders.Placement.Placed;
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

/** Carts under races by which other shops were robbed (Warszawski and Bailis, 2017). */
class RacingCheckoutsModuleTests {

    @AutoClose
    private final Checkouts checkouts = Checkouts.open();

    private final ShopFloor shop = checkouts.shop();
    private final UUID tea = checkouts.tea();
    private final Carts carts = checkouts.carts();

    @Test
    void ordersOnceWhatIsPressedTenTimesAtOnce() {
        for (int round = 0; round < 5; round++) {
            CartId cart = checkouts.cartOf("TEA", 1);

            List<Placement> placements = Together.run(10, () -> checkouts.press(cart));

            OrderNumber number = placements.stream()
                    .filter(Placed.class::isInstance)
                    .map(placement -> Checkouts.placed(placement).number())
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
                CartId cart = checkouts.cartOf("TEA", 1);
                List<Callable<Placement>> presses = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    presses.add(() -> checkouts.press(cart));
                    presses.add(() -> replica.desk().checkOut(Checkouts.wish(cart, null)));
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
        CartId cart = checkouts.cartOf("TEA", 1);
        AtomicInteger keys = new AtomicInteger();

        List<Answer> answers = Together.run(
                10,
                () -> shop.desk()
                        .checkOut(
                                Checkouts.wish(cart, null),
                                key("key " + keys.incrementAndGet(), "same"),
                                ShopFloor::plainDoor));

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
        List<CartId> wanted = IntStream.range(0, 20)
                .mapToObj(i -> checkouts.cartOf("LAST", 1))
                .toList();

        List<Placement> placements = Together.run(wanted.stream()
                .<Callable<Placement>>map(cart -> () -> checkouts.press(cart))
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
                .allSatisfy(cart -> assertThat(checkouts.press(cart)).isEqualTo(new CartShort(new Sku("LAST"), 1, 0)));
        assertThat(shop.count("customer")).isOne();
        assertThat(shop.productsOffTheLedger()).isZero();
    }

    @Test
    void chargesWhatWasShownWhileThePriceChanges() {
        for (int round = 0; round < 20; round++) {
            checkouts.price("TEA", 450);
            CartId cart = checkouts.cartOf("TEA", 1);

            List<@Nullable Placement> outcome = Together.run(List.of(() -> checkouts.press(cart), () -> {
                checkouts.price("TEA", 900);
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
        checkouts.price("GOLD", 90_000);
        for (int round = 0; round < 20; round++) {
            CartId cart = checkouts.cartOf("TEA", 1);

            List<Object> outcome = Together.run(List.of(
                    () -> checkouts.press(cart),
                    () -> checkouts.fills(cart, "GOLD", 1),
                    () -> checkouts.fills(cart, "TEA", 2)));

            Object pressed = outcome.getFirst() instanceof CartChanged ? checkouts.press(cart) : outcome.getFirst();
            int goods =
                    (outcome.get(1).equals(true) ? 90_000 : 0) + (outcome.get(2).equals(true) ? 900 : 450);
            assertThat(Checkouts.placed((Placement) pressed).total()).isEqualTo(kes(String.valueOf(goods)));
            assertThat(carts.show(cart).total()).isEqualTo(kes(String.valueOf(goods)));
        }
        assertThat(shop.productsOffTheLedger()).isZero();
    }

    @Test
    void refusesAPressThatWasMadeBeforeTheCartWasFilled() {
        CartId cart = checkouts.cartOf("TEA", 1);
        shop.stock("GOLD", 1);

        CompletableFuture<Placement> press = shop.modules().transaction().execute(held -> {
            shop.sql().sql("select 1 from cart for update").query().listOfRows();
            CompletableFuture<Placement> pressed = CompletableFuture.supplyAsync(() -> checkouts.press(cart));
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
        assertThat(Checkouts.placed(checkouts.press(cart)).lines()).hasSize(2);
    }

    @Test
    void refusesBothOfTwoPressesAtOnceUponAPriceThatChanged() {
        for (int round = 0; round < 10; round++) {
            checkouts.price("TEA", 450);
            CartId cart = checkouts.cartOf("TEA", 1);
            checkouts.price("TEA", 900);
            List<CheckoutRequest> twice = List.of(Checkouts.wish(cart, null), Checkouts.wish(cart, null));

            assertThat(Checkouts.together(shop, twice)).hasOnlyElementsOfType(CartChanged.class);
            assertThat(Checkouts.placed(checkouts.press(cart)).total()).isEqualTo(kes("900"));
        }
    }
}
