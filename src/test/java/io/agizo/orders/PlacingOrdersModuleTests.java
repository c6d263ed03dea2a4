package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.item;
import static io.agizo.orders.OrderFixtures.orderFor;
import static io.agizo.orders.OrderFixtures.orderOf;
import static io.agizo.orders.OrderFixtures.orderUnder;
import static io.agizo.orders.OrderFixtures.units;
import static io.agizo.orders.ShopFloor.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Together;
import io.agizo.api.Answer;
import io.agizo.customers.Contact;
import io.agizo.identity.Caller;
import io.agizo.identity.PermissionDenied;
import io.agizo.orders.OrderRefused.AlreadyPlaced;
import io.agizo.orders.OrderRefused.OutOfStock;
import io.agizo.orders.OrderRefused.UnknownCustomer;
import io.agizo.orders.OrderRefused.UnknownProduct;
import io.agizo.orders.Placement.Placed;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PlacingOrdersModuleTests {

    @AutoClose
    private final ShopFloor shop = ShopFloor.open();

    private final UUID tea = shop.stock("TEA", 200);

    @Test
    void writesOrderLinesStockLedgerTimelineAndText() {
        shop.knowCustomer("C-001", "+254711000001");

        Placement placement = shop.desk().place(CLERK, orderFor("C-001", units(2, "TEA"), item("Gift wrap", "100", 1)));

        OrderView order = ((Placed) placement).order();
        assertThat(order.messages())
                .singleElement()
                .satisfies(text -> assertThat(text.status()).isEqualTo("queued"));
        assertThat(shop.get(ReadOrders.class).one(CLERK, order.number()))
                .usingRecursiveComparison()
                .ignoringFields("messages.status")
                .isEqualTo(order);
        assertThat(shop.reserved(tea)).isEqualTo(2);
        assertThat(shop.count("stock_movement where kind = 'order-placed' and reserved_delta = 2"))
                .isOne();
        assertThat(shop.productsOffTheLedger()).isZero();
    }

    @Test
    void sellsWhatThereIsAndNoMore() {
        List<Placement> placements = Together.run(400, () -> shop.desk().place(CLERK, orderOf(units(1, "TEA"))));

        assertThat(placements).filteredOn(Placed.class::isInstance).hasSize(200);
        assertThat(placements).filteredOn(OutOfStock.class::isInstance).hasSize(200);
        assertThat(shop.count("orders")).isEqualTo(200);
        assertThat(shop.reserved(tea)).isEqualTo(200);
        assertThat(shop.productsOffTheLedger()).isZero();
    }

    @Test
    void sellsWhatThereIsAndNoMoreOnTwoReplicas() {
        try (ShopFloor replica = ShopFloor.on(shop.get(javax.sql.DataSource.class))) {
            shop.stock("MILK", 1_000);
            List<Callable<Placement>> presses = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                presses.add(() -> shop.desk().place(CLERK, orderOf(units(1, "TEA"), units(1, "MILK"))));
                presses.add(() -> replica.desk().place(CLERK, orderOf(units(1, "MILK"), units(1, "TEA"))));
            }

            List<Placement> placements = Together.run(presses);

            assertThat(placements).filteredOn(Placed.class::isInstance).hasSize(200);
            assertThat(placements).filteredOn(OutOfStock.class::isInstance).hasSize(200);
            assertThat(shop.reserved(tea)).isEqualTo(200);
            assertThat(shop.productsOffTheLedger()).isZero();
        }
    }

    @Test
    void refusesOneOrderWithoutTouchingItsNeighbours() {
        List<NewOrderRequest> orders = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            orders.add(
                    switch (i % 4) {
                        case 0 -> orderOf(units(201, "TEA"));
                        case 1 -> orderOf(units(1, "NONE"));
                        case 2 -> orderFor("C-404", units(1, "TEA"));
                        default -> orderOf(units(1, "TEA"));
                    });
        }

        List<Placement> placements = orders.stream().map(order -> shop.desk().submit(CLERK, order)).toList().stream()
                .map(CompletableFuture::join)
                .toList();

        for (int i = 0; i < 60; i++) {
            assertThat(placements.get(i))
                    .isInstanceOf(
                            switch (i % 4) {
                                case 0 -> OutOfStock.class;
                                case 1 -> UnknownProduct.class;
                                case 2 -> UnknownCustomer.class;
                                default -> Placed.class;
                            });
        }
        assertThat(shop.count("orders")).isEqualTo(15);
        assertThat(shop.reserved(tea)).isEqualTo(15);
    }

    @Test
    void answersOneKeyWithOneOrderHoweverOftenItIsPressed() {
        List<Answer> answers = Together.run(50, () -> press("one", "same"));

        assertThat(shop.count("orders")).isOne();
        Set<String> given = Set.copyOf(answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(Answer::body)
                .toList());
        assertThat(given).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.body()).contains("/problems/idempotency-key-in-flight"));
        assertThat(press("one", "same").body()).isIn(given);
    }

    @Test
    void answersOneKeyWithOneOrderOnTwoReplicas() {
        try (ShopFloor replica = ShopFloor.on(shop.get(javax.sql.DataSource.class))) {
            IntStream.range(0, 20)
                    .forEach(round -> Together.run(List.of(
                            () -> press("round " + round, "same"),
                            () -> replica.desk()
                                    .place(
                                            CLERK,
                                            orderOf(units(1, "TEA")),
                                            key("round " + round, "same"),
                                            ShopFloor::plainDoor))));
        }
        assertThat(shop.count("orders")).isEqualTo(20);
        assertThat(shop.reserved(tea)).isEqualTo(20);
    }

    @Test
    void refusesAKeyThatBelongsToAnotherRequest() {
        press("one", "this");

        assertThat(press("one", "that").body()).contains("/problems/idempotency-key-reused");
        assertThat(shop.count("orders")).isOne();
    }

    @Test
    void keepsARefusalUnderItsKey() {
        shop.sql().sql("update stock_level set on_hand = 0").update();
        assertThat(press("one", "same").body()).isEqualTo("OutOfStock");
        shop.sql().sql("update stock_level set on_hand = 200").update();

        assertThat(press("one", "same").body()).isEqualTo("OutOfStock");
        assertThat(press("two", "same").status()).isEqualTo(201);
    }

    @Test
    void placesAReferenceOnce() {
        Placed first = (Placed) shop.desk().place(CLERK, orderUnder("R-1", units(1, "TEA")));

        assertThat(shop.desk().place(CLERK, orderUnder("R-1", units(5, "TEA"))))
                .isEqualTo(new AlreadyPlaced("R-1", first.order().number()));
        assertThat(shop.reserved(tea)).isOne();
    }

    @Test
    void recordsWhoIntroducesThemselvesOnlyWithAnOrderThatIsPlaced() {
        var amina = new NewOrderRequest.Buyer.Introduced(new Contact("Amina", new PhoneNumber("+254711000001")));
        NewOrderRequest refused = new NewOrderRequest(amina, List.of(units(201, "TEA")), null, "", null, true);
        NewOrderRequest placed = new NewOrderRequest(amina, List.of(units(1, "TEA")), null, "", null, true);

        assertThat(shop.desk().place(CLERK, refused)).isInstanceOf(OutOfStock.class);
        assertThat(shop.count("customer")).isZero();

        List<Placement> placements = Together.run(8, () -> shop.desk().place(CLERK, placed));
        assertThat(placements)
                .allSatisfy(placement -> assertThat(
                                ((Placed) placement).order().customer().name())
                        .isEqualTo("Amina"));
        assertThat(shop.count("customer")).isOne();
        assertThat(shop.count("message where phone = '+254711000001'")).isEqualTo(8);
    }

    @Test
    void refusesTimesThatCannotBe() {
        Instant tooLate = Instant.now().plusSeconds(3600);
        var order = new NewOrderRequest(null, List.of(units(1, "TEA")), tooLate, "", null, true);

        assertThatThrownBy(() -> shop.desk().place(CLERK, order))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("5 minutes");
    }

    @Test
    void needsThePermission() {
        var stranger = new Caller("x", "X", Set.of());

        assertThatThrownBy(() -> shop.desk().place(stranger, orderOf(units(1, "TEA"))))
                .isInstanceOf(PermissionDenied.class)
                .hasMessageContaining("orders:place");
    }

    private Answer press(String name, String request) {
        return shop.desk().place(CLERK, orderOf(units(1, "TEA")), key(name, request), ShopFloor::plainDoor);
    }
}
