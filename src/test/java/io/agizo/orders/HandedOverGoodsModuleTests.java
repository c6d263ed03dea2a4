package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.item;
import static io.agizo.orders.OrderFixtures.orderFor;
import static io.agizo.orders.OrderFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agizo.orders.Decision.IllegalTransition;
import io.agizo.orders.Decision.Taken;
import io.agizo.orders.OrderEdit.Line.Given;
import io.agizo.orders.Placement.Placed;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goods that left the shop stay on the books until they are sold, returned or written off: five of ten, three handed over. */
class HandedOverGoodsModuleTests {

    @AutoClose
    private final ShopFloor shop = ShopFloor.open();

    private final UUID tea = shop.stock("TEA", 10);
    private final EditOrder edit = shop.get(EditOrder.class);
    private final FulfilOrder fulfil = shop.get(FulfilOrder.class);
    private final ReturnOrder takeBack = shop.get(ReturnOrder.class);
    private final CancelOrder cancel = shop.get(CancelOrder.class);
    private final VoidOrder strike = shop.get(VoidOrder.class);
    private final OrderNumber number = accepted();

    private OrderNumber accepted() {
        shop.knowCustomer("C-001", "+254711000001");
        var placed = (Placed) shop.desk().place(CLERK, orderFor("C-001", units(5, "TEA"), item("Bag", "50", 1)));
        OrderNumber order = placed.order().number();
        shop.get(DecideOrder.class).accept(CLERK, order, null);
        return order;
    }

    @Test
    void keepAnOrderFromBeingCancelledAndTheRefusalNamesThemAndTheWaysOn() {
        handOver(3);

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> cancel.cancel(CLERK, number, null, null))
                .satisfies(refused -> assertThat(refused.type()).isEqualTo("partly-fulfilled"))
                .withMessageContaining("3 × TEA")
                .withMessageContaining("Take that back")
                .withMessageContaining("edit the order down");
        assertThat(levels()).isEqualTo("7 2");
    }

    @Test
    void canAllBeTakenBackAndTheOrderCancelledThen() {
        handOver(3);

        OrderView order = taken(takeBack.takeBack(CLERK, number, null, null, true));

        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(levels()).isEqualTo("10 2");
        assertThat(taken(cancel.cancel(CLERK, number, null, null)).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(levels()).isEqualTo("10 0");
        assertThat(shop.productsOffTheBooks()).isZero();
    }

    @Test
    void areNotHandedOverOnceMoreWhenTheyCameBack() {
        handOver(3);
        taken(takeBack.takeBack(CLERK, number, null, List.of(new LineUnits(1, 1)), true));
        assertThat(levels()).isEqualTo("8 2");

        OrderView order = taken(fulfil.fulfil(CLERK, number, null, null));

        assertThat(order.status()).isEqualTo(OrderStatus.FULFILLED);
        assertThat(order.lines().getFirst().fulfilled()).isEqualTo(5);
        assertThat(order.lines().getFirst().returned()).isEqualTo(1);
        assertThat(levels()).isEqualTo("6 0");
    }

    @Test
    void areTakenBackOnlyIfThereAreAny() {
        assertThat(takeBack.takeBack(CLERK, number, null, null, true)).isInstanceOf(IllegalTransition.class);
        handOver(3);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> takeBack.takeBack(CLERK, number, null, List.of(new LineUnits(1, 4)), true));
    }

    @Test
    void fulfilAnOrderThatIsEditedDownToThemAndItsCustomerHearsOfIt() {
        handOver(3);

        OrderView order = taken(edit.edit(CLERK, number, null, lines(3)));

        assertThat(order.status()).isEqualTo(OrderStatus.FULFILLED);
        assertThat(order.total().plain()).isEqualTo("1350.00");
        assertThat(order.timeline().getLast().event()).isEqualTo("fulfilled");
        assertThat(order.timeline().getLast().detail()).contains("TEA 5 → 3");
        assertThat(levels()).isEqualTo("7 0");
        assertThat(occasions()).containsExactly("placed", "accepted", "part-fulfilled-3", "fulfilled");
        assertThat(shop.productsOffTheLedger()).isZero();
        assertThat(shop.stepsOffTheTexts()).isZero();
    }

    @Test
    void leaveAnOrderOpenThatIsEditedDownToWhatCameBack() {
        handOver(3);
        taken(takeBack.takeBack(CLERK, number, null, null, true));

        OrderView order = taken(edit.edit(CLERK, number, null, lines(3)));

        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(order.lines().getFirst().returned()).isEqualTo(3);
        assertThat(levels()).isEqualTo("10 0");
    }

    @Test
    void fulfilAnOrderAfterItsFiveHundredthChangeToo() {
        handOver(3);
        shop.sql().sql("update orders set version = 500").update();

        assertThat(taken(edit.edit(CLERK, number, null, lines(3))).status()).isEqualTo(OrderStatus.FULFILLED);
    }

    @Test
    void doNotGoBelowThemInAnEdit() {
        handOver(3);

        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> edit.edit(CLERK, number, null, lines(2)));
    }

    @Test
    void keepAnOrderFromBeingDeletedUntilItIsSaidWhereTheyWent() {
        handOver(3);

        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> strike.strike(CLERK, number, null, null))
                .satisfies(refused -> assertThat(refused.type()).isEqualTo("partly-fulfilled"))
                .withMessageContaining("restock");
        assertThat(levels()).isEqualTo("7 2");
    }

    @ParameterizedTest
    @CsvSource({"true, 10 0,", "false, 7 0, 3 written off"})
    void goWhereItWasSaidWhenTheOrderIsDeleted(boolean restock, String levels, String words) {
        handOver(3);

        strike.strike(CLERK, number, null, restock);

        assertThat(levels()).isEqualTo(levels);
        assertThat(shop.sql()
                        .sql("select coalesce(reason, '') from stock_movement where kind = 'order-voided'")
                        .query(String.class)
                        .single())
                .isEqualTo(words == null ? "" : words);
        assertThat(shop.productsOffTheLedger()).isZero();
        assertThat(shop.productsOffTheBooks()).isZero();
    }

    @Test
    void needNoWordOnceTheyCameBack() {
        taken(fulfil.fulfil(CLERK, number, null, null));
        taken(takeBack.takeBack(CLERK, number, null, null, false));

        strike.strike(CLERK, number, null, null);

        assertThat(levels()).isEqualTo("5 0");
        assertThat(shop.productsOffTheBooks()).isZero();
    }

    private void handOver(int units) {
        taken(fulfil.fulfil(CLERK, number, null, List.of(new LineUnits(1, units))));
    }

    private static OrderEdit lines(int quantity) {
        return new OrderEdit(List.of(new Given(units(quantity, "TEA"))), null, null);
    }

    private List<String> occasions() {
        return shop.sql()
                .sql("select occasion from message order by id")
                .query(String.class)
                .list();
    }

    private String levels() {
        return shop.sql()
                .sql("select on_hand || ' ' || reserved from stock_level where product_id = ?")
                .param(tea)
                .query(String.class)
                .single();
    }

    private static OrderView taken(Decision decision) {
        assertThat(decision).isInstanceOf(Taken.class);
        return ((Taken) decision).order();
    }
}
