package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.item;
import static io.agizo.orders.OrderFixtures.orderOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.customers.Contact;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.orders.Placement.Placed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Orders that are put on paper. */
class PrintingOrdersModuleTests {

    @AutoClose
    private final ShopFloor shop = ShopFloor.open();

    private final PrintOrders print = shop.get(PrintOrders.class);
    private final ReadOrders orders = shop.get(ReadOrders.class);

    private OrderNumber placed() {
        var placed = (Placed) shop.desk().place(CLERK, orderOf(item("Bag", "50", 1)));
        return placed.order().number();
    }

    @Test
    void standAsPrintedOnTheTimelineBetweenTheStepsAndKeepTheirVersion() {
        OrderNumber number = placed();
        int version = orders.one(CLERK, number).version();

        print.printed(CLERK, List.of(number), PrintKind.SLIP);
        shop.get(DecideOrder.class).accept(CLERK, number, version);
        print.printed(CLERK, List.of(number), PrintKind.PICK_LIST);

        assertThat(orders.one(CLERK, number).timeline())
                .extracting(event -> event.event() + " " + event.detail() + " by " + event.by())
                .containsExactly(
                        "placed null by Clerk",
                        "printed slip by Clerk",
                        "accepted null by Clerk",
                        "printed pick-list by Clerk");
    }

    @Test
    void doNotTellTheShopperThatTheyWerePrinted() {
        OrderNumber number = placed();
        print.printed(CLERK, List.of(number), PrintKind.RECEIPT);

        Receipt receipt = Receipt.of(orders.one(CLERK, number), new Contact("Amina", null));

        assertThat(receipt.timeline()).extracting(OrderView.Event::event).containsExactly("placed");
    }

    @Test
    void comeAsTheyWereAskedForOnceEachWithoutThoseThatAreNotThere() {
        List<OrderNumber> numbers = new ArrayList<>(List.of(placed(), placed(), placed()));
        shop.get(VoidOrder.class).strike(CLERK, numbers.get(1), null, null);
        List<OrderNumber> asked = List.of(numbers.get(2), numbers.get(1), numbers.get(0), numbers.get(2));

        assertThat(print.toPrint(CLERK, asked))
                .extracting(OrderView::number)
                .containsExactly(numbers.get(2), numbers.get(0));
    }

    @Test
    void keepNoEndlessListOfPrints() {
        OrderNumber number = placed();
        for (int i = 0; i < 102; i++) {
            print.printed(CLERK, List.of(number), PrintKind.SLIP);
        }

        assertThat(orders.one(CLERK, number).timeline()).hasSize(101);
    }

    @Test
    void arePrintedByThoseWhoMayReadThem() {
        OrderNumber number = placed();

        assertThatThrownBy(() -> print.printed(Callers.with(Permission.ORDERS_EDIT), List.of(number), PrintKind.SLIP))
                .isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> print.toPrint(Callers.with(Permission.ORDERS_EDIT), List.of(number)))
                .isInstanceOf(PermissionDenied.class);
    }
}
