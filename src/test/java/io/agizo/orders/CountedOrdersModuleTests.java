package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static io.agizo.orders.OrderFixtures.item;
import static io.agizo.orders.OrderFixtures.orderOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Together;
import io.agizo.orders.Placement.Placed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CountedOrdersModuleTests {

    @AutoClose
    private final ShopFloor shop = ShopFloor.open();

    private final OrderCountStore counts = shop.get(OrderCountStore.class);

    @Test
    void comeToWhatThereIsHoweverManyChangeAndAddUpAtOnce() {
        List<Callable<Integer>> work = new ArrayList<>();
        for (int clerk = 0; clerk < 12; clerk++) {
            int role = clerk % 4;
            work.add(() -> {
                for (int order = 0; order < 15; order++) {
                    live(role);
                }
                return 0;
            });
        }
        for (int replica = 0; replica < 3; replica++) {
            work.add(() -> {
                int added = 0;
                for (int round = 0; round < 40; round++) {
                    added += counts.addUp(7);
                }
                return added;
            });
        }

        Together.run(work);

        assertThat(counts.byStatus()).isEqualTo(real());
        shop.get(AddUpOrderCounts.class).addUp();
        assertThat(counts.byStatus()).isEqualTo(real());
        assertThat(shop.count("order_count_change")).isZero();
    }

    @Test
    void neverLookOtherwiseWhileTheyAreAddedUp() {
        shop.sql().sql("""
                insert into order_count_change select 'pending', 1 from generate_series(1, 3000)
                """).update();
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int reader = 0; reader < 4; reader++) {
            work.add(() -> {
                boolean steady = true;
                for (int look = 0; look < 100; look++) {
                    steady &= counts.byStatus().get(OrderStatus.PENDING) == 3_000;
                }
                return steady;
            });
        }
        for (int replica = 0; replica < 2; replica++) {
            work.add(() -> {
                while (shop.count("order_count_change") > 0) {
                    counts.addUp(50);
                }
                return true;
            });
        }

        assertThat(Together.run(work)).containsOnly(true);
    }

    @Test
    void leaveOutWhatIsVoidedOrGone() {
        place();
        place();
        place();
        shop.sql()
                .sql("update orders set voided_at = now() where number = (select min(number) from orders)")
                .update();
        shop.sql()
                .sql("delete from orders where number = (select max(number) from orders)")
                .update();

        assertThat(counts.byStatus()).containsEntry(OrderStatus.PENDING, 1L).isEqualTo(real());
    }

    @Test
    void noteOneRowForABatchAndNoneForWhatChangesNoStatus() {
        shop.sql().sql("""
                insert into orders (id, number, status, total, note, ordered_at, placed_at, placed_by, version)
                select gen_random_uuid(), 'N-' || n, 'pending', 0, '', now(), now(), '', 1 from generate_series(1, 50) n
                """).update();
        shop.sql()
                .sql("update orders set note = 'Call first', ordered_at = now()")
                .update();

        assertThat(shop.count("order_count_change")).isEqualTo(1);
    }

    private void live(int role) {
        OrderNumber number = place();
        if (role == 1) {
            shop.get(DecideOrder.class).accept(CLERK, number, null);
        } else if (role == 2) {
            shop.get(DecideOrder.class).reject(CLERK, number, null, "sold out");
        } else if (role == 3) {
            shop.get(CancelOrder.class).cancel(CLERK, number, null, null);
        }
    }

    private OrderNumber place() {
        Placed placed = (Placed) shop.desk().place(CLERK, orderOf(item("Gift wrap", "100", 1)));
        return placed.order().number();
    }

    private Map<OrderStatus, Long> real() {
        Map<OrderStatus, Long> real = new EnumMap<>(OrderStatus.class);
        for (OrderStatus status : OrderStatus.values()) {
            real.put(status, shop.count("orders where voided_at is null and status = '" + status.word() + "'"));
        }
        return real;
    }
}
