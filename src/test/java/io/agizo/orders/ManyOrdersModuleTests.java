package io.agizo.orders;

import static io.agizo.orders.ManyOrders.PENDING;
import static io.agizo.orders.ManyOrders.SEVERAL;
import static io.agizo.orders.ManyOrders.workOff;
import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.item;
import static io.agizo.orders.OrderFixtures.orderOf;
import static io.agizo.orders.OrderFixtures.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.ManyOrdersReport.Refusal;
import io.agizo.orders.ManyOrdersReport.Why;
import io.agizo.orders.StepManyOrders.Which;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ManyOrdersModuleTests {

    @AutoClose
    private final ShopFloor shop = ShopFloor.open();

    private final ManyOrders orders = new ManyOrders(shop);
    private final StepManyOrders many = orders.many();

    @Test
    void acceptsAllOfTheseInTheNameOfWhoAsked() {
        shop.knowCustomer("C-001", "+254711000001");
        List<OrderNumber> numbers = orders.place(SEVERAL);

        ManyOrdersReport report = orders.done(OrderAction.ACCEPT, new Which.Numbered(numbers), null);

        assertThat(List.of(report.total(), report.done(), report.refused())).containsExactly(SEVERAL, SEVERAL, 0);
        assertThat(shop.count("orders where status = 'accepted'")).isEqualTo(SEVERAL);
        assertThat(shop.count("order_event where event = 'accepted' and by_whom = 'clerk' and seq = 2"))
                .isEqualTo(SEVERAL);
        assertThat(shop.count("message where occasion = 'accepted'")).isEqualTo(SEVERAL);
        assertThat(shop.stepsOffTheTexts()).isZero();
    }

    @Test
    void movesTheStockOfEach() {
        UUID tea = shop.stock("TEA", 1_000);
        UUID milk = shop.stock("MILK", 1_000);
        List<OrderNumber> numbers = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            numbers.add(orders.placed(orderOf(units(2, "TEA"), units(1, "MILK"))));
        }

        orders.done(OrderAction.REJECT, new Which.Numbered(numbers.subList(0, 60)), "sold out upstream");
        orders.done(OrderAction.ACCEPT, new Which.Numbered(numbers.subList(60, 120)), null);
        orders.done(OrderAction.FULFIL, new Which.Numbered(numbers.subList(60, 110)), null);

        assertThat(List.of(shop.reserved(tea), shop.reserved(milk))).containsExactly(20, 10);
        assertThat(shop.count("order_event where event = 'rejected' and detail = 'sold out upstream'"))
                .isEqualTo(60);
        assertThat(shop.count("order_line where fulfilled = quantity")).isEqualTo(100);
        assertThat(shop.productsOffTheLedger()).isZero();
        assertThat(shop.productsOffTheOpenOrders()).isZero();
        assertThat(shop.productsOffTheBooks()).isZero();
    }

    @Test
    void tellsWhyAnOrderStaysAndDoesItsNeighbours() {
        shop.stock("TEA", 10);
        OrderNumber decided = orders.placed(orderOf(item("Bread", "65", 1)));
        shop.get(DecideOrder.class).reject(new Caller("amina", "Amina", CLERK.permissions()), decided, null, "no");
        OrderNumber partly = orders.placed(orderOf(units(3, "TEA")));
        shop.get(DecideOrder.class).accept(CLERK, partly, null);
        shop.get(FulfilOrder.class).fulfil(CLERK, partly, null, List.of(new LineUnits(1, 1)));
        OrderNumber gone = orders.placed(orderOf(item("Bread", "65", 1)));
        shop.get(VoidOrder.class).strike(CLERK, gone, null, null);
        OrderNumber sound = orders.placed(orderOf(item("Bread", "65", 1)));

        ManyOrdersReport report = orders.done(
                OrderAction.CANCEL, new Which.Numbered(List.of(decided, partly, gone, sound)), "closed today");

        assertThat(report.refusals())
                .extracting(Refusal::number, Refusal::why, Refusal::present, Refusal::by)
                .containsExactly(
                        tuple(decided, Why.ILLEGAL_TRANSITION, OrderStatus.REJECTED, "Amina"),
                        tuple(partly, Why.PARTLY_FULFILLED, null, null),
                        tuple(gone, Why.NOT_FOUND, null, null));
        assertThat(report.done()).isOne();
        assertThat(orders.status(sound)).isEqualTo("cancelled");
    }

    @Test
    void keepsAnOrderThatTheBooksRefuseFromHoldingItsNeighboursBack() {
        UUID tea = shop.stock("TEA", 10);
        OrderNumber odd = orders.placed(orderOf(units(1, "TEA")));
        List<OrderNumber> numbers = new ArrayList<>(orders.place(5));
        numbers.add(2, odd);
        shop.sql()
                .sql("delete from stock_level where product_id = ?")
                .param(tea)
                .update();

        ManyOrdersReport report = orders.done(OrderAction.REJECT, new Which.Numbered(numbers), "no");

        assertThat(report.refusals()).extracting(Refusal::number, Refusal::why).containsExactly(tuple(odd, Why.FAILED));
        assertThat(report.done()).isEqualTo(5);
    }

    @Test
    void leavesOrdersThatComeOrChangeLater() {
        orders.place(3);
        OrderNumber accepted = orders.placed(orderOf(item("Bread", "65", 1)));
        ManyOrdersId id = many.ask(CLERK, OrderAction.REJECT, new Which.Matching(PENDING), "closed", null);
        OrderNumber later = orders.placed(orderOf(item("Bread", "65", 1)));
        shop.get(DecideOrder.class).accept(CLERK, accepted, null);

        workOff(shop);

        ManyOrdersReport report = orders.report(id);
        assertThat(List.of(report.total(), report.done(), report.refused())).containsExactly(4, 3, 1);
        assertThat(orders.status(later)).isEqualTo("pending");
        assertThat(orders.status(accepted)).isEqualTo("accepted");
    }

    @Test
    void givesNobodyMoreThanTheyHeldWhenTheyAsked() {
        OrderNumber number = orders.place(1).getFirst();
        Caller reader = new Caller("r", "Reader", Set.of(Permission.ORDERS_READ));

        assertThatThrownBy(() -> many.ask(reader, OrderAction.ACCEPT, new Which.Numbered(List.of(number)), null, null))
                .hasMessageContaining("orders:decide");
        Caller clerk = new Caller("c", "Clerk", Set.of(Permission.ORDERS_DECIDE));
        assertThatThrownBy(() -> many.ask(clerk, OrderAction.ACCEPT, new Which.Matching(PENDING), null, null))
                .hasMessageContaining("orders:read");
        ManyOrdersId id = many.ask(clerk, OrderAction.ACCEPT, new Which.Numbered(List.of(number)), null, null);
        assertThatThrownBy(() -> many.report(reader, id)).hasMessageContaining("orders:decide");
        Caller packer = new Caller("p", "Packer", Set.of(Permission.ORDERS_FULFIL));
        assertThatThrownBy(() -> many.report(packer, id)).isInstanceOf(NotFound.class);
    }

    @Test
    void isOneJobUnderOneKey() {
        orders.place(3);
        UUID key = UUID.randomUUID();

        ManyOrdersId first = many.ask(CLERK, OrderAction.ACCEPT, new Which.Matching(PENDING), null, key);
        workOff(shop);
        orders.place(2);
        ManyOrdersId again = many.ask(CLERK, OrderAction.ACCEPT, new Which.Matching(PENDING), null, key);
        workOff(shop);

        assertThat(again).isEqualTo(first);
        assertThat(shop.count("orders where status = 'pending'")).isEqualTo(2);
    }

    @Test
    void takesAnOrderThatIsNamedTwiceOnce() {
        OrderNumber number = orders.place(1).getFirst();

        ManyOrdersReport report = orders.done(OrderAction.ACCEPT, new Which.Numbered(List.of(number, number)), null);

        assertThat(List.of(report.total(), report.done())).containsExactly(1, 1);
    }

    @Test
    void asksForTheReasonBeforehand() {
        List<OrderNumber> numbers = orders.place(1);

        assertThatThrownBy(() -> many.ask(CLERK, OrderAction.REJECT, new Which.Numbered(numbers), " ", null))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(
                        () -> many.ask(CLERK, OrderAction.CANCEL, new Which.Numbered(numbers), "x".repeat(201), null))
                .isInstanceOf(InvalidInput.class);
        assertThat(shop.count("many_orders")).isZero();
    }

    @Test
    void forgetsReportsOfLastWeek() {
        orders.done(OrderAction.ACCEPT, new Which.Numbered(orders.place(2)), null);
        ManyOrdersReport recent = orders.done(OrderAction.CANCEL, new Which.Numbered(orders.place(1)), null);
        shop.sql()
                .sql("update many_orders set finished_at = now() - interval '8 days' where id <> ?")
                .param(recent.id().value())
                .update();

        many.forgetOld();

        assertThat(shop.count("many_orders")).isOne();
        assertThat(shop.count("many_orders_order")).isOne();
    }
}
