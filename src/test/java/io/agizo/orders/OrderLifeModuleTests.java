package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.item;
import static io.agizo.orders.OrderFixtures.orderFor;
import static io.agizo.orders.OrderFixtures.orderOf;
import static io.agizo.orders.OrderFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Together;
import io.agizo.orders.Decision.IllegalTransition;
import io.agizo.orders.Decision.NotEditable;
import io.agizo.orders.Decision.Refused;
import io.agizo.orders.Decision.Taken;
import io.agizo.orders.OrderEdit.Line.Given;
import io.agizo.orders.Placement.Placed;
import io.agizo.shared.Conflict;
import io.agizo.shared.Stale;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows the placing of an order: in its books, in the stock, on the customer's phone. */
class OrderLifeModuleTests {

    @AutoClose
    private final ShopFloor shop = ShopFloor.open();

    private final UUID tea = shop.stock("TEA", 10);
    private final EditOrder edit = shop.get(EditOrder.class);
    private final DecideOrder decide = shop.get(DecideOrder.class);
    private final FulfilOrder fulfil = shop.get(FulfilOrder.class);
    private final ReturnOrder takeBack = shop.get(ReturnOrder.class);
    private final CancelOrder cancel = shop.get(CancelOrder.class);
    private final VoidOrder strike = shop.get(VoidOrder.class);

    @Test
    void leavesNoTraceOfAnEditThatChangesNothing() {
        OrderNumber number = placed(2);
        long movements = shop.count("stock_movement");

        OrderView same = taken(edit.edit(CLERK, number, 1, lines(2)));

        assertThat(same.version()).isOne();
        assertThat(same.timeline()).hasSize(1);
        assertThat(shop.count("stock_movement")).isEqualTo(movements);
    }

    @ParameterizedTest
    @CsvSource({"pending, 10 0", "accepted, 10 0", "part-fulfilled, 10 0", "fulfilled, 10 0", "cancelled, 10 0"})
    void freesWhatAVoidedOrderHoldsWhateverItsState(String state, String levels) {
        OrderNumber number = placed(3);
        switch (state) {
            case "accepted" -> decide.accept(CLERK, number, null);
            case "part-fulfilled" -> {
                decide.accept(CLERK, number, null);
                fulfil.fulfil(CLERK, number, null, List.of(new LineUnits(1, 1)));
            }
            case "fulfilled" -> {
                decide.accept(CLERK, number, null);
                fulfil.fulfil(CLERK, number, null, null);
            }
            case "cancelled" -> cancel.cancel(CLERK, number, null, null);
            default -> {}
        }

        strike.strike(CLERK, number, null, true);

        assertThat(levels()).isEqualTo(levels);
        assertThat(shop.productsOffTheLedger()).isZero();
        assertThat(shop.count("order_event where event = 'voided' and by_whom = 'Clerk'"))
                .isOne();
    }

    @Test
    void withdrawsTheTextsOfAVoidedOrder() {
        shop.knowCustomer("C-001", "+254711000001");
        OrderNumber number = number(shop.desk().place(CLERK, orderFor("C-001", units(1, "TEA"))));
        assertThat(shop.count("message where status = 'queued'")).isOne();

        strike.strike(CLERK, number, null, null);

        assertThat(shop.count("message where status = 'dead' and due_at is null and detail like '%voided%'"))
                .isOne();
        assertThat(shop.count("message")).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en | The total is now KES 1,450", "sw | Jumla sasa ni KES 1,450"})
    void textsEachStepOnceInTheCustomersLanguage(String language, String newTotal) {
        shop.knowCustomer("C-001", "+254711000001");
        shop.sql().sql("update customer set locale = ?").param(language).update();
        OrderNumber number =
                number(shop.desk().place(CLERK, orderFor("C-001", units(3, "TEA"), item("Bag", "100", 1))));
        edit.edit(CLERK, number, null, new OrderEdit(null, "no new total, no text", null));
        edit.edit(CLERK, number, null, lines(2));
        edit.edit(
                CLERK,
                number,
                null,
                new OrderEdit(List.of(new Given(units(3, "TEA")), new Given(item("Bag", "100", 1))), null, null));
        decide.accept(CLERK, number, null);
        fulfil.fulfil(CLERK, number, null, List.of(new LineUnits(1, 1)));
        fulfil.fulfil(CLERK, number, null, List.of(new LineUnits(1, 1)));
        fulfil.fulfil(CLERK, number, null, null);
        takeBack.takeBack(CLERK, number, null, List.of(new LineUnits(1, 1)), true);
        OrderView order = taken(takeBack.takeBack(CLERK, number, null, null, true));

        assertThat(shop.sql()
                        .sql("select occasion from message order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "placed",
                        "edited-3",
                        "edited-4",
                        "accepted",
                        "part-fulfilled-6",
                        "part-fulfilled-7",
                        "fulfilled",
                        "part-returned-9",
                        "returned");
        assertThat(order.messages()).hasSize(9);
        assertThat(shop.count("message where body like '%" + newTotal + "%'")).isOne();
    }

    @Test
    void limitsHowOftenAnOrderIsChanged() {
        OrderNumber number = placed(3);
        decide.accept(CLERK, number, null);
        shop.sql().sql("update orders set version = 500").update();

        assertThatThrownBy(() -> edit.edit(CLERK, number, null, lines(2))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> fulfil.fulfil(CLERK, number, null, List.of(new LineUnits(1, 1))))
                .isInstanceOf(Conflict.class);
        assertThat(taken(fulfil.fulfil(CLERK, number, null, null)).status()).isEqualTo(OrderStatus.FULFILLED);
    }

    @Test
    void letsOneOfAcceptAndRejectWinThirtyTimes() {
        for (int round = 0; round < 30; round++) {
            OrderNumber number = number(shop.desk().place(CLERK, orderOf(item("Bag", "5", 1))));
            List<Decision> decisions = Together.run(
                    List.of(() -> decide.accept(CLERK, number, null), () -> decide.reject(CLERK, number, null, "no")));

            assertThat(decisions).filteredOn(Taken.class::isInstance).hasSize(1);
            assertThat(decisions)
                    .filteredOn(IllegalTransition.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void editsAnOrderBeforeItIsCancelledOrNotAtAll() {
        for (int round = 0; round < 20; round++) {
            OrderNumber number = placed(2);
            List<Decision> decisions = Together.run(List.of(
                    () -> edit.edit(CLERK, number, null, lines(5)), () -> cancel.cancel(CLERK, number, null, null)));

            assertThat(decisions.get(0)).isInstanceOfAny(Taken.class, NotEditable.class);
            assertThat(decisions.get(1)).isInstanceOf(Taken.class);
            assertThat(levels()).isEqualTo("10 0");
        }
    }

    @Test
    void letsOneOfTwoEditsOfAVersionWin() {
        for (int round = 0; round < 10; round++) {
            OrderNumber number = number(shop.desk().place(CLERK, orderOf(item("Bag", "5", 1))));
            List<String> outcomes = Together.run(2, () -> {
                try {
                    edit.edit(
                            CLERK,
                            number,
                            1,
                            new OrderEdit(null, Thread.currentThread().toString(), null));
                    return "won";
                } catch (Stale stale) {
                    return "stale";
                }
            });

            assertThat(outcomes).containsExactlyInAnyOrder("won", "stale");
        }
    }

    @Test
    void givesTheLastUnitsToTheEditsAndOrdersThatComeFirst() {
        List<OrderNumber> orders = List.of(placed(1), placed(1), placed(1), placed(1));
        List<Boolean> won = Together.run(List.of(
                () -> edit.edit(CLERK, orders.get(0), null, lines(4)) instanceof Taken,
                () -> edit.edit(CLERK, orders.get(1), null, lines(4)) instanceof Taken,
                () -> edit.edit(CLERK, orders.get(2), null, lines(4)) instanceof Taken,
                () -> shop.desk().place(CLERK, orderOf(units(3, "TEA"))) instanceof Placed,
                () -> shop.desk().place(CLERK, orderOf(units(3, "TEA"))) instanceof Placed));

        assertThat(won).filteredOn(each -> each).hasSize(2);
        assertThat(levels()).isEqualTo("10 10");
        assertThat(shop.productsOffTheLedger()).isZero();
        assertThat(edit.edit(CLERK, orders.get(3), null, lines(2))).isInstanceOf(Refused.class);
    }

    @Test
    void handsNothingOverTwice() {
        OrderNumber number = placed(5);
        decide.accept(CLERK, number, null);

        List<Decision> decisions = Together.run(6, () -> fulfil.fulfil(CLERK, number, null, null));

        assertThat(decisions).filteredOn(Taken.class::isInstance).hasSize(1);
        assertThat(levels()).isEqualTo("5 0");
    }

    private OrderNumber placed(int quantity) {
        return number(shop.desk().place(CLERK, orderOf(units(quantity, "TEA"))));
    }

    private static OrderEdit lines(int quantity) {
        return new OrderEdit(List.of(new Given(units(quantity, "TEA"))), null, null);
    }

    private String levels() {
        return shop.sql()
                .sql("select on_hand || ' ' || reserved from stock_level where product_id = ?")
                .param(tea)
                .query(String.class)
                .single();
    }

    private static OrderNumber number(Placement placement) {
        return ((Placed) placement).order().number();
    }

    private static OrderView taken(Decision decision) {
        assertThat(decision).isInstanceOf(Taken.class);
        return ((Taken) decision).order();
    }
}
