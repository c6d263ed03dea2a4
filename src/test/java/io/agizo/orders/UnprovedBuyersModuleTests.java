package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Together;
import io.agizo.WatchedDatabase;
import io.agizo.cart.CartId;
import io.agizo.cart.Carts;
import io.agizo.customers.Contact;
import io.agizo.customers.CustomerCode;
import io.agizo.customers.Customers;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.NewOrderRequest.Line;
import io.agizo.orders.OrderRefused.CartRefused.CheckedOut;
import io.agizo.orders.OrderRefused.CartRefused.NumberNotProved;
import io.agizo.orders.OrderRefused.CartRefused.WrongCode;
import io.agizo.orders.Placement.Placed;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Strangers who would empty the shelf, and what is asked of them first. */
class UnprovedBuyersModuleTests {

    private static final MostUnproved MOST = new MostUnproved(24, 30, 5);
    private static final PhoneNumber PHONE = new PhoneNumber("+254711000001");

    @AutoClose
    private final ShopFloor shop = ShopFloor.open();

    private final Carts carts = shop.get(Carts.class);

    @BeforeEach
    void stock() {
        shop.stock("TEA", 1_000);
    }

    @Test
    void areRefusedMoreUnitsThanAHouseholdCarries() {
        shop.stock("SALT", 1_000);
        CartId cart = cartOf("SALT", 24);
        carts.put(cart, new Sku("TEA"), 25, null);

        assertThat(press(cart, Proof.NONE)).isEqualTo(new NumberNotProved(MOST, List.of(1), 2, false));
        assertThat(shop.count("orders")).isZero();
        assertThat(shop.count("customer")).isZero();

        assertThat(press(cart, Proof.PROVED)).isInstanceOf(Placed.class);
    }

    @Test
    void areRefusedMoreLinesThanAFamilyWrites() {
        CartId cart = cartOf("TEA", 1);
        for (int i = 1; i < 31; i++) {
            shop.stock("P-" + i, 10);
            carts.put(cart, new Sku("P-" + i), 1, null);
        }

        assertThat(press(cart, Proof.NONE)).isEqualTo(new NumberNotProved(MOST, List.of(), 31, false));
        carts.remove(cart, new Sku("P-30"), null);
        assertThat(press(cart, Proof.NONE)).isInstanceOf(Placed.class);
    }

    @Test
    void haveOnlySoManyOrdersOpen() {
        for (int i = 0; i < 5; i++) {
            assertThat(press(cartOf("TEA", 1), Proof.NONE)).isInstanceOf(Placed.class);
        }
        CartId sixth = cartOf("TEA", 1);

        assertThat(press(sixth, Proof.NONE)).isEqualTo(new NumberNotProved(MOST, List.of(), 1, true));
        assertThat(press(cartOf("TEA", 1), Proof.PROVED)).isInstanceOf(Placed.class);
        assertThat(press(sixth, new Contact("Baraka", new PhoneNumber("+254711000002")), Proof.NONE))
                .isInstanceOf(Placed.class);
    }

    @Test
    void mayOrderAgainOnceOneIsDone() {
        List<Placement> placed = IntStream.range(0, 5)
                .mapToObj(i -> press(cartOf("TEA", 1), Proof.NONE))
                .toList();
        CartId sixth = cartOf("TEA", 1);
        shop.get(DecideOrder.class)
                .accept(CLERK, ((Placed) placed.getFirst()).order().number(), null);
        assertThat(press(sixth, Proof.NONE)).isInstanceOf(NumberNotProved.class);

        shop.get(DecideOrder.class)
                .reject(CLERK, ((Placed) placed.getLast()).order().number(), null, "No");

        assertThat(press(sixth, Proof.NONE)).isInstanceOf(Placed.class);
    }

    @Test
    void countWhatTheCounterTookForThemToo() {
        shop.knowCustomer("C-001", PHONE.e164());
        for (int i = 0; i < 5; i++) {
            shop.desk().place(CLERK, OrderFixtures.orderFor("C-001", OrderFixtures.units(1, "TEA")));
        }
        assertThat(press(cartOf("TEA", 1), Proof.NONE)).isInstanceOf(NumberNotProved.class);
        assertThat(shop.desk().place(CLERK, OrderFixtures.orderFor("C-001", OrderFixtures.units(500, "TEA"))))
                .isInstanceOf(Placed.class);
    }

    @Test
    void areLimitedByTheirRecordIfTheySignedInWithoutANumber() {
        shop.knowCustomer("C-001", null);
        Buyer known = new Buyer.Known(new CustomerCode("C-001"));
        for (int i = 0; i < 5; i++) {
            assertThat(shop.desk().checkOut(new CheckoutRequest(cartOf("TEA", 1), null, null, known, Proof.NONE, "")))
                    .isInstanceOf(Placed.class);
        }
        assertThat(shop.desk().checkOut(new CheckoutRequest(cartOf("TEA", 1), null, null, known, Proof.NONE, "")))
                .isInstanceOf(NumberNotProved.class);
    }

    @Test
    void haveNoMoreOpenWhenTwentyPressAtTwoReplicasAtOnce() {
        try (ShopFloor replica = ShopFloor.on(shop.get(DataSource.class))) {
            for (int round = 0; round < 3; round++) {
                Contact buyer = new Contact("Amina", new PhoneNumber("+25471100010" + round));
                List<Callable<Placement>> presses = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    ShopFloor one = i % 2 == 0 ? shop : replica;
                    CheckoutRequest wish = new CheckoutRequest(cartOf("TEA", 1), null, buyer, "");
                    presses.add(() -> one.desk().checkOut(wish));
                }

                List<Placement> placements = Together.run(presses);

                assertThat(placements).filteredOn(Placed.class::isInstance).hasSize(5);
                assertThat(placements)
                        .filteredOn(NumberNotProved.class::isInstance)
                        .hasSize(15);
            }
        }
        assertThat(shop.productsOffTheLedger()).isZero();
    }

    @Test
    void areCountedWithinABatchToo() {
        List<CheckoutRequest> wishes = IntStream.range(0, 7)
                .mapToObj(i -> wish(cartOf("TEA", 1), Proof.NONE))
                .toList();

        List<Placement> placements = together(shop, wishes);

        assertThat(placements.subList(0, 5)).hasOnlyElementsOfType(Placed.class);
        assertThat(placements.subList(5, 7)).hasOnlyElementsOfType(NumberNotProved.class);
    }

    @Test
    void areToldThatACodeIsWrongUnlessTheCartIsAnOrder() {
        CartId cart = cartOf("TEA", 1);

        assertThat(press(cart, Proof.WRONG_CODE)).isEqualTo(new WrongCode());
        assertThat(press(cart, Proof.PROVED)).isInstanceOf(Placed.class);
        assertThat(press(cart, Proof.WRONG_CODE)).isInstanceOf(CheckedOut.class);
    }

    @Test
    void leaveTheRecordOfTheNumbersOwnerAloneAndSayOnTheOrderWhoTheyWere() {
        shop.knowCustomer("C-001", PHONE.e164());

        OrderView order = ((Placed) press(cartOf("TEA", 1), Proof.NONE)).order();

        OrderView read = shop.get(ReadOrders.class).one(CLERK, order.number());
        assertThat(read.customer().name()).isEqualTo("Customer C-001");
        assertThat(read.buyer()).isEqualTo(new OrderView.Buyer("Amina", PHONE)).isEqualTo(order.buyer());
        assertThat(shop.count("customer where name = 'Customer C-001' and version = 1"))
                .isOne();
    }

    @Test
    void areForgottenWithTheCustomer() {
        shop.knowCustomer("C-001", PHONE.e164());
        OrderView order = ((Placed) press(cartOf("TEA", 1), Proof.NONE)).order();

        shop.get(Customers.class).erase(CLERK, new CustomerCode("C-001"), null);

        assertThat(shop.get(ReadOrders.class).one(CLERK, order.number()).buyer())
                .isNull();
        assertThat(shop.count("orders where buyer_name is not null or buyer_phone is not null"))
                .isZero();
    }

    @Test
    void areNamedOnOrdersThatProgramsPlaceForThem() {
        shop.knowCustomer("C-001", PHONE.e164());
        Line tea = OrderFixtures.units(1, "TEA");
        var introduced = new NewOrderRequest(
                new Buyer.Introduced(new Contact("Chao", PHONE)), List.of(tea), null, "", null, true);

        OrderView order = ((Placed) shop.desk().place(CLERK, introduced)).order();

        assertThat(order.buyer()).isEqualTo(new OrderView.Buyer("Chao", PHONE));
        assertThat(((Placed) shop.desk().place(CLERK, OrderFixtures.orderFor("C-001", tea)))
                        .order()
                        .buyer())
                .isNull();
        assertThat(shop.count("customer where version = 1")).isOne();
    }

    @Test
    void costTheDeskThreeStatementsAndProvedOnesNone() {
        WatchedDatabase database = new WatchedDatabase(shop.get(DataSource.class));
        try (ShopFloor watched = ShopFloor.on(database)) {
            together(watched, List.of(wish(cartOf("TEA", 1), Proof.PROVED)));
            List<CheckoutRequest> proved = List.of(wish(cartOf("TEA", 1), Proof.PROVED));
            List<CheckoutRequest> one = List.of(wish(cartOf("TEA", 1), Proof.NONE));
            List<CheckoutRequest> many = IntStream.range(0, 30)
                    .mapToObj(i -> new CheckoutRequest(
                            cartOf("TEA", 1), null, new Contact("N", new PhoneNumber("+2547110009" + (10 + i))), ""))
                    .toList();
            int statements = database.statementsOf(() -> together(watched, proved));

            assertThat(database.statementsOf(() -> together(watched, one))).isEqualTo(statements + 3);
            together(watched, many);
            List<CheckoutRequest> again = IntStream.range(0, 30)
                    .mapToObj(i -> new CheckoutRequest(
                            cartOf("TEA", 1), null, new Contact("N", new PhoneNumber("+2547110009" + (10 + i))), ""))
                    .toList();
            assertThat(database.statementsOf(() -> together(watched, again))).isEqualTo(statements + 3);
        }
    }

    private CartId cartOf(String sku, int quantity) {
        CartId cart = carts.open().id();
        carts.put(cart, new Sku(sku), quantity, null);
        return cart;
    }

    private static CheckoutRequest wish(CartId cart, Proof proof) {
        return new CheckoutRequest(cart, null, null, new Buyer.Introduced(new Contact("Amina", PHONE)), proof, "");
    }

    private Placement press(CartId cart, Proof proof) {
        return shop.desk().checkOut(wish(cart, proof));
    }

    private Placement press(CartId cart, Contact buyer, Proof proof) {
        return shop.desk().checkOut(new CheckoutRequest(cart, null, null, new Buyer.Introduced(buyer), proof, ""));
    }

    /** All in one batch. */
    private static List<Placement> together(ShopFloor shop, List<CheckoutRequest> wishes) {
        List<Ticket> tickets = wishes.stream()
                .map(wish -> new Ticket(CheckoutRequest.ONLINE_SHOP, wish, null))
                .toList();
        return shop.get(Placing.class).together(tickets).stream()
                .map(settled -> ((Ticket.Fate.Decided) settled.fate()).placement())
                .toList();
    }
}
