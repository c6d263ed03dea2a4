package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.item;
import static io.agizo.orders.OrderFixtures.orderFor;
import static io.agizo.orders.OrderFixtures.orderOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.orders.ManyOrdersReport.State;
import io.agizo.orders.Placement.Placed;
import io.agizo.orders.StepManyOrders.Which;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Many orders of a shop, and steps that are asked of its replicas for them. */
record ManyOrders(ShopFloor shop) {

    static final ReadOrders.Wanted PENDING =
            new ReadOrders.Wanted(OrderStatus.PENDING, null, null, null, null, OrderSort.NEWEST);

    /** Several times what the worker takes at a time, and a rest. */
    static final int SEVERAL = 2 * ManyOrdersWorker.MOST_AT_A_TIME + 30;

    ManyOrdersReport done(OrderAction action, Which which, @Nullable String reason) {
        ManyOrdersId id = many().ask(CLERK, action, which, reason, null);
        workOff(shop);
        ManyOrdersReport report = report(id);
        assertThat(report.state()).isEqualTo(State.DONE);
        return report;
    }

    ManyOrdersId askToAccept() {
        return many().ask(CLERK, OrderAction.ACCEPT, new Which.Matching(PENDING), null, null);
    }

    ManyOrdersReport report(ManyOrdersId id) {
        return many().report(CLERK, id);
    }

    StepManyOrders many() {
        return shop.get(StepManyOrders.class);
    }

    static void workOff(ShopFloor replica) {
        while (workOffNext(replica, () -> true)) {}
    }

    static boolean workOffNext(ShopFloor replica, BooleanSupplier open) {
        return replica.get(ManyOrdersWorker.class).workOffNext(open);
    }

    List<OrderNumber> place(int orders) {
        boolean texted = shop.count("customer") > 0;
        return IntStream.range(0, orders)
                .mapToObj(i ->
                        placed(texted ? orderFor("C-001", item("Bread", "65", 1)) : orderOf(item("Bread", "65", 1))))
                .toList();
    }

    OrderNumber placed(NewOrderRequest order) {
        return ((Placed) shop.desk().place(CLERK, order)).order().number();
    }

    String status(OrderNumber number) {
        return shop.sql()
                .sql("select status from orders where number = ?")
                .param(number.value())
                .query(String.class)
                .single();
    }
}
